"""When something is done with a document: the words beside it, its clause, else the news."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from communique.extract.attaching import Attached
from communique.extract.context import Context
from communique.extract.dating import anchor_date, news_date, told_date
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
_FINISHED = re.compile(
    r"\b(?:conclud|complet|finish|clos|end(?:ed|ing)|wrap|launch|open|start|began)"
)
_SHORT_WAY = re.compile(
    r",?\s+(?:(?:it|them|both|again|there|in|at|on|during|last|early|late|mid|"
    r"by\s+(?:the\s+)?[\w\s’']{1,40}?|"
    r"(?:in|at)\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)?|(?:for|by)\s+\w+\s+years?)\s+)*"
    r"(?:on\s+|in\s+|early\s+|late\s+)*"
)
_BREAK = re.compile(
    r"[;“”\"]|\b(?:which|who|after|before|since|until|when|while|where|ahead|following)\b"
)
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = re.compile(
    r"\b(?P<n>an?|one|two|three|four|five|six)\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<exact>to\s+the\s+day\s+)?after\s+(?:(?!after\b)[\w’'-]+\s+){0,8}$",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:until|till|to|through|by|for)\s+(?:the\s+)?(?:end\s+of\s+)?$")
_NO_DAY = re.compile(
    r"\b(?:meanwhile|already|since|earlier|previously|once|ago|then|decades?|long|later|formerly|"
    r"that\s+time|last|years?|past|recently)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that tells of documents; `told` is all that it tells to be done with them.

    `news` is the day of the first such thing that the report tells of as news.
    """

    context: Context
    unit: Marked
    told: tuple[Attached, ...]
    meetings: Sequence[Event]
    news: str | None = None

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
    found = _effective(sentence, acting.end) if act in _LASTING else None
    found = found or day_behind(sentence, acting.end)
    if found:
        return _ahead(sentence, found) if act in _LASTING and not acting.plain else found
    context = _without(sentence, attached)
    at = acting.start, acting.end
    told = told_date(context, sentence.unit, at, "future" if ahead else "actual")
    if told is None and act in _LASTING and not acting.plain:
        told = told_date(context, sentence.unit, at, "future")
    if told:
        return told.value
    counted = _counted(sentence, attached)
    if counted:
        return counted
    beside = _beside(sentence, attached, context, ahead=ahead)
    pending = acting.way == "alone" and act in _LASTING and not acting.plain
    if beside or ahead or pending or _goes_on(sentence, attached):
        return beside
    return _news(sentence, context, at)


def day_behind(sentence: Sentence, since: int) -> str | None:
    """The date right behind `since` ("signed in Bern on 10 November 2025")."""
    for start, _, mention in sentence.dates():
        if start >= since:
            way = _SHORT_WAY.fullmatch(sentence.unit.words, since, start)
            return mention.value if way else None
    return None


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


def _ahead(sentence: Sentence, value: str) -> str:
    """A day without its year, of what is to come, in the year after the report's if need be."""
    anchor = sentence.context.anchor
    stated = any(m.value == value and m.stated for _, _, m in sentence.dates())
    if anchor is None or stated or len(value) < 7 or edges(value)[1] >= anchor.day:
        return value
    return f"{int(value[:4]) + 1}{value[4:]}"


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
    kept = {id(mention) for mention in context.dates}
    for start, _, mention in sentence.dates():
        if start < since or id(mention) not in kept:
            continue
        if _LIMIT.search(text, since, start):
            continue
        first, last = edges(mention.value)
        if _BREAK.search(text, since, start) or not re.search(r"\b(?:on|in)\s+$", text[:start]):
            return None
        return mention.value if day is None or (last >= day if ahead else first <= day) else None
    return None


def _counted(sentence: Sentence, attached: Attached) -> str | None:
    """The time of "took effect on Tuesday, a year after both had signed it"."""
    led = _COUNTED.search(sentence.unit.words[: attached.acting.start])
    first = sentence.told[0]
    if led is None or first is attached or first.acting.start > led.start():
        return None
    base = date_of_act(sentence, first, first.acting.act, ahead=False)
    if base is None or len(base) != 10:
        return None
    number, unit = COUNTS.get(led["n"].lower()), led["unit"].lower()
    if number is None:
        return None
    if led["exact"] and unit == "year":
        return f"{int(base[:4]) - number}{base[4:]}"
    return shifted(date.fromisoformat(base), cast(Unit, unit), -number)[0]


def _goes_on(sentence: Sentence, attached: Attached) -> bool:
    """Whether negotiations are told as going on, without a day of their own."""
    acting = attached.acting
    if acting.act != "negotiated":
        return False
    return not _FINISHED.search(sentence.unit.words[acting.done : acting.end])


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
    anchored = anchor_date(context.anchor, context.report.kind)
    return sentence.news or (anchored.value if anchored else None)


def _is_old(context: Context, value: str) -> bool:
    return context.anchor is not None and edges(value)[1] < context.anchor.day - _OLD


def is_news(context: Context, value: str | None) -> bool:
    """Whether a day lies within a month of the report, and not after it."""
    if value is None or context.anchor is None or len(value) != 10:
        return False
    return not _is_old(context, value) and edges(value)[0] <= context.anchor.day
