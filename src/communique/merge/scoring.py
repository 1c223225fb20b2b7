"""How likely two coded events of one coverage are one: signs, their points, and the sum."""

import re
from collections.abc import Iterator, Mapping

from communique.merge.common import dates_agree
from communique.merge.sketch import DOCUMENT, Sketch, words_shared
from communique.types.record import EventDate

POINTS: Mapping[str, float] = {
    "any two": 0.1,
    "in one sentence": 7.0,
    "in linked sentences": 3.0,
    "in other sentences of one report": -6.0,
    "in words like it": 2.0,
    "one has more parties": -2.0,
    "each has more parties": -3.5,
    "by one actor": 1.0,
    "by other actors": -3.5,
    "sides swapped": -10.0,
    "other persons": -2.5,
    "a meeting of the same": 1.0,
    "a meeting of more": -0.5,
    "a meeting with others": -7.0,
    "a meeting of other persons": -4.5,
    "meetings of two and of many": -4.0,
    "one of many such promises": -1.0,
    "a document and none": -4.0,
    "of one document": 9.0,
    "documents": 0.0,
    "told again": 6.0,
    "same day": 2.0,
    "same day, perhaps": 0.7,
    "other day": -3.5,
    "other day in linked sentences": -1.7,
    "other day, perhaps": -0.5,
    "other mode": -1.5,
    "other country": -1.0,
    "looked back on": -0.5,
}
"""What each sign counts. Chosen on the seen half of tests/gold/happenings."""
NEVER = float("-inf")
_FURTHER_ON = "in other sentences of one report"
_TELL_APART = frozenset(
    {
        "one has more parties",
        "each has more parties",
        "other persons",
        "sides swapped",
        "other mode",
        "other day",
        "other day in linked sentences",
        "other day, perhaps",
        "a document and none",
        "documents",
        "meetings of two and of many",
    }
)
"""With any of these, what a report tells in two sentences is two deeds."""
_BORROWED = re.compile(
    r"the (?:first sentence|sentence before|dateline|stamp)'s date|the date of the meeting"
    r"|the day of what it is told with"
)
"""Reasons of a day that is the report's news's, not one that the words give the event."""
_PROMISES = ("AGREE", "SUPPORT")
_WORDED = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")
"""Types whose modes differ by how a deed is worded."""
_PAST = {"actual", "historical"}


def score(a: Sketch, b: Sketch, worth: Mapping[str, float]) -> float:
    """Above 0 where two events are rather one; NEVER where nothing could make them one."""
    if not _comparable(a, b):
        return NEVER
    return sum(POINTS[sign] * how for sign, how in signs(a, b, worth))


def _comparable(a: Sketch, b: Sketch) -> bool:
    """Whether type, modality and speaker allow them to be one, and they share a party."""
    one, other = a.event, b.event
    if one.type != other.type or not a.states & b.states:
        return False
    if one.modality != other.modality and {one.modality, other.modality} != _PAST:
        return False
    if not a.speaker or not b.speaker or one.attributed_to == other.attributed_to:
        return True
    return a.speaker == b.speaker and not (a.voiced and b.voiced)


