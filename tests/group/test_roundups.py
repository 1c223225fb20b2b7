"""Which sentences of a round-up belong to which coverage, and what must not be parted."""

from itertools import permutations

import pytest

from communique.group import KnownCoverage
from communique.group.roundups import Part, parts
from communique.group.segments import segments
from communique.types.text import Report

from .roundup_samples import (
    FOUR,
    HANOI,
    LIMA,
    LONG_QUARREL,
    LONG_VISIT,
    LUSAKA,
    OSLO,
    THREE,
    TWO,
    report,
)

MEETINGS = {
    name: report(name, text)
    for name, text in (("hanoi", HANOI), ("lusaka", LUSAKA), ("lima", LIMA), ("oslo", OSLO))
}


def coverage(*reports: Report) -> KnownCoverage:
    first = reports[0].id
    return KnownCoverage(id=f"cv-{first}", founding_report_id=first, reports=reports)


def found(text: str, *, within: str | None = None) -> dict[str, tuple[int, ...]]:
    """The coverages that parts of a report belong to, which is by itself or `within` one."""
    wrap = report("wrap", text)
    standing = [
        coverage(each, wrap) if name == within else coverage(each)
        for name, each in MEETINGS.items()
    ]
    if within is None:
        standing.append(coverage(wrap))
    made = parts(standing)
    assert all(part.report_id == "wrap" for part in made)
    return {part.coverage_id: part.sentences for part in made}


@pytest.mark.parametrize(
    ("text", "within", "expected"),
    [
        (TWO, "hanoi", {"cv-lusaka": (3, 4)}),
        (THREE, "lima", {"cv-oslo": (2, 3), "cv-lusaka": (4,)}),
        (
            FOUR,
            "hanoi",
            {"cv-lusaka": (4, 5, 6), "cv-lima": (7, 8, 9), "cv-oslo": (10, 11, 12)},
        ),
    ],
)
def test_each_meeting_of_a_round_up_goes_to_its_coverage(
    text: str, within: str, expected: dict[str, tuple[int, ...]]
) -> None:
    assert found(text, within=within) == expected


def test_a_round_up_by_itself_gives_every_part_away() -> None:
    assert found(FOUR) == {
        "cv-hanoi": (1, 2, 3),
        "cv-lusaka": (4, 5, 6),
        "cv-lima": (7, 8, 9),
        "cv-oslo": (10, 11, 12),
    }


@pytest.mark.parametrize(("text", "within"), [(LONG_VISIT, "hanoi"), (LONG_QUARREL, "lima")])
def test_a_long_report_of_one_thing_is_not_parted(text: str, within: str) -> None:
    assert found(text, within=within) == {}
    assert len(segments(report("long", text))) == 1


def test_another_meeting_of_the_same_parties_months_before_takes_no_part() -> None:
    before = report("before", LUSAKA, "2030-11-02")
    wrap = report("wrap", TWO)
    assert parts([coverage(MEETINGS["hanoi"], wrap), coverage(before)]) == ()


def test_another_guest_of_the_same_host_takes_no_part() -> None:
    other = LUSAKA.replace("Mozambique", "Malawi").replace("Ana Cossa", "Grace Banda")
    guest = report("guest", other.replace("Cossa", "Banda").replace("Mozambican", "Malawian"))
    assert parts([coverage(MEETINGS["hanoi"], report("wrap", TWO)), coverage(guest)]) == ()


def test_what_is_told_as_long_past_is_no_part() -> None:
    past = TWO.replace("opened a joint commission", "opened a joint commission in March 2024")
    assert found(past, within="hanoi") == {}


def test_two_round_ups_of_the_same_do_not_exchange_their_openings() -> None:
    one, other = report("one", TWO), report("other", TWO.replace("on Monday", "this Monday"))
    assert parts([coverage(one), coverage(other)]) == ()


def test_the_order_of_coverages_does_not_matter() -> None:
    standing = [coverage(each) for each in (*MEETINGS.values(), report("wrap", FOUR))]
    made = {parts(order) for order in list(permutations(standing))[::37]}
    assert len(made) == 1
    assert all(isinstance(part, Part) and 0 < part.score <= 1 for part in made.pop())


def test_segments_cover_every_sentence_once() -> None:
    for text in (TWO, THREE, FOUR, LONG_VISIT, HANOI):
        whole = report("whole", text)
        numbers = sorted(number for each in segments(whole) for number in each.numbers)
        assert numbers == list(range(len(whole.sentences)))
