"""When a report was published and updated, from stamp lines and the head of an HTML page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.split.headlines import is_prose
from communique.types.text import Line, Stamp
from communique.vocab.dates import DateForm, TimeForm, find_dates, find_times, iso_moment

Meaning = Literal["published", "updated", "unsaid"]

REACH = 14
_NOT_STAMPS = ("caption", "repeat", "gallery", "dateline")
"""How many lines from the first paragraph a stamp without a word of its own may stand."""
_UPDATED = re.compile(
    r"(?:updated?|modified|edited|revised|reviewed|corrected)\b[\s\w]*\W*$", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:publish(?:ed)?|posted|released|issued|created|uploaded|first\s+published)\b[\s\w]*\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    meaning: Meaning
    stamp: Stamp


def find_stamps(lines: Sequence[Line], headline: Line | None) -> tuple[Stamp | None, Stamp | None]:
    """(published, updated) of one story; None where the page does not state it.

    The head of an HTML page comes first. A visible stamp that says "published" or "updated" counts
    anywhere in the story's lines, one without a word only near its beginning.
    """
    published, updated = _from_head(lines)
    moments = list(_visible(lines, headline))
    said = [moment for moment in moments if moment.meaning == "published"]
    bare = [moment for moment in moments if moment.meaning == "unsaid"]
    if published is None and (said or bare):
        published = _fullest([moment.stamp for moment in (said or bare)])
    if updated is None:
        updated = next((m.stamp for m in moments if m.meaning == "updated"), None)
    if updated and published and updated.value == published.value:
        updated = None
    return published, updated


def _fullest(stamps: Sequence[Stamp]) -> Stamp:
    """The first stamp, or one of the same day that also gives the minute."""
    day = stamps[0].value[:10]
    return next((s for s in stamps if s.value[:10] == day and "T" in s.value), stamps[0])


def _from_head(lines: Sequence[Line]) -> tuple[Stamp | None, Stamp | None]:
    found: dict[str, Stamp] = {}
    for line in lines:
        if line.tag in ("meta:published", "meta:modified"):
            moment = iso_moment(line.text)
            if moment is None:
                read = next(_moments(line), None)
                if read:
                    found[line.tag] = read.stamp
                continue
            value, zone = moment
            found[line.tag] = Stamp(value=value, stated=True, timezone=zone, passage=line.passage)
    return found.get("meta:published"), found.get("meta:modified")


def _visible(lines: Sequence[Line], headline: Line | None) -> Iterator[_Moment]:
    prose = [at for at, line in enumerate(lines) if is_prose(line)]
    first = prose[0] if prose else 0
    for at, line in enumerate(lines):
        if line.tag.startswith("meta:") or line.label in _NOT_STAMPS:
            continue
        marked = line.label in ("stamp", "byline")
        near = first - REACH <= at <= first + 3
        if not (marked or (near and len(line.text) < 140 and not is_prose(line))):
            continue
        if headline is not None and line.passage == headline.passage:
            continue
        for moment in _moments(line):
            if moment.meaning != "unsaid" or (near and at != first):
                yield moment


def _moments(line: Line) -> Iterator[_Moment]:
    """The dated moments of one line, each date with the time beside it; last, a time alone."""
    text = line.text
    times = list(find_times(text))
    for form in find_dates(text):
        if not form.has_year or form.precision != "day":
            continue
        time = _beside(text, form, times)
        if time:
            times.remove(time)
        start = min(form.start, time.start) if time else form.start
        end = max(form.end, time.end) if time else form.end
        value = f"{form.value}T{time.value}" if time else form.value
        yield _Moment(
            meaning=_meaning(text[:start]),
            stamp=Stamp(
                value=value,
                stated=True,
                timezone=time.zone if time else None,
                passage=line.passage.inner(start, end),
            ),
        )
    for time in times:
        if _meaning(text[: time.start]) == "updated":
            passage = line.passage.inner(time.start, time.end)
            stamp = Stamp(value=time.value, stated=True, timezone=time.zone, passage=passage)
            yield _Moment(meaning="updated", stamp=stamp)


def _beside(text: str, form: DateForm, times: Sequence[TimeForm]) -> TimeForm | None:
    """The time that belongs to a date: nothing but marks, or "at", between them."""
    for time in times:
        between = (
            text[form.end : time.start] if time.start >= form.end else text[time.end : form.start]
        )
        if len(between) <= 8 and re.fullmatch(r"\W*(?:at|on|@|T)?\W*", between, re.IGNORECASE):
            return time
    return None


def _meaning(before: str) -> Meaning:
    """What the words in front of a moment say it is."""
    tail = before[-40:]
    if _UPDATED.search(tail):
        return "updated"
    return "published" if _PUBLISHED.search(tail) else "unsaid"
