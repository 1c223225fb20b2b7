"""When something is done with a document: the words beside it, its clause, else the news."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from communique.extract.acting import Acting
from communique.extract.attaching import Attached
from communique.extract.context import Context
from communique.extract.dating import news_date, told_date
from communique.extract.marks import Marked
from communique.types.record import Event
from communique.types.standing import ActKind
from communique.types.text import DateMention
from communique.vocab.periods import Unit, edges, shifted

_LASTING = ("in_force", "ended", "suspended", "extended")
_OLD = timedelta(days=31)
_EFFECT = re.compile(
    r"\b(?:effect\s+(?:from|on|as\s+of)|effective(?:\s+from)?|as\s+(?:of|from)|from)\s+(?:the\s+)?$"
)
_OLD_YEAR = re.compile(r"1[5-9]\d\d\b")
"""A year that no date of a report is read from, as of treaties of another age."""
_DONE_WITH = re.compile(
    r"[^.;]{0,90}?\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:concluded|completed|finished|wrapped\s+up|closed|finali[sz]ed)\b"
)
_SINCE = re.compile(r"[^,.;]{0,60}\bsince\s+")
_FINISHED = re.compile(
    r"\b(?:agreed|finali[sz]ed|conclud|complet|finish|clos|end(?:ed|ing)|wrap|launch|open|start|began)"
)
_SHORT_WAY = re.compile(
    r",?\s+(?:(?:it|them|both|again|there|in|at|on|during|last|early|late|mid|"
    r"by\s+(?:the\s+)?[\w\s’']{1,40}?|"
    r"(?:in|at)\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+(?:(?:de|del|la|es|al|el|of|the|di|do)\s+)?[A-Z][\w'’-]*){0,2}|(?:for|by)\s+\w+\s+years?)\s+)*"
    r"(?:on\s+|in\s+|since\s+|early\s+|late\s+|at\s+the\s+(?:end|start|beginning|close)\s+of\s+|back\s+)*"
)
_BREAK = re.compile(
    r"[;“”\"]|\b(?:which|who|after|before|since|until|when|while|where|ahead|following)\b"
)
_COUNTS = {"a": 1, "an": 1} | {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_COUNTED = re.compile(
    rf"\b(?P<n>{'|'.join(_COUNTS)})\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<exact>to\s+the\s+day\s+)?after\s+(?:(?!after\b)[\w’'-]+\s+){0,8}$",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:until|till|to|through|by|for)\s+(?:the\s+)?(?:end\s+of\s+)?$")
_BY = re.compile(
    r"\b(?:by|before|until|towards?|at|for)\s+(?:about\s+)?(?:the\s+)?"
    r"(?:(?:end|close|beginning|start|middle)\s+of\s+)?$"
)
_YEAR_END = re.compile(
    r"[^,.;]{0,60}?\b(?:by|before|at|towards?)\s+(?:the\s+)?(?:end\s+of\s+the\s+year|year['’]s\s+end|year-end)\b"
)
_SAID_ON = re.compile(
    r"\b(?:said|says|told|announced|added|confirmed|stated|reported)\b[^,.;]*$", re.IGNORECASE
)
_AT_ONCE = re.compile(
    r"\b(?:at|on|during)\s+the\s+same\s+(?:time|sitting|ceremony|meeting|event|occasion)\b"
    r"|\balongside\s+(?:it|them)\b",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"\b(?:meanwhile|already|since|earlier|previously|once|ago|then|decades?|long|later|formerly|"
    r"that\s+time|last|years?|past|recently)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that tells of documents; `told` is all that it tells to be done with them.

    `news` is the day of the first such thing that the report tells of as news, `last` that of the
    last thing told before.
    """

    context: Context
    unit: Marked
    told: tuple[Attached, ...]
    meetings: Sequence[Event]
    news: str | None = None
    last: str | None = None

    def dates(self) -> Iterator[tuple[int, int, DateMention]]:
        """The dates of the sentence and where their words stand in it."""
        span = self.unit.passage.span
        for mention in self.context.dates:
            if span.holds(mention.passage.span):
                at = mention.passage.span.start - span.start
                yield at, at + len(mention.passage.text), mention


