"""Documents between states: what was issued, signed, ratified, and in which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extract.context import Context, states_in
from communique.extract.dating import news_date, told_date
from communique.extract.marks import Marked
from communique.extract.modality import modality_of
from communique.extract.words import flat, scan
from communique.types.ids import content_id
from communique.types.record import Act, ActKind, Event, Instrument, InstrumentKind
from communique.types.text import Span
from communique.vocab.instruments import instrument_kind, instrument_words
from communique.vocab.states import place

_ACTS: tuple[tuple[ActKind | None, str], ...] = (
    ("initialled", r"initial(?:l?ed|s)"),
    ("ratified", r"ratif(?:y|ied|ies)"),
    ("in_force", r"(?:entered|came|comes|enters|entering)\s+into\s+force"),
    ("ended", r"terminated|withdrew\s+from|withdraws\s+from|expired|denounced|abrogated|annulled"),
    (
        "signed",
        r"sign(?:ed|s|ing)?|ink(?:ed|s)?|concluded?|exchanged?|reached?|clinch(?:ed|es)|sealed|"
        r"put\s+(?:his|her|their)\s+(?:signatures?|names?)\s+to",
    ),
    (
        "issued",
        r"issu(?:ed?|es|ing)|releas(?:ed?|es)|adopt(?:ed|s)?|publish(?:ed|es)?|made\s+public\s+in|"
        r"in\s+(?:an?|the|their)",
    ),
    (None, r"agreed\s+(?:on|to)\s+an?|settled\s+an?|drew\s+up|negotiat(?:ed|ing)"),
)
_RELATIVE = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:was\s+|were\s+)?(?P<verb>[a-z]+)\s+(?:on|in)\s+(?=[\dA-Z])"
)
_PASSIVE = re.compile(
    r"[^.;]{0,120}?\b(?:(?:was|were|has\s+been|have\s+been|to\s+be)\s+(?P<verb>\w+)|(?P<force>entered\s+into\s+force))"
)
_DONE = re.compile(r"\b(?:Done|Signed)\s+(?:at|in)\s+")
_SMALL = r"(?:of|on|the|and|for|in|to|between|with|by|a|an|at|from|concerning|regarding)"
_CAPITAL = r"(?:[A-Z0-9][\w'’.\-]*)"
_TITLE_TAIL = re.compile(
    rf"(?:(?:\s+{_SMALL}){{0,4}}\s+{_CAPITAL}|,\s+{_CAPITAL}(?=[^.]*\sand\s{_CAPITAL})|:\s+{_CAPITAL})*"
)
_SUBJECT = re.compile(
    r"\s+(?:on(?!\s+(?:\w+day\b|[A-Z][a-z]+\s+\d|\d))|in\s+such\s+(?:areas|fields|sectors)\s+as|in\s+(?:the\s+)?(?:areas?|fields?|sectors?)"
    r"\s+(?:of|such\s+as|including|like)|regarding|concerning|about|covering|in\s+areas\s+including|in)\s+(?P<what>[^.;“”\"]+)"
)
_STOP = re.compile(
    r",?\s+(?:which|that|as\s+part|after|before|during|following|when|while|with\s+the\s+aim|at\s+the|"
    r"he\s+said|she\s+said|said|(?:and\s+)?(?:also\s+)?(?:signed|issued|agreed|witnessed)|between|in\s+[A-Z][a-z]+,?\s|on\s+[A-Z][a-z]+day)\b.*$"
)
_ON_DAY = re.compile(r"\s+on\s+(?:[A-Z]\w+day|[A-Z][a-z]+\s+\d+|\d+\s+[A-Z]\w+)\b.*$")
_VAGUE = re.compile(
    r"^(?:various\s+|many\s+)?other\s+(?:fields|areas|sectors|matters)$|^others$", re.I
)


_PROPER = ("treaty", "agreement", "pact", "accord", "protocol")
"""Words that end a proper name in lower case ("the Falepili Union treaty")."""


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>{instrument_words()})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """An instrument as one sentence names it."""

    kind: InstrumentKind
    title: str | None
    subjects: tuple[str, ...]
    parties: tuple[str, ...]
    act: Act | None
    span: Span


def find_instruments(context: Context, meetings: tuple[Event, ...]) -> tuple[Instrument, ...]:
    """The instruments of a report; several sentences about one of a kind make one instrument."""
    merged: dict[tuple[str, tuple[str, ...], str | None], list[Sighted]] = {}
    for unit in context.units:
        for seen in (*_own(context, unit), *_sighted(context, unit, meetings)):
            merged.setdefault(_slot(merged, seen), []).append(seen)
    return tuple(_instrument(context, found) for found in merged.values())


def _slot(
    known: dict[tuple[str, tuple[str, ...], str | None], list[Sighted]], seen: Sighted
) -> tuple[str, tuple[str, ...], str | None]:
    """The place of the instrument already seen that this may be: untitled or of the same title."""
    for kind, parties, title in known:
        if kind == seen.kind and parties == seen.parties and seen.title in (None, title):
            return kind, parties, title
    for key in known:
        if key == (seen.kind, seen.parties, None):
            known[(seen.kind, seen.parties, seen.title)] = known.pop(key)
            break
    return seen.kind, seen.parties, seen.title


def _sighted(context: Context, unit: Marked, meetings: tuple[Event, ...]) -> Iterator[Sighted]:
    text = unit.words
    for match in _named().finditer(text):
        kind = instrument_kind(match["name"])
        act = _act(text, match.start(), match.end())
        if kind is None or act is None or _in_name(unit, match.start()):
            continue
        title, end = _title(text, match)
        parties = _parties(context, unit, match.start())
        if len(parties) < 2:
            continue
        yield Sighted(
            kind=kind,
            title=title,
            subjects=() if title else _subjects(text, match, end),
            parties=parties,
            act=_dated(context, unit, act, match.span(), meetings),
            span=unit.passage.span,
        )


def _in_name(unit: Marked, at: int) -> bool:
    """Whether a word only belongs to an organisation's name."""
    return any(found.start <= at < found.end for found in unit.found)