def signs(a: Sketch, b: Sketch, worth: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Every sign that speaks for or against, and how far it holds, 0 to 1."""
    found = list(_signs(a, b, worth))
    yield from found
    names = {sign for sign, _ in found}
    if _FURTHER_ON in names and a.event.mode == b.event.mode and names.isdisjoint(_TELL_APART):
        yield "told again", 1


def _signs(a: Sketch, b: Sketch, worth: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    yield "any two", 1
    together = _together(a, b)
    linked = not a.like.isdisjoint(b.cited)
    if together:
        yield "in one sentence", 1
    else:
        if linked:
            yield "in linked sentences", 1
        if a.reports & b.reports:
            yield _FURTHER_ON, 1
        yield "in words like it", max(0.0, min(1.0, (words_shared(a, b, worth) - 2) / 4))
    yield from ((sign, 1) for sign in _of_parties(a, b, together=together))
    days = _of_days(a.event.date, b.event.date, (together or linked) and _documents(a, b) < 2)
    yield from ((sign, 1) for sign in days)
    yield from ((sign, 1) for sign in _of_kind(a, b, together or linked))


def _together(a: Sketch, b: Sketch) -> bool:
    if a.cited or b.cited:
        return not a.cited.isdisjoint(b.cited)
    return not a.places.isdisjoint(b.places)


def _of_parties(a: Sketch, b: Sketch, *, together: bool) -> Iterator[str]:
    shared = a.persons.keys() & b.persons.keys()
    others = not all(a.persons[state] & b.persons[state] for state in shared)
    if others:
        yield "other persons"
    left, right = _only(a, b), _only(b, a)
    if left and right:
        yield "each has more parties"
    elif left or right:
        yield "one has more parties"
    if a.event.type != "CONSULT":
        yield from _of_roles(a, b, (left, right), together=together)
        return
    if others:
        yield "a meeting of other persons"
    if not (left or right):
        yield "a meeting of the same"
    elif not (left and right):
        yield "a meeting of more"
    elif not (together and len(a.states & b.states) > 1):
        yield "a meeting with others"


def _of_roles(
    a: Sketch, b: Sketch, only: tuple[frozenset[str], frozenset[str]], *, together: bool
) -> Iterator[str]:
    """Signs of who acts and on whom; `only` are the parties that one has and the other has not."""
    (ours, toward), (theirs, other) = a.sides, b.sides
    joint = not (toward and other)
    alike = ours & theirs and toward & other
    if not joint and not alike and (ours & other or toward & theirs):
        yield "sides swapped"
    if ours & theirs and any(only):
        yield "by one actor"
    elif not (joint or together) and only[0] & ours and only[1] & theirs:
        yield "by other actors"


def _only(a: Sketch, b: Sketch) -> frozenset[str]:
    """The parties of one that the other has not, nor somebody who may speak for them.

    A person of no state may speak for any body of none; who tells it in the other may do it here.
    """
    found = a.states - b.states
    if b.bodies:
        found -= a.people
    if b.people:
        found -= a.bodies
    return found - {b.speaker}


def _of_days(a: EventDate | None, b: EventDate | None, together: bool) -> Iterator[str]:
    if a is None or b is None:
        return
    own = is_own(a) and is_own(b)
    if dates_agree(a.value, b.value):
        yield "same day" if own else "same day, perhaps"
    elif own:
        yield "other day in linked sentences" if together else "other day"
    else:
        yield "other day, perhaps"


def is_own(date: EventDate) -> bool:
    """Whether the words tell the event's day, be it as a weekday, not only the news's."""
    return date.stated or not _BORROWED.match(date.reason or "")


def _documents(a: Sketch, b: Sketch) -> int:
    """How many of the two are the signing or issuing of a document."""
    return sum(each.event.rule.startswith(DOCUMENT) for each in (a, b))


def _of_kind(a: Sketch, b: Sketch, together: bool) -> Iterator[str]:
    one, other = a.event, b.event
    if one.type == "CONSULT":
        if (one.mode == "multilateral") != (other.mode == "multilateral"):
            yield "meetings of two and of many"
    elif one.mode and other.mode and one.mode != other.mode and one.type not in _WORDED:
        yield "other mode"
    if a.papers & b.papers:
        yield "of one document"
    documents = _documents(a, b)
    if documents == 2:
        yield "documents"
    if documents == 1 and "coded" not in (one.rule, other.rule):
        yield "a document and none"
    apart = one.date and other.date and not dates_agree(one.date.value, other.date.value)
    if one.type in _PROMISES and (apart or not (together or documents == 2)):
        yield "one of many such promises"
    countries = {each.place.country for each in (one, other) if each.place and each.place.country}
    if len(countries) == 2:
        yield "other country"
    if one.modality != other.modality:
        yield "looked back on"
