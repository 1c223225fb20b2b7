"""Links of invented versions of one meeting, and the coverage that they make."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import named_report

from communique.align import align, copies, cover
from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.types.coverage import Link
from communique.types.text import Page

WIRE = """\
The presidents of Kenya and Finland met in Nairobi on Monday and agreed to work more closely on \
forestry, water and vocational training.
William Ruto said that Kenya and Finland were old friends who trusted one another and had common \
interests in the Horn of Africa.
Alexander Stubb thanked his host for the welcome and invited him to Helsinki in June.
The two governments signed a memorandum on forestry, and their ministries will meet once a year."""
COPY = """\
The two governments signed a memorandum on forestry.
Their ministries will meet once a year in turn.
The presidents of Kenya and Finland met in Nairobi on Monday and agreed to work more closely on \
forestry, water and vocational training.
William Ruto said Kenya and Finland were old friends who trusted one another and had common \
interests in the Horn of Africa.
Some 40 companies travelled with the guest."""
OTHER_SIDE = """\
President Stubb had talks with President Ruto of Kenya today.
The President of Finland stressed the value of rules and of the Charter of the United Nations.
Finnish companies will plant trees near Eldoret under the new forestry memorandum.
He asked his colleague to come to Helsinki."""


WIRE_REPORT, COPY_REPORT = named_report("wire", WIRE), named_report("copy", COPY)
OTHER_REPORT = named_report("other", OTHER_SIDE)


def pairs(links: tuple[Link, ...]) -> dict[tuple[int, int], str]:
    return {(link.a.sentence, link.b.sentence): link.kind for link in links}


def test_links_cross_and_one_sentence_answers_to_two() -> None:
    found = pairs(align([WIRE_REPORT, COPY_REPORT]))
    assert set(found) == {(0, 2), (1, 3), (3, 0), (3, 1)}
    assert found[0, 2] == "verbatim"
    assert found[1, 3] == "near"
    assert found[3, 0] == "near"
    assert found[3, 1] == "reworded"


def test_two_sides_in_their_own_words_share_little() -> None:
    found = pairs(align([WIRE_REPORT, OTHER_REPORT]))
    assert (2, 3) in found
    assert set(found.values()) == {"reworded"}


def test_every_pair_of_versions_is_linked() -> None:
    linked = align([WIRE_REPORT, COPY_REPORT, named_report("third", WIRE)])
    sides = {(link.a.report_id, link.b.report_id) for link in linked}
    assert sides == {("wire", "copy"), ("wire", "third"), ("copy", "third")}


SENTENCES = st.lists(
    st.sampled_from((WIRE + "\n" + COPY + "\n" + OTHER_SIDE).split("\n")), max_size=5
)


@settings(max_examples=50, deadline=None)
@given(SENTENCES, SENTENCES)
def test_swapping_two_reports_swaps_their_links(left: list[str], right: list[str]) -> None:
    a, b = named_report("a", "\n".join(left)), named_report("b", "\n".join(right))
    forward = {(k.a, k.b, k.kind, k.score) for k in align([a, b])}
    backward = {(k.b, k.a, k.kind, k.score) for k in align([b, a])}
    assert forward == backward


@given(SENTENCES)
def test_a_report_is_verbatim_its_copy(lines: list[str]) -> None:
    distinct = list(dict.fromkeys(lines))
    a, b = named_report("a", "\n".join(distinct)), named_report("b", "\n".join(distinct))
    found = pairs(align([a, b]))
    for n in range(len(a.sentences)):
        assert found[n, n] == "verbatim"


def test_cover_puts_it_together() -> None:
    made = cover("cv-1", [WIRE_REPORT, COPY_REPORT])
    assert made.report_ids == ("wire", "copy")
    assert made.links == align([WIRE_REPORT, COPY_REPORT])
    assert len(made.origins) == 1
    assert made.copies == copies([WIRE_REPORT, COPY_REPORT])
    assert made.differences
    assert cover("cv-2", [WIRE_REPORT]).differences == ()


ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "links.json"
PAGES = ROOT / "src" / "communique" / "demo" / "pages"


@pytest.mark.skipif(not GOLD.exists(), reason="no gold links here")
def test_links_of_the_gold_pages() -> None:
    right = found = wanted = 0
    for case in json.loads(GOLD.read_text(encoding="utf-8")):
        sides = []
        for name, number in zip(case["pages"], case["reports"], strict=True):
            page = read_bytes((PAGES / name).read_bytes(), name)
            assert isinstance(page, Page)
            reports = reports_of(page)
            assert isinstance(reports, tuple)
            sides.append(reports[number])
        made, gold = set(pairs(align(sides))), {(i, j) for i, j in case["pairs"]}
        right, found, wanted = right + len(made & gold), found + len(made), wanted + len(gold)
    assert 2 * right / (found + wanted) >= 0.8
