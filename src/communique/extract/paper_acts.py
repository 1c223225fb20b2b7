"""What is done with a document, as a sentence tells it: the act, who did it alone, and when."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.acting import Acting
from communique.extract.attaching import Attached
from communique.extract.clauses import VERB
from communique.extract.modality import modality_of
from communique.extract.paper_dates import Sentence, date_of_act, date_stated, day_behind
from communique.extract.papers import Paper
from communique.extract.signatories import codes, doers_of, parties_in
from communique.types.record import Modality
from communique.types.standing import Act, ActKind, InstrumentKind
from communique.vocab.periods import edges

_STATED = ("joint_statement", "joint_declaration", "communique", "declaration", "action_plan")
"""Kinds that are issued rather than signed, where the words do not tell."""
_ISSUED = ("joint_statement", "communique")
_SIGNS = re.compile(r"(?:co-?)?(?:sign|ink|pen|put|set|affix)")
_LASTING = ("in_force", "ended", "suspended", "extended")
_PLANNED = ("signed", "issued", "initialled", "planned")
_ALONE = ("ratified", "approved", "suspended", "ended")
_TO = re.compile(r"\bto\s+(?:be\s+)?(?:\w+ly\s+)?$")
_WANTS = re.compile(r"\b(?:want|wish|like|see|have|get|need)\w*\s+(?:it|them|the\s+\w+)\s+$")
_DECIDED = re.compile(
    r"\b(?:vot(?:ed|es|ing)|decid(?:ed|es)|agree(?:d|s)|moved|chose|allow(?:ed|s)|permitted|caused)\b[^,;:]*?\bto\s+(?:\w+ly\s+)?$"
)
_PUT_OFF = re.compile(
    r"[^.;]{0,80}?\b(?:(?:is|was|are|has\s+been|had\s+been|will\s+be)\s+(?:now\s+)?(?:planned|set|scheduled|expected|due|"
    r"foreseen|put\s+off|postponed|delayed|pushed\s+back|moved)|will\s+(?:take\s+place|follow)|is\s+to\s+(?:take\s+place|follow))\b"
)
_TOWARD = re.compile(
    r"\b(?:close\s+to|near|about|towards?|for|of|before|ahead\s+of|to|instead\s+of|from|at)\s+(?:\w+ly\s+)?$"
)
_ASKED = re.compile(
    r"\b(?:offer|proposal|request|bid|call|failure|attempt|threat\w*|right|reluctan\w+|chance|pressure|"
    r"refus\w+|declin\w+|fail\w*|(?:urg|invit|ask|press|encourag|advis|forc|order)\w*\s[^,;]{1,60}?)\s+to\s+(?:\w+ly\s+)?$"
)
_ONCE = re.compile(
    r"\b(?:once|if|until|unless|when)\s+(?:(?:it|they)\s+(?:is|are|have\s+been|has\s+been)\s+)?(?:\w+ly\s+)?$",
    re.I,
)
_WITH_IT = re.compile(r"\b(?:end|clos|conclud|wound|wrap)\w*\b[^.;]{0,80}\bwith\s+$")
_TALKED = re.compile(r"\b(?:talks|negotiations)\b", re.IGNORECASE)
_SO = re.compile(
    r"\b(?:followed(?=\s+(?:only\s+)?(?:last|in|on|this|earlier|a)\b)|did\s+so|did\s+the\s+same|followed\s+suit|done\s+so)\b"
)
_DUE = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:due|set|expected|scheduled|meant)\s+to\s+(?:\w+\s+)?$"
)
_SAYS = re.compile(
    r"\s+(?:[^,.;]{0,60}?\s)?(?:said|says|read|reads|stated|states|speaks|spoke|noted|"
    r"call(?:ed|s)|urg(?:ed|es)|condemn(?:ed|s)|stress(?:ed|es)|reaffirm(?:ed|s)|welcom(?:ed|es)|pledg(?:ed|es)|"
    r"express(?:ed|es)|underlin(?:ed|es)|declar(?:ed|es)|describ(?:ed|es)|quoted|emphasi[sz](?:ed|es)|commit(?:ted|s))\b"
)
_NO_DAY = re.compile(r"\bno\s+(?:\w+\s+)?(?:date|day|time|plans?)\b", re.IGNORECASE)
_HAD_IT = re.compile(
    r"\b(?:(?:would|could|might|should|(?:was|were)\s+to)\s+have|"
    r"had\s+been\s+(?:due|set|expected|scheduled|meant|planned)\s+to)\s+(?:be(?:en)?\s+)?(?:\w+ly\s+)?$"
)
_CALLED_OFF = re.compile(
    r"[^.;]{0,80}?\b(?:was|were|is|has\s+been|had\s+been|will\s+be)\s+(?:\w+ly\s+)?"
    r"(?:cancelled|canceled|called\s+off|scrapped|abandoned|dropped|blocked)\b"
)
_BY_NOTES = re.compile(
    r"\b(?:in\s+the\s+form\s+of|by(?:\s+means\s+of)?|through|via)\s+(?:an\s+)?$", re.IGNORECASE
)
_IN = re.compile(r"\b(?:in|by|according\s+to|as\s+per)\s+$", re.IGNORECASE)


def acts_of(
    sentence: Sentence, attached: Attached, paper: Paper | None, kind: InstrumentKind
) -> Iterator[Act]:
    """What a sentence tells to be done with a document; nothing for what is not, or may never be.

    Several acts where several do it, each at a time of its own.
    """
    acting, text = attached.acting, sentence.unit.words
    told = _told(text, attached, paper)
    act = _as_done(_meant(text, attached), told)
    if act is None:
        return
    if act == "signed" and kind in _ISSUED and not _SIGNS.match(text, acting.start):
        act = "issued"
    date = _date_listed(sentence, attached, paper) or date_of_act(
        sentence, attached, act, ahead=told != "actual" or act == "planned"
    )
    if act in ("ended", "suspended", "extended") and told != "actual" and date is None:
        return
    doers = doers_of(sentence.unit, attached) if acting.act in _ALONE else ()
    yield Act(act=act, date=date, by=doers[0] if len(doers) == 1 else None)
    if act in _ALONE:
        yield from _others(sentence, attached, act)


def _date_listed(sentence: Sentence, attached: Attached, paper: Paper | None) -> str | None:
    """The date right behind one of several ("a memorandum last year and a pact in May")."""
    if paper is None or paper is attached.papers[0] or not attached.object:
        return None
    behind = day_behind(sentence, paper.end)
    others = (other.start for other in attached.papers if other.start > paper.end)
    limit = next(others, len(sentence.unit.words))
    near = any(start < limit for start, _, m in sentence.dates() if m.value == behind)
    return behind if near else None


def _meant(text: str, attached: Attached) -> ActKind:
    """The act of a word: talks are concluded by being negotiated, not by being signed."""
    acting = attached.acting
    if text[acting.start : acting.end].startswith("conclud") and _TALKED.search(
        text[: acting.start]
    ):
        return "negotiated"
    return acting.act


def same_again(sentence: Sentence, known: Sequence[Act]) -> Iterator[Act]:
    """What another party "did so" too: the last of the acts known, with a time of its own."""
    done = _SO.search(sentence.unit.words)
    last = next((act for act in reversed(known) if act.act in (*_ALONE, "signed")), None)
    if done is None or last is None:
        return
    doers = parties_in(sentence.unit, 0, done.start())
    if doers:
        yield Act(act=last.act, date=day_behind(sentence, done.end()), by=doers[-1])


def _others(sentence: Sentence, attached: Attached, act: ActKind) -> Iterator[Act]:
    """The same act of others: "Peru ratified it in May, Chile in June"."""
    unit = sentence.unit
    for found in unit.every:
        party = codes(unit, found)
        before = unit.words[attached.acting.end : found.start]
        if len(party) != 1 or not re.search(r"(?:,|\band)\s+(?:by\s+)?(?:the\s+)?$", before):
            continue
        date = None if VERB.search(before) else day_behind(sentence, found.end)
        if date:
            yield Act(act=act, date=date, by=party[0])


def with_others(sentence: Sentence, since: int) -> Iterator[tuple[str, str]]:
    """Further parties with dates of their own: "with Peru in 2022 and with Chile in 2023"."""
    unit = sentence.unit
    for found in unit.every:
        party = codes(unit, found)
        joined = re.search(r"(?:,|\band|,\s+and)\s+with\s+(?:the\s+)?$", unit.words[: found.start])
        date = day_behind(sentence, found.end)
        if found.start > since and len(party) == 1 and joined and date:
            yield party[0], date


def _told(text: str, attached: Attached, paper: Paper | None) -> Modality:
    """How an act is told: from its document on where that stands before it."""
    acting = attached.acting
    since = 0
    if paper and paper.lead[:1] in (("no",), ("neither",)):
        return "negated"
    if acting.way == "signing":
        return "negated" if _NO_DAY.search(text[: acting.end]) else "future"
    if paper and not attached.object and paper.end <= acting.done:
        since = paper.end
        if modality_of(text, paper.start, paper.start) == "negated":
            return "negated"
    due = acting.act in _LASTING and _DUE.search(text[: acting.start])
    if due or _HAD_IT.search(text[: acting.start]):
        return "hypothetical"
    return _off(text, acting, paper) or _worded(text, acting, since)


def _worded(text: str, acting: Acting, since: int) -> Modality:
    """How the words before an act, from `since` on, tell of it."""
    told = modality_of(text[since:], acting.done - since, acting.end - since)
    if told == "future" and _DECIDED.search(text[: acting.start]) and acting.act not in _PLANNED:
        told = "actual"
    if told == "actual" and acting.way != "noun" and _TO.search(text[: acting.start]):
        decided = _DECIDED.search(text[: acting.start]) and acting.act not in _PLANNED
        return "actual" if decided else _hedged(text, acting) or "future"
    return told if told == "negated" else _hedged(text, acting) or told


def _off(text: str, acting: Acting, paper: Paper | None) -> Modality | None:
    """How "the signing of the treaty was put off", or called off, tells of it."""
    if acting.way != "noun" or paper is None:
        return None
    if _CALLED_OFF.match(text, paper.end):
        return "negated"
    return "future" if _PUT_OFF.match(text, paper.end) else None


def _hedged(text: str, acting: Acting) -> Modality | None:
    """How "close to signing", "once signed" and "wants it scrapped" tell of an act."""
    if _TOWARD.search(text[: acting.start]) and text[acting.start : acting.end].endswith("ing"):
        return "future"
    if _ASKED.search(text[: acting.start]):
        return "hypothetical"
    if acting.plain and _ONCE.search(text[: acting.start]):
        return "future" if acting.act in _PLANNED else "hypothetical"
    if acting.plain and _WANTS.search(text[: acting.start]):
        return "hypothetical"
    return None


def _as_done(act: ActKind, told: Modality) -> ActKind | None:
    """The act as it counts: to be signed is planned; what else is only thought of is none."""
    if told == "negated":
        return None
    if told == "actual":
        return act
    if act in _PLANNED:
        return "planned"
    return act if act in _LASTING and told == "future" else None


def stated_in(sentence: Sentence, paper: Paper) -> Act | None:
    """That a joint statement was issued, where it only says something ("in a joint statement")."""
    text = sentence.unit.words
    done = modality_of(text, paper.start, paper.end) == "actual"
    notes = paper.name.kind == "exchange_of_notes" and _BY_NOTES.search(text[: paper.start])
    if notes and done:
        return Act(act="signed", date=date_stated(sentence, (paper.head, paper.end)))
    joint = paper.words.startswith(("joint", "final", "communiq"))
    if paper.name.kind not in _STATED or paper.told or not joint:
        return None
    before = text[: paper.start]
    if not (_IN.search(before) or _WITH_IT.search(before) or _SAYS.match(text, paper.end)):
        return None
    if not done:
        return None
    return Act(act="issued", date=date_stated(sentence, (paper.head, paper.end)))


def made(sentence: Sentence, paper: Paper) -> Act | None:
    """That a document was made at the time told with its name ("the treaty of 2012")."""
    if paper.told is None:
        return None
    start, end = paper.told
    year = re.search(r"(?:19|20)\d\d", sentence.unit.words[start:end])
    value = year.group() if year else None
    for at, _, mention in sentence.dates():
        if start <= at < end:
            value = mention.value
    anchor = sentence.context.anchor
    if value is None or (anchor and edges(value)[0] > anchor.day):
        return None
    return Act(act="issued" if paper.name.kind in _STATED else "signed", date=value)
