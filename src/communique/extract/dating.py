"""When what a sentence tells took place: the date of its own clause, else the news's, else none."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.extract.clauses import VERB, Clause, clause_at, clauses, reach
from communique.extract.context import Context
from communique.extract.date_values import Anchor, is_ahead
from communique.extract.marks import Marked
from communique.extract.modality import is_recalled, modality_of
from communique.types.record import Event, EventDate, Modality
from communique.types.text import DateMention, Passage, ReportKind
from communique.vocab.periods import edges

At = tuple[int, int]
"""Where the words that tell of the event stand in their passage's text."""

_SAID = re.compile(r"\b(?:said|says|told|reported|reports|added|wrote|noted|recalled)\b[^,;]*$")
_LIMIT = re.compile(
    r"\b(?:by|until|till|since|before|after|prior\s+to|ahead\s+of|from|as\s+of|dated|than|to|of|for)\s+"
    r"(?:(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+)?(?:(?:early|late|mid)[\s-])?(?:the\s+)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:scheduled|set|planned|due|slated|expected|fixed)\s+for\s+$")
_VAGUE = re.compile(
    r"\b(?:since|previously|formerly|once(?!\s+(?:again|more))|historically|long\s+(?:ago|since)|ago|decades?|century|centuries|recently|"
    r"recent|soon|shortly|later(?!\s+(?:on\s+)?\w+day)|eventually|already|traditionally|winter|spring|summer|autumn|"
    r"(?:19|20)\d0s|last|first\s+(?=\w+(?:ed|t)\b)|the\s+(?:first|second|third|fourth|last)\s+day|"
    r"on\s+the\s+\d+(?:st|nd|rd|th)(?=[,.;]|$)|(?:had|has|have)\s+(?:earlier|long|always|often)|in\s+the\s+past|"
    r"an?\s+\w+\s+earlier)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?P<n>an?|the|one|two|three|four|five)\s+days?\s*$", re.IGNORECASE)
