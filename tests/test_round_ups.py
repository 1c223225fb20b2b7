"""Round-ups and look-backs in a register: what coverages hold, and what a person says of it."""

import json
from pathlib import Path

import pytest

from communique import service
from communique.export.compare import compare
from communique.export.rows import coverage_row
from communique.register import Register, relating
from communique.service import add, judge, withdraw
from communique.types.coverage import Coverage

HANOI = """\
Vietnam and Mongolia sign visa agreement in Hanoi

2031-03-10 15:00

HANOI, March 10 (VNA) -- Foreign Minister Tran Duc Long of Vietnam met his Mongolian counterpart, \
Oyunbilegiin Tuya, in Hanoi on Monday.

Vietnam and Mongolia signed an agreement that waives visas for holders of official passports.

Tran said Vietnam hoped to import more Mongolian lamb and wool, and thanked Tuya for her visit.
"""
LUSAKA = """\
Zambia and Mozambique agree on power line

2031-03-10 16:00

LUSAKA, March 10 (ZANA) -- President Mwansa Chileshe of Zambia met President Ana Cossa of \
Mozambique in Lusaka on Monday.

Zambia and Mozambique agreed to build a power line from the Cahora dam to Lusaka.

Cossa said the line would light two million homes in Zambia and Mozambique.
"""
WRAP = """\
Visas for Mongolia and light for Lusaka

2031-03-10 20:00

Vietnam and Mongolia signed an agreement on Monday in Hanoi that waives visas for holders of \
official passports.

Foreign Minister Tran Duc Long of Vietnam met his Mongolian counterpart, Oyunbilegiin Tuya, and \
said Vietnam hoped to import more lamb and wool.

Separately, President Mwansa Chileshe of Zambia met President Ana Cossa of Mozambique in Lusaka.

Zambia and Mozambique agreed to build a power line from the Cahora dam to Lusaka.
"""
LATER = """\
Zambia lays first stone of power line

2031-05-12 09:00

LUSAKA, May 12 (ZANA) -- Zambia laid the first stone of a power line on Monday.

President Mwansa Chileshe of Zambia and President Ana Cossa of Mozambique agreed on it in Lusaka \
in March, when the two met.
"""
PAGES = {"hanoi": HANOI, "lusaka": LUSAKA, "wrap": WRAP, "later": LATER}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Register.open(folder / "r.db") as register:
        add(register, [str(folder / f"{name}.txt") for name in PAGES])
    return folder / "r.db"


def reports(register: Register) -> dict[str, str]:
    with register.read() as view:
        return {Path(view.names(r.page_id)[0]).stem: r.id for r in view.reports()}


def coverage(register: Register, page: str) -> Coverage:
    """The coverage that the report of a page is in as a whole."""
    with register.read() as view:
        home = view.coverage_of(reports(register)[page])
        assert home is not None
        return view.coverage(home)


def test_a_part_is_listed_linked_and_merged_where_it_belongs(filled: Path) -> None:
    with Register.open(filled, create=False) as register:
        ids = reports(register)
        hanoi, lusaka = coverage(register, "hanoi"), coverage(register, "lusaka")
        assert set(hanoi.report_ids) == {ids["hanoi"], ids["wrap"]}
        assert lusaka.report_ids == (ids["lusaka"], ids["wrap"])
        (part,) = lusaka.parts
        assert (part.report_id, part.sentences) == (ids["wrap"], (2, 3))
        linked = {
            ref.sentence
            for link in lusaka.links
            for ref in (link.a, link.b)
            if ref.report_id == ids["wrap"]
        }
        assert linked == {2, 3}
        with register.read() as view:
            meant = [event for event in view.events() if ids["wrap"] in event.report_ids]
            wrap = view.report(ids["wrap"])
            cut = wrap.sentences[2].span.start
        for event in meant:
            behind = [p.span.start >= cut for p in event.evidence if p.report_id == wrap.id]
            assert all(behind) == (event.coverage_id == lusaka.id)
        assert {event.coverage_id for event in meant} == {hanoi.id, lusaka.id}


def test_what_looks_back_is_related_and_not_merged(filled: Path) -> None:
    with Register.open(filled, create=False) as register:
        later, lusaka = coverage(register, "later"), coverage(register, "lusaka")
    (related,) = later.related
    assert later.id != lusaka.id
    assert (related.coverage_id, related.kind, related.sentences) == (
        lusaka.id,
        "looks_back_on",
        (1,),
    )


def told(register: Register) -> list[tuple[object, ...]]:
    """What coverages hold by single sentences; scores go with what else is in view."""
    return [
        (
            each.report_ids,
            [(part.report_id, part.sentences) for part in each.parts],
            [(one.coverage_id, one.kind, one.sentences) for one in each.related],
        )
        for each in (coverage(register, "lusaka"), coverage(register, "later"))
    ]


@pytest.mark.parametrize("order", ["hanoi lusaka wrap later", "hanoi wrap lusaka later"])
def test_pages_added_one_by_one_to_a_large_register(
    filled: Path, order: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relating, "FEW", 0)
    monkeypatch.setattr(service, "FEW", 0)
    with Register.open(tmp_path / "r.db") as register:
        for name in order.split():
            add(register, [str(filled.with_name(f"{name}.txt"))])
        made = told(register)
    with Register.open(filled, create=False) as register:
        assert made == told(register)


def test_rows_and_versions_have_the_part_alone(filled: Path) -> None:
    with Register.open(filled, create=False) as register:
        lusaka = coverage(register, "lusaka")
        with register.read() as view:
            aligned = compare(lusaka, list(view.reports_by_id(lusaka.report_ids)))
        wrap = reports(register)["wrap"]
    shown = [each for row in aligned for each in row.told if each.report_id == wrap]
    assert {number for each in shown for number in each.numbers} == {2, 3}
    row = json.loads(json.dumps(coverage_row(lusaka)))
    assert [part["sentences"] for part in row["parts"]] == [[2, 3]]
    assert row["related"] == []


def test_adding_again_changes_nothing_and_history_tells_the_part(filled: Path) -> None:
    with Register.open(filled, create=False) as register:
        with register.read() as view:
            before = view.judgements()
        summary = add(register, [str(path) for path in filled.parent.glob("*.txt")])
        with register.read() as view:
            assert (view.judgements(), summary.coverages) == (before, 0)
            past = view.past(reports(register)["wrap"])
    kinds = [entry.record.kind for entry in past.entries if entry.what == "judged"]
    assert kinds.count("part_of_happening") == 1


def test_a_person_may_part_the_part_and_take_it_back(filled: Path) -> None:
    with Register.open(filled, create=False) as register:
        ids = reports(register)
        before = coverage(register, "lusaka")
        change = judge(
            register, "different", ids["wrap"], ids["lusaka"], author="ada", reason="not told"
        )
        assert coverage(register, "lusaka").parts == ()
        assert coverage(register, "lusaka").report_ids == (ids["lusaka"],)
        withdraw(register, change.judgement.id, author="ada", reason="it is")
        assert coverage(register, "lusaka") == before


def test_a_coverage_merged_into_another_takes_its_parts_along(filled: Path) -> None:
    with Register.open(filled, create=False) as register:
        lusaka, later = coverage(register, "lusaka"), coverage(register, "later")
        change = judge(register, "merge", lusaka.id, later.id, author="ada", reason="one project")
        merged = coverage(register, "later")
        assert (merged.parts, merged.related) == (lusaka.parts, ())
        withdraw(register, change.judgement.id, author="ada", reason="two")
        assert coverage(register, "later") == later
