"""Who carries whose words, and from whom they likely come."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import named_report

from communique.align import align, copies
from communique.align.copies import carrying
from communique.types.text import Credit, Report, Stamp

from .test_align import COPY, OTHER_SIDE, WIRE

LONGER = f"""{WIRE}
Finland opened its embassy in Nairobi in 1965 and has paid for water works in the north since then.
Some 40 companies from Espoo and Tampere travelled with the guest and saw a port.
Kenya sells tea and roses to Finland and buys paper machines and tractors from it."""
EDITED = """\
Presidents of Kenya and Finland have met in Nairobi on Monday, agreeing to work more closely on \
forestry, water and training.
Ruto said that Finland and Kenya were old friends who trusted each other and shared common \
interests in the Horn of Africa.
Stubb thanked the host for a warm welcome and invited him to Helsinki next June.
The two governments also signed a memorandum on forestry; ministries will meet once each year."""


def dated(base: Report, value: str, zone: str | None = None) -> Report:
    return replace(base, published=Stamp(value=value, stated=True, timezone=zone))


@pytest.mark.parametrize(
    ("text", "kind"),
    [(WIRE, "copy"), (LONGER, "cut"), (COPY, "rewrite"), (OTHER_SIDE, "own")],
)
def test_kinds_of_carrying(text: str, kind: str) -> None:
    assert carrying(named_report("a", WIRE), named_report("b", text)).kind == kind


def test_an_edited_copy_is_known_though_no_long_run_is_left() -> None:
    found = carrying(named_report("a", WIRE), named_report("b", EDITED))
    assert found.kind != "own"
    assert found.longest_run < 20


def test_only_what_is_carried_is_listed() -> None:
    found = copies(
        [named_report("a", WIRE), named_report("b", COPY), named_report("c", OTHER_SIDE)]
    )
    assert [(each.a, each.b) for each in found] == [("a", "b")]


def test_nothing_speaks_for_either() -> None:
    assert carrying(named_report("a", WIRE), named_report("b", WIRE)).descent is None


def test_the_credited_agency_is_the_likely_source() -> None:
    source = named_report("a", WIRE, agency="Xinhua")
    other = replace(
        named_report("b", WIRE, agency="Xinhua"), outlet=Credit(name="Daily Nation", stated=True)
    )
    for one, two in ((source, other), (other, source)):
        found = carrying(one, two).descent
        assert found
        assert found.source == "a"
        assert found.likelihood >= 0.9
        assert "credits Xinhua" in found.reasons[0]


@pytest.mark.parametrize(
    ("one", "other", "source"),
    [
        (("2026-03-02T09:00", "+03:00"), ("2026-03-02T08:00", "GMT"), "a"),
        (("2026-03-02T09:00", None), ("2026-03-02T08:00", None), None),
        (("2026-03-02", None), ("2026-03-03", None), None),
        (("2026-03-06", None), ("2026-03-03", None), "b"),
        (("2026-03-02T09:00", "IST"), ("2026-03-02T08:00", "GMT"), None),
    ],
)
def test_stamps_count_only_where_zones_are_known_or_days_differ(
    one: tuple[str, str | None], other: tuple[str, str | None], source: str | None
) -> None:
    found = carrying(
        dated(named_report("a", WIRE), *one), dated(named_report("b", WIRE), *other)
    ).descent
    assert (found.source if found else None) == source


def test_the_one_that_holds_the_other_whole_is_a_little_likelier() -> None:
    found = carrying(named_report("a", WIRE), named_report("b", LONGER)).descent
    assert found
    assert found.source == "b"
    assert found.likelihood < 0.7


SENTENCES = st.lists(st.sampled_from((WIRE + "\n" + OTHER_SIDE).split("\n")), max_size=6)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_swapping_the_reports_swaps_the_shares(one: list[str], other: list[str]) -> None:
    a, b = named_report("a", "\n".join(one)), named_report("b", "\n".join(other))
    there, back = carrying(a, b), carrying(b, a)
    assert (there.share_of_a, there.share_of_b) == (back.share_of_b, back.share_of_a)
    assert (there.kind, there.longest_run) == (back.kind, back.longest_run)
    assert 0 <= there.share_of_a <= 1


def test_many_versions_are_held_against_each_other_as_two_are() -> None:
    texts = {"a": WIRE, "b": LONGER, "c": COPY, "d": OTHER_SIDE, "e": EDITED}
    reports = [named_report(name, text) for name, text in texts.items()]
    pairs = (carrying(one, other) for one, other in combinations(reports, 2))
    assert copies(reports) == tuple(each for each in pairs if each.kind != "own")


def test_a_version_alone_carries_nobody() -> None:
    assert copies([named_report("a", WIRE)]) == ()
    assert align([named_report("a", WIRE)]) == ()
