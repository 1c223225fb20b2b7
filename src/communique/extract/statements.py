"""Who said what: rules over marked sentences, each with its name.

leading      "Xi noted that ..."               trailing   "..., Xi stressed"
inverted     "..., said Aliyev"                according  "according to Muhsinzoda, ..."
continuation a readout's further sentences     quotation  a quotation that goes on without a cue
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extract.commitment import commitment_of
from communique.extract.marks import Marked
from communique.extract.speech import Said, read_speech
from communique.extract.wordings import Commitment
from communique.extract.words import quoted
from communique.types.ids import content_id
from communique.types.record import Manner, Statement
from communique.types.text import Evidence, Passage, Report
from communique.vocab.cues import Frame

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
    """Who speaks on: the words that name the speaker, and where they were last named."""

    source: Passage
    actor_ids: tuple[str, ...]
    cited: Passage
    personal: bool
    iso3: tuple[str, ...]


def find_statements(
    report: Report, paragraphs: Sequence[Sequence[Marked]]
) -> tuple[Statement, ...]:
    """The statements of a report's body, given its paragraphs as marked units in order."""
    found: list[Statement] = []
    voice: Voice | None = None
    office: tuple[str, ...] = ()
    for units in paragraphs:
        goes_on = False
        for unit in units:
            said = tuple(_named(item, unit, office) for item in read_speech(unit))
            if said and voice and goes_on and _is_reported_stance(unit, said[0], voice):
                found.append(_carried(report, unit, voice, "continuation"))
            elif said:
                statements = [_statement(report, unit, item) for item in said]
                found += [statement for statement in statements if statement.content]
                voice = _voice(unit, said[-1]) or None
                office = voice.actor_ids if voice and not voice.personal else office
                goes_on = voice is not None and (
                    said[-1].rule in _OPENING_RULES or report.kind == "readout"
                )
            elif voice and _is_quotation(unit):
                found.append(_carried(report, unit, voice, "quotation"))
            elif voice and goes_on and speaks_on(unit):
                found.append(_carried(report, unit, voice, "continuation"))
            else:
                goes_on = False
    return tuple(found)


_OPENING_RULES = ("leading", "object", "noun", "coordinated")
_STANCE_RULES = ("noun", "object", "leading", "aim")
_PRESENT = re.compile(r"(?:is|are|\w+[^s]s|has|have)$")


def _is_reported_stance(unit: Marked, said: Said, voice: Voice) -> bool:
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


_IT = re.compile(
    r"(?:[Ii]t|[Tt]he\s+(?:ministry|government|statement|communiqué|communique|document|office|"
    r"embassy))$",
    re.IGNORECASE,
)


def _named(said: Said, unit: Marked, office: tuple[str, ...]) -> Said:
    """Give "it" and "the ministry" the last body that spoke."""
    if said.actor_ids or said.source is None or not _IT.match(unit.plain(*said.source)):
        return said
    return replace(said, actor_ids=office)


def _voice(unit: Marked, said: Said) -> Voice | None:
    if said.source is None:
        return None
    return Voice(
        source=unit.cut(*said.source),
        actor_ids=said.actor_ids,
        cited=unit.passage,
        personal=any(f.kind in ("person", "pronoun") for f in unit.within(*said.source)),
        iso3=_iso3(unit, *said.source),
    )