_SIDE = re.compile(r"\s*(?P<side>after|before)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ANNOUNCED = re.compile(r"\b(?:announc|declar|agree|decid|conven)\w*\b")
_OLD = timedelta(days=31)
"""A date further back than this tells of the past, and so do the sentences that go on from it."""


def told_date(context: Context, unit: Marked, at: At, modality: Modality) -> EventDate | None:
    """The date that a sentence itself gives for what it tells at `at`, or None.

    It stands in the clause of these words, in a clause without a verb beside it, or in the one it
    goes on from. What is told as done is never dated after the report, a plan never before it.
    """
    day = context.anchor.day if context.anchor else None
    told = _mention(unit.passage, context.dates, at, modality, day)
    if told is None or told[1]:
        beside = _day_beside(unit.passage, context.dates, at, modality, day)
        if told is None or beside:
            return beside
    mention, tied = told
    return EventDate(
        value=mention.value,
        precision=mention.precision,
        stated=mention.stated and not tied,
        reason="the day of what it is told with" if tied else mention.reason,
    )


def news_date(
    context: Context, unit: Marked, at: At, meetings: Sequence[Event] = ()
) -> EventDate | None:
    """The date of the report's news, for what is told as done without one; None for background.

    That of the one meeting of `meetings`; else the day given by the sentence before, or by the
    first; else the dateline's, or that of a readout. Words for another time ("later", "in spring")
    and sentences that go on from one long past leave an event without a date.
    """
    if _is_background(context, unit, at):
        return None
    met = meetings[0].date if len(meetings) == 1 else None
    if met:
        return replace(met, stated=False, reason="the date of the meeting")
    lede = context.units[0] if context.units else None
    return (
        _news_of(context, _unit_before(context, unit), "sentence before")
        or _news_of(context, lede, "first sentence")
        or anchor_date(context.anchor, context.report.kind)
    )


def _unit_before(context: Context, unit: Marked) -> Marked | None:
    """The sentence before this one in its paragraph."""
    home = context.paragraph_of(unit)
    before = [
        other
        for other in context.units
        if home
        and home.span.holds(other.passage.span)
        and other.passage.span.end <= unit.passage.span.start
    ]
    return before[-1] if before else None


def _news_of(context: Context, unit: Marked | None, called: str) -> EventDate | None:
    """The day a sentence gives for what it tells first as done, as derived from that sentence."""
    first = VERB.search(unit.words) if unit else None
    if unit is None or first is None or modality_of(unit.words, *first.span()) != "actual":
        return None
    story = told_date(context, unit, first.span(), "actual")
    if story is None or story.precision != "day" or _is_old(context, story.value):
        return None
    reason = f"the {called}'s date: {story.reason or 'as stated'}"
    return replace(story, stated=False, reason=reason)


def date_of(context: Context, unit: Marked, at: At, modality: Modality) -> EventDate | None:
    """The date of what is told at `at`: its sentence's, else, if it is told as done, the news's."""
    told = told_date(context, unit, at, modality)
    return told or (news_date(context, unit, at) if modality == "actual" else None)


def anchor_date(anchor: Anchor | None, kind: ReportKind) -> EventDate | None:
    """The date of what a report tells without a date: its dateline's, or that of a readout.

    A readout is published by those who met, on the day; of other reports the day of publication
    says only that it was not later, so it is not taken.
    """
    if anchor is None or (anchor.source == "stamp" and kind not in ("readout", "joint_statement")):
        return None
    return EventDate(
        value=anchor.date, precision="day", stated=False, reason=f"the {anchor.source}'s date"
    )


def _is_old(context: Context, value: str) -> bool:
    return context.anchor is not None and edges(value)[1] < context.anchor.day - _OLD


def _is_background(context: Context, unit: Marked, at: At) -> bool:
    text = unit.words
    parts = clauses(text)
    own = clause_at(parts, at[0])
    near = [part for i, part in enumerate(parts) if i == own or (part.bare and abs(i - own) < 2)]
    if any(_VAGUE.search(text, part.start, part.end) for part in near):
        return True
    if is_recalled(text, *at, context.year):
        return True
    home = context.paragraph_of(unit)
    before = [
        mention
        for mention in context.dates
        if home
        and home.span.holds(mention.passage.span)
        and mention.passage.span.end <= unit.passage.span.start
    ]
    return bool(before) and _is_old(context, before[-1].value)


def _mention(
    passage: Passage,
    mentions: Sequence[DateMention],
    at: At,
    modality: Modality,
    day: date | None,
) -> tuple[DateMention, bool] | None:
    """The date of the words at `at`, and whether it is only that of what they are told with."""
    here = [mention for mention in mentions if passage.span.holds(mention.passage.span)]
    spans = {id(mention): _span(passage, mention) for mention in here}
    text = passage.text.translate(_LINES)
    parts = clauses(text, spans.values())
    own = clause_at(parts, at[0])
    options = []
    for mention in here:
        span = spans[id(mention)]
        there = clause_at(parts, span[0])
        rank = reach(parts, there, own)
        if rank == _JOINED and mention.precision not in ("day", "range"):
            rank = None
        if rank is None and modality == "actual" and _tied(text, parts, there, own):
            rank = _TIED if _is_news(mention, day) else None
        if (
            rank is not None
            and _fits(text, parts, span, at)
            and _in_time(text, span, mention, modality, day)
        ):
            gap = max(span[0] - at[1], at[0] - span[1], 0)
            options.append((rank, gap, mention))
    if not options:
        return None
    rank, gap, best = min(options, key=lambda option: option[:2])
    same = [
        m
        for r, g, m in options
        if r <= rank + 1 and m.stated and edges(m.value) == edges(best.value)
    ]
    return same[0] if same else best, rank == _TIED


_JOINED, _TIED = 3, 4
"""Ranks of a date in a clause joined by "and", and of one that is only that of what the event is
told with."""


def _is_news(mention: DateMention, day: date | None) -> bool:
    """Whether a date is a day of the week up to the report."""
    first, last = edges(mention.value)
    return day is not None and first == last and day - timedelta(days=7) <= first <= day


def _tied(text: str, parts: Sequence[Clause], there: int, own: int) -> bool:
    """Whether two clauses beside each other tell of one day's news.

    What was announced in the one ("announced on Monday that it had broken with"), or what it came
    after or went with ("have resumed relations after signing a communique on Wednesday").
    """
    between = parts[min(there, own) + 1 : max(there, own)]
    if there == own or not all(part.bare for part in between):
        return False
    if _ANNOUNCED.search(text, parts[there].start, parts[there].end):
        return True
    later = parts[max(there, own)]
    return later.opener in ("after", "following", "when", "as", "while", "that", "where")


_LINES = str.maketrans("\n\t\r", "   ")


def _span(passage: Passage, mention: DateMention) -> At:
    start = mention.passage.span.start - passage.span.start
    return start, start + len(mention.passage.text)


def _fits(text: str, parts: Sequence[Clause], span: At, at: At) -> bool:
    """Whether a date is when something happened, and not to a verb of speech or another noun."""
    start, end = span
    opened = parts[clause_at(parts, start)].start
    before, after = text[opened:start], text[end:]
    said = _SAID.search(before)
    if said and at[0] > start and not at[0] <= opened + said.start() < at[1]:
        return False
    told_here = end <= at[0] <= end + 25
    if after.startswith(("'s ", "’s ")) and not told_here:
        return False
    if re.search(r"\b(?:the|an?|its|their|his|her)\s+$", before) and not told_here:
        return False
    if _LIMIT.search(before):
        return bool(_PLANNED.search(before)) or (
            before.endswith(("of ", "Of ")) and at[1] >= start - 4
        )
    return True


def _in_time(
    text: str, span: At, mention: DateMention, modality: Modality, day: date | None
) -> bool:
    first, last = edges(mention.value)
    if modality == "future":
        return last >= day if day else is_ahead(text, *span)
    return first <= day if day else not is_ahead(text, *span)


def _day_beside(
    passage: Passage,
    mentions: Sequence[DateMention],
    at: At,
    modality: Modality,
    day: date | None,
) -> EventDate | None:
    """The day of "a day after he had met her", counted back from the day of the clause before."""
    text = passage.text.translate(_LINES)
    parts = clauses(text)
    own = clause_at(parts, at[0])
    side = _SIDE.match(text, parts[own].start)
    counted = _COUNTED.search(text[: parts[own].start])
    if side is None or counted is None:
        return None
    verbs = list(VERB.finditer(text, 0, counted.start()))
    main = _mention(passage, mentions, verbs[-1].span(), modality, day) if verbs else None
    if main is None or main[0].precision != "day":
        return None
    told = main[0].value
    days = _NUMBERS.get(counted["n"].lower(), 1) * (-1 if side["side"].lower() == "after" else 1)
    value = (date.fromisoformat(told) + timedelta(days=days)).isoformat()
    return EventDate(value=value, precision="day", stated=False, reason=f"counted from {told}")
