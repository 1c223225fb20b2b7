"""The patterns of reported speech in one marked sentence: source, cue, content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.extract.marks import Marked, sign
from communique.extract.speech_patterns import SUBORDINATE, needed, patterns
from communique.extract.words import quoted
from communique.types.record import CueKind, Modality
from communique.vocab.cues import cue_words, find_cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One act of speech: offsets into the marked text.

    `kind` is None where only the cue's own table tells it; `confidence` is that of whoever found
    it.
    """

    source: tuple[int, int] | None
    actor_ids: tuple[str, ...]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    rule: str
    modality: Modality = "actual"
    addressee: str | None = None
    kind: CueKind | None = None
    confidence: float = 0.8


def read_speech(unit: Marked) -> Iterator[Said]:
    """The acts of speech of a unit, by the first pattern that fits.

    There are two where a tail adds another ("..., he noted, adding that ...").
    """
    shut, screens = _shut(unit), needed()
    for name, pattern in patterns().items():
        match = pattern.match(shut) if screens[name].search(shut) else None
        if match and _fits(name, match):
            said = _said(unit, name, match)
            yield said
            if match.groupdict().get("tail"):
                yield from _added(unit.text, said, *match.span("tail"))
            return


_CLOSED = "\ufffc"


def _shut(unit: Marked) -> str:
    """The marked text with the words inside quotation marks closed to the patterns."""
    letters = list(unit.text)
    for start, end in quoted(unit.text):
        for place in range(start + 1, end - 1):
            letters[place] = _CLOSED
    return "".join(letters)


def _fits(name: str, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if name in ("leading", "plain", "object", "aim", "noun", "coordinated"):
        return _is_adjunct(groups.get("pre") or "") and not _is_adjunct_only(groups["source"])
    if name in ("trailing", "inverted", "middle"):
        content = groups["content"]
        return _is_clause(content)
    return len(groups["content"].split()) >= 3


def _is_adjunct(pre: str) -> bool:
    """Whether what stands before the source only sets the scene ("In Baku, ")."""
    pre = pre.strip()
    if not pre:
        return True
    if not pre.endswith(","):
        return bool(
            re.search(r"(?:^|,\s)(?:and|but|yet|so|while)$|^[A-Z]\w+ly$", pre, re.IGNORECASE)
        )
    return bool(SUBORDINATE.match(pre)) or len(pre.split()) <= 3 or pre.split()[0].endswith("ing")


def _is_adjunct_only(source: str) -> bool:
    words = source.split()
    return words[0].lower() in {
        "in",
        "on",
        "at",
        "which",
        "who",
        "that",
        "as",
        "when",
        "while",
        "during",
        "after",
        "before",
        "what",
        "there",
        "this",
        "for",
        "if",
        "since",
        "to",
        "by",
        "with",
        "from",
        "and",
        "but",
    } or bool(
        re.search(
            r"\b(?:is|are|was|were|be|has|have|had|will|would|should|can|could|must|may|might|who|which|"
            r"that|not|to)\b",
            source,
        )
    )


def _is_clause(content: str) -> bool:
    if _CLOSED in content:
        return True
    return len(content.split()) >= 2 and (not SUBORDINATE.match(content) or "," in content)


def _said(unit: Marked, name: str, match: re.Match[str]) -> Said:
    groups = match.groupdict()
    second = groups.get("source") is None and groups.get("source2") is not None
    source = match.span("source2" if second else "source")
    cue = match.span("cue2" if second else "cue")
    content = [match.span("content")]
    if name == "leading" and groups.get("that"):
        content = _split_adding(unit.text, *content[0])
    if name == "noun" and _performs(unit.plain(*cue)):
        content = [(cue[0], content[0][1])]
    if name == "middle":
        content.append(match.span("more"))
    to = groups.get("to")
    rule = {"plain": "leading", "according_end": "according"}.get(name, name)
    return Said(
        source=source,
        actor_ids=_ids(unit, *source),
        cue=cue,
        content=tuple(content),
        rule=rule,
        modality=_modality(groups.get("mood")),
        addressee=_addressee(unit, to),
    )


def _split_adding(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Content without the speech verbs in between: "..., adding that ..."."""
    joint = re.search(
        rf",\s+(?:and\s+)?(?:{cue_words('say', 'clause', gerund=True)})\s+(?:that\s+)?",
        text[start:end],
    )
    if not joint:
        return [(start, end)]
    return [(start, start + joint.start()), (start + joint.end(), end)]


def _added(text: str, said: Said, start: int, end: int) -> Iterator[Said]:
    """What a tail adds to what was said, as an act of its own."""
    verbs = cue_words("say", "clause", gerund=True)
    joint = re.search(rf",\s+(?:who\s+)?(?P<cue>{verbs}|added|noted)\s+that\s+", text[start:end])
    if joint:
        yield replace(
            said,
            cue=(start + joint.start("cue"), start + joint.end("cue")),
            content=((start + joint.end(), end),),
            rule="added",
        )


_PERFORMED = ("praise", "thank", "congratulate", "support", "criticise", "accuse", "oppose")


def _performs(cue: str) -> bool:
    """Whether the deed is done by saying so ("thanked"), so that the cue is part of the content."""
    found = find_cue(cue, "np")
    return found is not None and found.kind == "say" and found.act in _PERFORMED


def _ids(unit: Marked, start: int, end: int) -> tuple[str, ...]:
    """Whom the source means: the parties it consists of; none where it is another noun phrase."""
    words = unit.text[start:end]
    rest = re.sub(r"\band\b|['’]s\s+\w+$", "", re.sub(sign(), "", words))
    if rest.strip(" ,"):
        return ()
    ids = [each for found in unit.within(start, end) for each in found.actor_ids]
    return tuple(dict.fromkeys(ids))


def _addressee(unit: Marked, to: str | None) -> str | None:
    if to is None or to not in unit.by_sign:
        return None
    ids = unit.at(to).actor_ids
    return ids[0] if len(ids) == 1 else None


def _modality(mood: str | None) -> Modality:
    if not mood:
        return "actual"
    return "negated" if re.match(r"did|has|have|refused|declined", mood) else "future"