def _act(text: str, start: int, end: int) -> tuple[ActKind | None, int] | None:
    """What was done with the document, and from where its date may stand; None if nothing was.

    The verb is one right behind it ("signed in 2001"), the nearest before it, or a passive.
    """
    relative = _RELATIVE.match(text, end)
    act = _kind_of(relative["verb"]) if relative else None
    if relative and act:
        return act, relative.start()
    before = _nearest(text[max(0, start - 120) : start])
    if before is None:
        passive = _PASSIVE.match(text, end)
        act = _kind_of(passive["verb"] or passive["force"]) if passive else None
        if act is None:
            return None
        before = (act,)
    modality = modality_of(text, start, end)
    if modality == "negated":
        return None
    return ("planned" if modality in ("future", "hypothetical") else before[0]), 0


def _kind_of(verb: str) -> ActKind | None:
    return next((act for act, words in _ACTS if re.fullmatch(words, verb)), None)


def _nearest(before: str) -> tuple[ActKind | None] | None:
    """The act whose verb stands nearest to the end of `before`, in the same clause."""
    best: tuple[int, ActKind | None] | None = None
    for act, words in _ACTS:
        for match in re.finditer(rf"\b(?:{words})\b(?=[^.;]*$)", before, re.IGNORECASE):
            if best is None or match.start() > best[0]:
                best = match.start(), act
    return (best[1],) if best else None