def date_of_act(sentence: Sentence, attached: Attached, act: ActKind, *, ahead: bool) -> str | None:
    """The date of an act as ISO, possibly partial, or None; `ahead` where it is to come."""
    acting = attached.acting
    pending = act in _LASTING and not acting.plain
    found = _effective(sentence, acting.end) if act in _LASTING else None
    if inside := _within(sentence, acting):
        return inside
    found = found or day_behind(sentence, acting.end)
    found = found or (_since(sentence, acting.end) if act in _LASTING else None)
    if found:
        return _ahead(sentence, found) if ahead or pending else found
    context = _without(sentence, attached)
    at = acting.start, acting.end
    told = told_date(context, sentence.unit, at, "future" if ahead else "actual")
    if told is None and pending:
        told = told_date(context, sentence.unit, at, "future")
    base, counted = _counted(sentence, attached)
    if counted and (told is None or told.value == base):
        return counted
    if told and not (ahead and _is_saying(sentence, told.value, acting.end)):
        return told.value
    beside = _beside(sentence, attached, context, ahead=ahead or pending)
    alone = pending and acting.way == "alone"
    if beside or ahead or alone or _goes_on(sentence, attached):
        return beside
    if sentence.last and _AT_ONCE.search(sentence.unit.words):
        return sentence.last
    return _news(sentence, context, at)


def _is_saying(sentence: Sentence, value: str, since: int) -> bool:
    """Whether a date behind `since` is the day that somebody says something on."""
    text = sentence.unit.words
    return any(
        start >= since and m.value == value and _SAID_ON.search(text, since, start)
        for start, _, m in sentence.dates()
    )


def day_behind(sentence: Sentence, since: int) -> str | None:
    """The date right behind `since` ("signed in Bern on 10 November 2025")."""
    for start, _, mention in sentence.dates():
        if start >= since:
            way = _SHORT_WAY.fullmatch(sentence.unit.words, since, start)
            return mention.value if way else None
    way = _SHORT_WAY.match(sentence.unit.words, since)
    old = way and _OLD_YEAR.match(sentence.unit.words, way.end())
    return old.group() if old else None


def date_stated(sentence: Sentence, at: tuple[int, int]) -> str | None:
    """The date of what is told as done at `at`: its clause's, else the news's."""
    told = told_date(sentence.context, sentence.unit, at, "actual")
    return told.value if told else _news(sentence, sentence.context, at)


def _effective(sentence: Sentence, since: int) -> str | None:
    """The day from which something holds or ends ("with effect from 31 July")."""
    text = sentence.unit.words
    for start, _, mention in sentence.dates():
        led = _EFFECT.search(text, since, start) if start >= since else None
        if led:
            return mention.value
    return None


def _within(sentence: Sentence, acting: Acting) -> str | None:
    """The date amid the words for an act ("entry into force on 1 June of the treaty")."""
    if acting.way != "noun":
        return None
    inside = (m.value for at, _, m in sentence.dates() if acting.start < at < acting.end)
    return next(inside, None)


def _since(sentence: Sentence, since: int) -> str | None:
    """The day since which something holds ("in force between the two since 2012")."""
    text = sentence.unit.words
    for start, _, mention in sentence.dates():
        if start >= since and _SINCE.fullmatch(text, since, start):
            return mention.value
    return None


def _ahead(sentence: Sentence, value: str) -> str:
    """A day without its year, of what is to come, in the year after the report's if need be."""
    anchor = sentence.context.anchor
    stated = any(m.value == value and value[:4] in m.passage.text for _, _, m in sentence.dates())
    if anchor is None or stated or len(value) < 7 or edges(value)[1] >= anchor.day:
        return value
    soon = f"{anchor.day.year}{value[4:]}"
    return soon if edges(soon)[1] >= anchor.day else f"{anchor.day.year + 1}{value[4:]}"


