"""Who speaks on: the rules by which a sentence without a cue belongs to the speaker before it."""

import re
from dataclasses import dataclass, replace

from communique.extract.marks import Marked
from communique.extract.speech import Said
from communique.extract.words import quoted
from communique.types.text import Passage

_NARRATIVE = re.compile(
    r"\b(?:issued|released|signed|inked|initialled|adopted|exchanged|attended|were\s+present|was\s+"
    r"present|held|met|visited|arrived|left|took\s+place|witnessed\s+the\s+signing|accompanied|"
    r"participated|inspected|toured|laid|hosted|received|began|ended|followed|welcomed)\b"
)
_CAME = re.compile(
    r"^(?:It|That|This|The\s+(?:visit|meeting|talks|summit|call|trip|statement|deal))\s+"
)
_NOW = re.compile(
    r"\b(?:is|are|has|have|will|should|must|can|cannot|may|would|could|shall|needs?|hopes?|stands?|"
    r"supports?|attach(?:es)?|abides?|adheres?|welcomes?|appreciates?|opposes?|believes?|wants?|"
    r"remains?|continues?|looks?|wish(?:es)?|respects?|values?|regards?|follows?|does|do|expects?|"
    r"calls?|firmly|favours?|favors?|seeks?|intends?|proposes?|did\s+not|never)\b"
)
_THEN = re.compile(r"\b(?:was|were|had|did(?!\s+not)|came|\w{3,}ed)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks on: the words that name the speaker, and where they were last named.

    `began` is the id of the statement that is gone on with; `iso3` the speaker's one state.
    """

    source: Passage | None
    actor_ids: tuple[str, ...]
    cited: Passage
    personal: bool
    iso3: tuple[str, ...]
    began: str


def voice_of(unit: Marked, said: Said, began: str) -> Voice:
    """The speaker of an act of speech."""
    return Voice(
        source=unit.cut(*said.source) if said.source else None,
        actor_ids=said.actor_ids,
        cited=unit.passage,
        personal=said.source is not None
        and any(f.kind in ("person", "pronoun") for f in unit.within(*said.source)),
        iso3=state_of(unit, *said.source) if said.source else (),
        began=began,
    )


def state_of(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    """The one state that the parties there belong to, if it is one."""
    codes = {code for found in unit.within(start, end) for code in found.iso3}
    return tuple(codes) if len(codes) == 1 else ()


def own_names(unit: Marked, iso3: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a sentence that name the speaker's own state ("Beijing")."""
    named = (each for each in unit.every if each.kind == "state" and each.iso3 == iso3)
    return tuple(unit.words[each.start : each.end] for each in named) if iso3 else ()


def speaks_on(unit: Marked) -> bool:
    """Whether a sentence without a cue reads as more of the same speech.

    It does in the present, with no deed told: the first verb decides. A sentence about the visit
    itself is the reporter's.
    """
    text = unit.text
    now, then, deed = _NOW.search(text), _THEN.search(text), _NARRATIVE.search(text)
    if now is None:
        return False
    if deed and deed.start() < now.start():
        return False
    if then and then.start() < now.start():
        return False
    return not (_CAME.match(text) and then)


def is_quotation(unit: Marked) -> bool:
    """Whether a sentence is a quotation and nothing else."""
    stretches = quoted(unit.words)
    return bool(stretches) and stretches[0][0] == 0 and stretches[-1][1] >= len(unit.words) - 1


_STANCE_RULES = ("noun", "object", "leading", "aim")
_PRESENT = re.compile(r"(?:is|are|\w+[^s]s|has|have)$")


def is_reported_stance(unit: Marked, said: Said, voice: Voice) -> bool:
    """Whether a state's stance ("China welcomes ...") is more of a person's speech."""
    if not voice.personal or said.source is None or said.rule not in _STANCE_RULES:
        return False
    found = unit.within(*said.source)
    cue = unit.plain(*said.cue)
    return (
        bool(found)
        and all(each.kind in ("state", "group") for each in found)
        and (bool(_PRESENT.match(cue.split()[0])) or cue == "hope" or " have " in unit.text)
    )


_WE = re.compile(r"We,\s")
_OURS = re.compile(
    r"we|our\s+(?:(?:two|four|five|three)\s+)?(?:governments|countries|nations|states)", re.I
)


def declared(unit: Marked, source: tuple[int, int]) -> tuple[str, ...]:
    """The states that "We, the ministers of A, B and C," name as those who speak."""
    if not _WE.match(unit.plain(*source)):
        return ()
    first, last = unit.place_of(*source)
    states = (f for f in unit.every if f.kind == "state" and first <= f.start and f.end <= last)
    return tuple(dict.fromkeys(one for each in states for one in each.actor_ids))


def is_ours(unit: Marked, source: tuple[int, int]) -> bool:
    """Whether a source is "we" or "our governments"."""
    return bool(_OURS.fullmatch(unit.plain(*source)))


_IT = re.compile(
    r"(?:[Ii]t|[Tt]he\s+(?:ministry|government|statement|communiqué|communique|document|office|"
    r"embassy))$",
    re.IGNORECASE,
)


_NOUN = re.compile(r"[Tt]he\s+(?P<noun>[a-z]{4,})$")


def named_office(said: Said, unit: Marked, office: Voice | None) -> Said:
    """Give "it", "the ministry" and a word of its name ("the centre") the last body that spoke."""
    if said.actor_ids or said.source is None or office is None:
        return said
    words = unit.plain(*said.source)
    noun = _NOUN.match(words)
    called = office.source.text.lower().split() if office.source else []
    if _IT.match(words) or (noun and noun["noun"] in called):
        return replace(said, actor_ids=office.actor_ids)
    return said