def _iso3(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    """The one state that the parties there belong to, if it is one."""
    codes = {code for found in unit.within(start, end) for code in found.iso3}
    return tuple(codes) if len(codes) == 1 else ()


def _own(unit: Marked, iso3: tuple[str, ...]) -> tuple[str, ...]:
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


def _is_quotation(unit: Marked) -> bool:
    stretches = quoted(unit.words)
    return bool(stretches) and stretches[0][0] == 0 and stretches[-1][1] >= len(unit.words) - 1


def _statement(report: Report, unit: Marked, said: Said) -> Statement:
    pieces = (_whole_quotation(_tidy(unit.cut(*piece)), unit) for piece in said.content)
    content = tuple(piece for piece in pieces if piece.text)
    cue = unit.cut(*said.cue)
    return _record(
        report,
        rule=said.rule,
        source=unit.cut(*said.source) if said.source else None,
        actor_ids=said.actor_ids,
        cue=cue,
        content=content,
        committed=commitment_of(
            cue,
            content,
            before=unit.plain(0, said.cue[0]),
            own=_own(unit, _iso3(unit, *said.source) if said.source else ()),
            frames=_FRAMES.get(said.rule, ("say", "clause", "that")),
        ),
        modality_words=said,
        addressee=said.addressee,
        evidence=(report.evidence(unit.passage.span),),
        quotes=_quotes(unit),
    )


_FRAMES: Mapping[str, tuple[Frame, ...]] = {"noun": ("np",), "object": ("object",), "aim": ("to",)}


def _carried(report: Report, unit: Marked, voice: Voice, rule: str) -> Statement:
    content = (_tidy(unit.passage),)
    return _record(
        report,
        rule=rule,
        source=voice.source,
        actor_ids=voice.actor_ids,
        cue=None,
        content=content,
        committed=commitment_of(None, content, own=_own(unit, voice.iso3)),
        modality_words=None,
        addressee=None,
        evidence=(report.evidence(unit.passage.span), report.evidence(voice.cited.span)),
        quotes=_quotes(unit),
    )


def _record(
    report: Report,
    *,
    rule: str,
    source: Passage | None,
    actor_ids: tuple[str, ...],
    cue: Passage | None,
    content: tuple[Passage, ...],
    committed: tuple[Commitment, tuple[Passage, ...]],
    modality_words: Said | None,
    addressee: str | None,
    evidence: tuple[Evidence, ...],
    quotes: tuple[tuple[int, int], ...],
) -> Statement:
    commitment, wording = committed
    where = tuple(f"{piece.span.start}:{piece.span.end}" for piece in content)
    return Statement(
        id=content_id("st", report.id, *where),
        report_id=report.id,
        source=source,
        actor_ids=actor_ids,
        cue=cue,
        content=content,
        manner=_manner(content, quotes),
        modality=modality_words.modality if modality_words else "actual",
        rule=rule,
        addressee=addressee,
        evidence=evidence,
        kind=commitment.kind,
        act=commitment.act,
        strength=commitment.strength,
        wording=wording,
    )


def _quotes(unit: Marked) -> tuple[tuple[int, int], ...]:
    base = unit.passage.span.start
    return tuple((base + start, base + end) for start, end in quoted(unit.words))


def _manner(content: Sequence[Passage], quotes: Sequence[tuple[int, int]]) -> Manner:
    """Direct where the words stand in quotation marks, mixed where three or more of them do."""
    inside = total = 0
    for piece in content:
        for word in re.finditer(r"\w+", piece.text):
            at = piece.span.start + word.start()
            total += 1
            inside += any(start <= at < end for start, end in quotes)
    if total and inside >= 0.9 * total:
        return "direct"
    return "mixed" if inside >= 3 else "indirect"


def _whole_quotation(piece: Passage, unit: Marked) -> Passage:
    """A piece of content with the closing mark of the quotation it ends in."""
    base = unit.passage.span.start
    for start, end in _quotes(unit):
        if start <= piece.span.start and start < piece.span.end < end <= piece.span.end + 3:
            return unit.passage.inner(piece.span.start - base, end - base)
    return piece


def _tidy(piece: Passage) -> Passage:
    """A piece of content without the comma or stop that only joined it to the cue."""
    text, start, end = piece.text, 0, len(piece.text)
    while start < end and text[start] in " ,:;—–-":
        start += 1
    while end > start and text[end - 1] in " ,:;—–-.":
        end -= 1
    return piece.inner(start, end)