def _without(sentence: Sentence, attached: Attached) -> Context:
    """The context without the dates that other acts, or the names of documents, take."""
    taken: set[int] = set()
    for other in sentence.told:
        if other.acting is not attached.acting:
            taken.update(_taken(sentence, other.acting.start, other.acting.end))
        for paper in other.papers:
            if paper.told:
                taken.update(
                    id(m)
                    for at, _, m in sentence.dates()
                    if at >= paper.told[0] and at < paper.told[1]
                )
    kept = tuple(mention for mention in sentence.context.dates if id(mention) not in taken)
    return replace(sentence.context, dates=kept)


def _taken(sentence: Sentence, begun: int, since: int) -> Iterator[int]:
    for start, _, mention in sentence.dates():
        if begun <= start < since:
            yield id(mention)
        if start >= since:
            if _SHORT_WAY.fullmatch(sentence.unit.words, since, start):
                yield id(mention)
            return


def _beside(sentence: Sentence, attached: Attached, context: Context, *, ahead: bool) -> str | None:
    """The first date behind an act that no other clause stands before."""
    text, since = sentence.unit.words, attached.acting.end
    day = context.anchor.day if context.anchor else None
    if ahead and day and _YEAR_END.match(text, since):
        return str(day.year)
    kept = {id(mention) for mention in context.dates}
    for start, _, mention in sentence.dates():
        if start < since or id(mention) not in kept:
            continue
        if ahead and _BY.search(text, since, start) and not _BREAK.search(text, since, start):
            return _ahead(sentence, mention.value)
        if _LIMIT.search(text, since, start):
            continue
        first, last = edges(mention.value)
        if _BREAK.search(text, since, start) or not re.search(r"\b(?:on|in)\s+$", text[:start]):
            return None
        return mention.value if day is None or (last >= day if ahead else first <= day) else None
    return None


def _counted(sentence: Sentence, attached: Attached) -> tuple[str | None, str | None]:
    """The day told, and that of "took effect on Tuesday, a year after both had signed it"."""
    led = _COUNTED.search(sentence.unit.words[: attached.acting.start])
    first = sentence.told[0]
    if led is None or first is attached or first.acting.start > led.start():
        return None, None
    base = date_of_act(sentence, first, first.acting.act, ahead=False)
    if base is None or len(base) != 10:
        return None, None
    number, unit = _COUNTS.get(led["n"].lower()), led["unit"].lower()
    if number is None:
        return None, None
    if led["exact"] and unit == "year":
        return base, f"{int(base[:4]) - number}{base[4:]}"
    return base, shifted(date.fromisoformat(base), cast(Unit, unit), -number)[0]


def _goes_on(sentence: Sentence, attached: Attached) -> bool:
    """Whether negotiations are told as going on, without a day of their own."""
    acting = attached.acting
    if acting.act != "negotiated":
        return False
    text = sentence.unit.words
    return not (
        _FINISHED.search(text[acting.done : acting.end]) or _DONE_WITH.match(text, acting.end)
    )


def _news(sentence: Sentence, context: Context, at: tuple[int, int]) -> str | None:
    """The date of the news, where a sentence tells of no other time."""
    text = sentence.unit.words
    if re.search(r"\b(?:meanwhile|already|since)\s+(?:\w+ly\s+)?$", text[: at[0]]):
        return None
    meetings = [
        each for each in sentence.meetings if each.date and not _is_old(context, each.date.value)
    ]
    found = news_date(context, sentence.unit, at, meetings)
    if found:
        return found.value
    kept = {id(mention) for mention in context.dates}
    earlier = [m.value for start, _, m in sentence.dates() if start < at[0] and id(m) in kept]
    if earlier and _is_old(context, earlier[-1]):
        return earlier[-1]
    if any(id(m) in kept for _, _, m in sentence.dates()) or _NO_DAY.search(text):
        return None
    if old := _OLD_YEAR.search(text):
        return old.group() if text.startswith("In ") and old.start() == 3 else None
    return sentence.news or (context.anchor.date if context.anchor else None)


def _is_old(context: Context, value: str) -> bool:
    return context.anchor is not None and edges(value)[1] < context.anchor.day - _OLD


def is_news(context: Context, value: str | None) -> bool:
    """Whether a day lies within a month of the report, and not after it."""
    if value is None or context.anchor is None or len(value) != 10:
        return False
    return not _is_old(context, value) and edges(value)[0] <= context.anchor.day
