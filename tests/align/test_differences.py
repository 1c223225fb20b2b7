"""What versions say otherwise: every kind, with the words of both sides."""

import pytest
from made_reports import named_report

from communique.align import align, differences
from communique.types.coverage import Difference

from .test_align import COPY, WIRE

A = "The president of Kenya said on Monday that his country would send 400 soldiers to Haiti."


def told(first: str, other: str) -> list[tuple[str, str, str]]:
    """Kind, the first version's words, the other's."""
    reports = [named_report("a", first), named_report("b", other)]
    return [sides(each) for each in differences(reports, align(reports))]


def sides(each: Difference) -> tuple[str, str, str]:
    words = [" ".join(piece.quote for piece in side) for side in (each.against, each.evidence)]
    ours, theirs = words if each.report_id == "b" else (words[1], "")
    return each.kind, ours, theirs


@pytest.mark.parametrize(
    ("other", "kind", "ours", "theirs"),
    [
        (A.replace("400", "600"), "number", "400", "600"),
        (A.replace("Monday", "Tuesday"), "date", "Monday", "Tuesday"),
        (A.replace("would send", "hoped to send"), "strength", "would", "hoped to"),
        (A.replace("400 soldiers", "hundreds of soldiers"), "generalised", "400", "hundreds of"),
        (A.replace("would send", "would not send"), "contradiction", "send", "not"),
        (A.replace("The president of Kenya", "Haitian radio"), "attribution", "of Kenya", "radio"),
        (A.replace(" on Monday", ""), "omitted", "on Monday", ""),
        (A.replace("Haiti", "Haiti under a Brazilian general"), "added", "", "under a Brazilian"),
    ],
)
def test_kinds(other: str, kind: str, ours: str, theirs: str) -> None:
    assert any(
        found == kind and ours in mine and theirs in his for found, mine, his in told(A, other)
    ), told(A, other)


def test_renamed() -> None:
    first = "Both sides will build the Southern Gas Corridor to Europe by the end of the decade."
    other = first.replace("the Southern Gas Corridor", "the Caspian gas route")
    assert any(
        kind == "renamed" and "Southern Gas Corridor" in ours and "Caspian gas route" in theirs
        for kind, ours, theirs in told(first, other)
    )


B = "The ministers signed a memorandum on fish, oysters and seaweed in Oslo in May."


@pytest.mark.parametrize(
    ("other", "kind", "ours", "theirs"),
    [
        (B.replace("a memorandum", "a document"), "generalised", "memorandum", "document"),
        (B.replace("in May", "in the spring"), "generalised", "in May", "in the spring"),
        (B.replace("fish, oysters and seaweed", "various issues"), "generalised", "fish", "issues"),
        (B.replace("in May", "in June"), "date", "in May", "in June"),
        (B.replace("signed a", "failed to agree on the"), "contradiction", "signed", "failed"),
        (B.replace(".", ", a diplomat said."), "attribution", "signed", "diplomat"),
    ],
)
def test_kinds_told_in_other_words(other: str, kind: str, ours: str, theirs: str) -> None:
    assert any(
        found == kind and ours in mine and theirs in his for found, mine, his in told(B, other)
    ), told(B, other)


def test_lengths_of_time_are_figures() -> None:
    first = "The team will report to the two ministers within 60 days of the shooting."
    found = told(first, first.replace("60", "90"))
    assert [kind for kind, *_ in found] == ["number"]


def test_whole_sentences() -> None:
    found = told(WIRE, COPY)
    assert ("added", "", "Some 40 companies travelled with the guest.") in found
    assert any(kind == "omitted" and "Helsinki" in ours for kind, ours, _ in found)


def test_the_same_text_has_no_differences() -> None:
    assert told(WIRE, WIRE) == []


def test_days_told_in_two_ways_are_one_day() -> None:
    assert not [
        each for each in told(A, A.replace("Monday", "Monday, March 2")) if each[0] == "date"
    ]


def test_evidence_is_cut_from_the_reports() -> None:
    texts = {"a": WIRE, "b": COPY}
    reports = [named_report("a", WIRE), named_report("b", COPY)]
    found = differences(reports, align(reports))
    for piece in (piece for each in found for piece in (*each.evidence, *each.against)):
        assert piece.quote == texts[piece.report_id][piece.span.start : piece.span.end]
    assert all(each.topic and each.version == "b" for each in found)