def _title(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The title in capitals that starts at or before the name, and where it ends."""
    if not match["name"][0].isupper():
        named = re.search(rf"\b(?:{_CAPITAL}\s+){{2,6}}$", text[: match.start()])
        if named and named.start() > 0 and match["name"] in _PROPER:
            return text[named.start() : match.end()], match.end()
        return None, match.end()
    tail = _TITLE_TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    start = match.start()
    lead = re.search(rf"(?:{_CAPITAL}\s+)+$", text[:start])
    if lead and lead.start() > 0:
        start = lead.start()
    title = _without_place(" ".join(text[start:end].rstrip(".,").split()))
    return (title if len(title.split()) > 2 else None), end


def _without_place(title: str) -> str:
    """A title without the day and the place it was signed on, which only follow it."""
    title = _ON_DAY.sub("", title)
    found = re.search(r"\s+(?:in|at)\s+(?P<place>[^\s]+(?:\s+[A-Z]\w+)?)$", title)
    return title[: found.start()] if found and place(found["place"]) else title


def _subjects(text: str, match: re.Match[str], end: int) -> tuple[str, ...]:
    """What the document is about, as listed behind or before its name."""
    found: list[str] = []
    lead = re.search(
        rf"\b({_CAPITAL}(?:\s+(?:and|of)\s+{_CAPITAL}|\s+{_CAPITAL})*)\s+$", text[: match.start()]
    )
    if lead and lead.start() > 0:
        found.append(lead[1])
    behind = _SUBJECT.match(text, end)
    if behind:
        words = _ON_DAY.sub("", _STOP.sub("", behind["what"]))
        found += [part.strip() for part in re.split(r",\s+and\s+|,\s+|\s+and\s+(?!Road\b)", words)]
    return tuple(dict.fromkeys(each for each in found if each and not _VAGUE.match(each)))


def _parties(context: Context, unit: Marked, at: int) -> tuple[str, ...]:
    """The two or three states named before the document, in the sentence, or the report's."""
    before = [found for found in unit.found if found.end <= at]
    for states in (states_in(before), states_in(unit.found)):
        if len(states) in (2, 3):
            return tuple(sorted(states))
    return context.cast.dyad or ()


def _dated(
    context: Context,
    unit: Marked,
    found: tuple[ActKind | None, int],
    at: tuple[int, int],
    meetings: tuple[Event, ...],
) -> Act | None:
    """The act with its date: the sentence's, else that of the report's one meeting."""
    act, since = found
    if act is None:
        return None
    if since:
        return Act(act=act, date=_date_behind(context, unit, since))
    told = told_date(context, unit, at, "future" if act == "planned" else "actual")
    if told is None and act != "planned":
        told = news_date(context, unit, at, meetings)
    return Act(act=act, date=told.value if told else None)


def _date_behind(context: Context, unit: Marked, since: int) -> str | None:
    """The first date at or behind `since` in a sentence."""
    start = unit.passage.span.start + since
    for mention in context.dates:
        if unit.passage.span.holds(mention.passage.span) and mention.passage.span.start >= start:
            return mention.value
    return None


def _own(context: Context, unit: Marked) -> Iterator[Sighted]:
    """The document that the report itself is, by its headline and the place "Done at ..."."""
    headline = context.report.headline
    name = _named().search(flat(headline.text)) if headline else None
    kind = instrument_kind(name["name"]) if name else None
    if headline is None or kind is None or not _DONE.match(unit.words):
        return
    states = tuple(sorted({hit.iso3 for hit in scan(flat(headline.text)) if hit.iso3}))
    date = told_date(context, unit, (0, 1), "actual")
    if len(states) >= 2:
        yield Sighted(
            kind=kind,
            title=flat(headline.text),
            subjects=(),
            parties=states,
            act=Act(act="signed", date=date.value if date else None),
            span=unit.passage.span,
        )


def _instrument(context: Context, found: list[Sighted]) -> Instrument:
    title = max((s.title for s in found if s.title), key=len, default=None)
    first = found[0]
    acts = tuple(dict.fromkeys(s.act for s in found if s.act))
    subjects = tuple(dict.fromkeys(each for s in found for each in s.subjects))
    return Instrument(
        id=content_id("in", context.report.id, first.kind, *first.parties, title),
        kind=first.kind,
        title=title,
        parties=first.parties,
        acts=_settled(acts),
        subjects=subjects,
        report_ids=(context.report.id,),
        evidence=tuple(dict.fromkeys(context.report.evidence(each.span) for each in found)),
    )


def _settled(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts, a dated one standing for the same act without a date or on a derived one."""
    kept: dict[str, Act] = {}
    for act in acts:
        known = kept.get(act.act)
        kept[act.act] = act if known is None or known.date is None else known
    return tuple(kept.values())
