"""The wordings of changes of relations: what is changed, how, and the levels that are named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from communique.extract.changed import HEAD, OBJECT, Thing, thing_of
from communique.extract.levels import Level, level_at
from communique.extract.marks import sign
from communique.extract.wording import Voice, Wording
from communique.types.standing import Change
from communique.vocab.relation_verbs import Form, Move, Word, moves_of, words_for

S = sign()
_BE = r"(?:was|were|is|are|am|been|be|being|became|get|got|stood|stay(?:ed)?)"
_ADVERB = r"(?:(?!not\b)\w+ly\s+|also\s+|first\s+|now\s+|then\s+|again\s+|formally\s+)*"
_GAP = (
    r"(?:(?:(?!\b(?:that|which|who|whom|after|before|when|while|since|because|although|but)\b)"
    r"[^;:.,“”\"])|,[^,;.]{1,40},){0,90}?"
)


def find_wordings(text: str) -> Iterator[Wording]:
    """Every change of relations worded in a marked sentence, in order; none overlaps another."""
    taken: list[tuple[int, int]] = []
    for wording in _candidates(text):
        span = wording.verb
        if not any(span[0] < end and start < span[1] for start, end in taken):
            taken.append(span)
            yield wording


def _candidates(text: str) -> Iterator[Wording]:
    for voice, pattern, forms in _patterns():
        found = [
            wording
            for match in _each(pattern, text)
            if (thing := thing_of(text, match, voice))
            and (wording := _first(text, match, voice, forms, thing))
        ]
        yield from reversed(found) if voice in ("passive", "relative") else found


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, those that overlap an earlier one too."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _first(
    text: str, match: re.Match[str], voice: Voice, forms: tuple[Form, ...], thing: Thing
) -> Wording | None:
    """The first reading of the word of change that fits what is changed."""
    readings = (_worded(text, match, voice, word, thing) for word in moves_of(match["v"], *forms))
    return next((each for each in readings if each), None)


@cache
def _patterns() -> tuple[tuple[Voice, re.Pattern[str], tuple[Form, ...]], ...]:
    active: tuple[Form, ...] = ("plain", "past", "participle", "gerund")
    done: tuple[Form, ...] = ("participle",)
    rows: tuple[tuple[Voice, str, tuple[Form, ...]], ...] = (
        (
            "relative",
            rf"\b{HEAD},?\s+(?:(?:which|that)\s+)?(?=(?:the\s+)?(?:{S}|it\b|they\b))"
            rf"[^;:.,“”\"]{{1,50}}?\s(?:(?:had|has|have)\s+)?{_ADVERB}"
            rf"(?P<v>{words_for('past', 'participle')})\b(?!\s+(?:the|their|its|a)\s)",
            ("past", "participle"),
        ),
        (
            "passive",
            rf"\b{HEAD}{_GAP}\s{_BE}\s+(?:not\s+|never\s+)?{_ADVERB}(?P<v>{words_for('participle')})\b",
            done,
        ),
        ("active", rf"\b(?P<v>{words_for(*active)})\s+{_ADVERB}{OBJECT}", active),
        (
            "passive",
            rf"\b{HEAD}(?:\s+(?:with|between|of)\s+[^,;:.“”\"]{{1,60}})?,?\s(?P<v>{words_for('participle')})\b(?=\s+(?:in|on|by|last|with|to|two|three|four|five|"
            r"six|seven|a|before|after|again|\d|at|earlier|only|under)\b)",
            done,
        ),
        (
            "noun",
            rf"\b(?P<v>{words_for('noun', 'gerund')})\s+(?:of|in|to|with|for)\s+{OBJECT}",
            ("noun", "gerund"),
        ),
    )
    return tuple((voice, re.compile(words, re.IGNORECASE), forms) for voice, words, forms in rows)


def _worded(
    text: str, match: re.Match[str], voice: Voice, word: Word, thing: Thing
) -> Wording | None:
    verb = match.span("v")
    if thing.matter == "recognition" or word.move in ("grant", "withdraw"):
        return _of_recognition(verb, voice, word, thing)
    wording = Wording(
        change="established",
        matter=thing.matter,
        voice=voice,
        form=word.form,
        verb=verb,
        thing=(thing.start, thing.end),
        end=max(verb[1], thing.end),
    )
    if word.move in ("up", "down"):
        return _moved(text, wording, word, thing)
    if word.needs and word.needs != thing.matter:
        return None
    if thing.matter == "representation":
        return None
    return _turned(text, wording, word.move, thing)


def _of_recognition(
    verb: tuple[int, int], voice: Voice, word: Word, thing: Thing
) -> Wording | None:
    """Recognition withdrawn, or suspended; given, it is found by `recognition.py`."""
    if thing.matter != "recognition" or word.move not in ("withdraw", "suspend", "end"):
        return None
    return Wording(
        change="suspended" if word.move == "suspend" else "derecognised",
        matter="recognition",
        voice=voice,
        form=word.form,
        verb=verb,
        thing=(thing.start, thing.end),
        end=max(verb[1], thing.end),
    )


def _turned(text: str, wording: Wording, move: Move, thing: Thing) -> Wording | None:
    """Relations or a partnership established, restored, suspended or ended."""
    label = thing.level.words if thing.level else None
    if move == "found":
        if thing.matter == "partnership":
            return replace(wording, after=label) if label and _is_label(label) else None
        if thing.bare and not _STATES_BEHIND.match(text, thing.end):
            return None
        at = _AT_LEVEL.match(text, wording.end)
        level = level_at(text, at.end(), len(text)) if at else None
        return replace(wording, after=level.words if level else None)
    if move == "restore":
        at = _AT_LEVEL.match(text, wording.end) or _AT_LEVEL.match(text, thing.end)
        level = level_at(text, at.end(), len(text)) if at else None
        return replace(wording, change="restored", after=level.words if level else label)
    if move == "suspend":
        own = label or ("partnership" if thing.matter == "partnership" else None)
        return replace(wording, change="suspended", before=own)
    if thing.matter == "partnership":
        return replace(wording, change="downgraded", before=label or "partnership")
    return replace(wording, change="severed")


_STATES_BEHIND = re.compile(rf"[^,;.]{{0,12}}?\s(?:with|between)\s+(?:the\s+)?{S}")
_AT_LEVEL = re.compile(
    rf"(?:\s+(?:with|between)\s+(?:the\s+)?{S}(?:\s+and\s+(?:the\s+)?{S})?)?\s+(?:at|to)\s+(?:the\s+)?(?=\w)"
)
_REAL = re.compile(
    r"strategic|comprehensive|cooperative|privileged|enhanced|special|alliance|global|all-|friend|"
    r"extended|advanced|preferential|new[\s-]era|partnership\s+of",
    re.IGNORECASE,
)


def _is_label(words: str) -> bool:
    """Whether a partnership is one that states found, not one in trade or fishing."""
    return bool(_REAL.search(words))


_FROM = re.compile(r"\bfrom\s+(?=\S)", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:(?:in)?to|as|on\s+(?:the|an?)\s+(?:footing|basis)\s+of)\s+(?=\S)|\b(?:into\s+)?an?\s+(?=embassy|consulate)",
    re.IGNORECASE,
)
_REACH = 170


def _moved(text: str, wording: Wording, word: Word, thing: Thing) -> Wording | None:
    """Relations raised or lowered: by the level moved to, else by what is raised."""
    start = min(wording.end, thing.end) if wording.voice == "relative" else wording.end
    stop = _stop(text, start)
    before = _level_after(text, _FROM, start, stop)
    after = _level_after(text, _TO, start, stop)
    matter = after.matter if after else thing.matter
    if after is None and word.needs:
        return None
    if after is None and not _moves_alone(text, wording, word, thing, stop):
        return None
    if matter == "relations":
        matter = "partnership" if word.move == "up" else "representation"
    change: Change
    if matter == "partnership":
        change = "upgraded" if word.move == "up" else "downgraded"
    else:
        change = "raised" if word.move == "up" else "lowered"
    own = thing.level if thing.level and (after or thing.level.matter == "partnership") else None
    return replace(
        wording,
        change=change,
        matter=matter,
        before=(before or own).words if before or own else None,  # type: ignore[union-attr]
        after=after.words if after else None,
        end=max(wording.end, before.end if before else 0, after.end if after else 0),
    )


def _moves_alone(text: str, wording: Wording, word: Word, thing: Thing, stop: int) -> bool:
    """Whether a move without a level is one of rank ("upgrade ties", "lower the rank of")."""
    if thing.matter == "representation":
        return True
    plain = text[slice(*wording.verb)].lower()
    vague = re.search(
        r"\b(?:to|into)\s+(?:a|an|the|new|higher|greater|unprecedented)\b", text[wording.end : stop]
    )
    if thing.matter == "partnership":
        return word.move == "down" and plain.startswith("downgrad")
    return plain.startswith(("upgrad", "downgrad", "lower")) and not vague


def _stop(text: str, start: int) -> int:
    """Where the clause of a move ends."""
    end = re.compile(
        r"[;:.](?=\s|$)|[“”\"](?=\s)|\s(?:which|who|that|after|when|while|because)\s"
    ).search(text, start)
    return min(end.start() if end else len(text), start + _REACH)


def _level_after(text: str, pattern: re.Pattern[str], start: int, stop: int) -> Level | None:
    for match in pattern.finditer(text, start, stop):
        level = level_at(text, match.end(), stop)
        if level:
            return level
    return None
