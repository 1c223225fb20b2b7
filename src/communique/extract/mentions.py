"""Words that name a party, resolved within one report, and sentences with those words marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from communique.extract.actors import (
    Cast,
    Person,
    Scanned,
    actor_id,
    scan_passage,
    state_actor_id,
    state_name,
)
from communique.extract.titles import Titled
from communique.extract.words import HONORIFIC, NAME, flat
from communique.types.parties import Mention
from communique.types.text import Passage
from communique.vocab.cues import cue_words
from communique.vocab.offices import institution_name, institution_pattern

PartyKind = Literal["person", "state", "igo", "office", "group", "pronoun", "unknown"]
_KINDS: tuple[PartyKind, ...] = (
    "person",
    "state",
    "igo",
    "office",
    "group",
    "pronoun",
    "unknown",
)
_BASE, _ROOM = 0xE000, 256


def sign(*kinds: PartyKind) -> str:
    """A regular expression for one marked mention of any of `kinds` (of all, if none given)."""
    ranges = "".join(
        f"{chr(_BASE + _KINDS.index(kind) * _ROOM)}-{chr(_BASE + _KINDS.index(kind) * _ROOM + 255)}"
        for kind in kinds or _KINDS
    )
    return f"[{ranges}]"


_SIDE = re.compile(r"\s+(?:side|government|party|delegation)\b")
_GROUP = re.compile(
    r"\b(?:[Tt]he\s+two|[Bb]oth|[Tt]he)\s+(?:countries|parties|sides|nations|states|"
    r"governments|peoples|neighbou?rs|(?P<persons>leaders|presidents|ministers|foreign\s+ministers|"
    r"prime\s+ministers|officials|heads\s+of\s+state|diplomats))\b|\b(?P<they>[Tt]hey)\b"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_FOR_HIS_PART = re.compile(r"\b(?:[Ff]or|[Oo]n)\s+(?:his|her)\s+(?:own\s+)?part\b")
_METONYM_PLACE = re.compile(r"(?:\b(?:in|at|to|from|near|of|via|for|around|outside)|,|\w-)\s*$", re.I)
_SPEAKS = re.compile(
    rf"(?P<after>{sign('person')})(?:,[^,]{{1,80}},)?\s+(?:\w+ly\s+|also\s+|further\s+|has\s+|have\s+)*"
    rf"(?:{cue_words('say', 'clause', 'that', 'np', 'object')})\b"
    rf"|(?:{cue_words('say', 'clause')}|according\s+to)\s+(?P<before>{sign('person')})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention at `start:end` of a sentence, with the actors it means."""

    start: int
    end: int
    kind: PartyKind
    actor_ids: tuple[str, ...]
    rule: str
    iso3: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence in which each mention is one private-use character.

    `offsets[i]` is where character i of `text` starts in the passage's own text.
    """

    passage: Passage
    text: str
    offsets: tuple[int, ...]
    found: tuple[Found, ...]
    by_sign: dict[str, Found]

    def cut(self, start: int, end: int) -> Passage:
        """The passage at `start:end` of the marked text."""
        return self.passage.inner(self.offsets[start], self.offsets[end])

    def at(self, letter: str) -> Found:
        """The mention a private-use character stands for."""
        return self.by_sign[letter]

    def plain(self, start: int, end: int) -> str:
        """The words at `start:end` of the marked text."""
        return flat(self.cut(start, end).text)

    @property
    def words(self) -> str:
        """The sentence's own words on one line; offsets as in the passage."""
        return flat(self.passage.text)

    def within(self, start: int, end: int) -> tuple[Found, ...]:
        """The mentions in `start:end` of the marked text."""
        return tuple(self.by_sign[c] for c in self.text[start:end] if c in self.by_sign)


def mark(sentences: Sequence[Passage], cast: Cast) -> tuple[Marked, ...]:
    """Find and resolve the mentions of consecutive sentences; pronouns look back to the speaker."""
    speaker: Found | None = None
    marked = []
    for sentence in sentences:
        found = tuple(_resolved(flat(sentence.text), _find(sentence, cast), speaker))
        item = _marked(sentence, found)
        speaker = _speaker(item) or speaker
        marked.append(item)
    return tuple(marked)


def as_mention(item: Marked, found: Found) -> Mention:
    """A mention as a record."""
    return Mention(
        passage=item.passage.inner(found.start, found.end),
        actor_ids=found.actor_ids,
        rule=found.rule,
    )


def _marked(passage: Passage, found: tuple[Found, ...]) -> Marked:
    letters: list[str] = []
    offsets: list[int] = []
    by_sign: dict[str, Found] = {}
    at = 0
    for item in found:
        for place in range(at, item.start):
            letters.append(_unsigned(passage.text[place]))
            offsets.append(place)
        letter = chr(_BASE + _KINDS.index(item.kind) * _ROOM + len(by_sign) % _ROOM)
        by_sign[letter] = item
        letters.append(letter)
        offsets.append(item.start)
        at = item.end
    letters += [_unsigned(c) for c in passage.text[at:]]
    offsets += [*range(at, len(passage.text)), len(passage.text)]
    return Marked(
        passage=passage,
        text="".join(letters),
        offsets=tuple(offsets),
        found=found,
        by_sign=by_sign,
    )


def _unsigned(letter: str) -> str:
    """Private-use characters of the page itself must not read as marks."""
    return " " if "\ue000" <= letter <= "\uf8ff" or letter.isspace() else letter


def _find(sentence: Passage, cast: Cast) -> tuple[Found, ...]:
    """All mentions of a sentence in order, none overlapping; earlier finders win."""
    scanned = scan_passage(sentence)
    finders = (_titled, _names, _offices, _hits, _groups, _pronouns)
    kept: list[Found] = []
    for finder in finders:
        for item in finder(scanned, cast):
            if not any(item.start < other.end and other.start < item.end for other in kept):
                kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start)[: _ROOM - 1])


def _of(person: Person, start: int, end: int, rule: str) -> Found:
    return Found(
        start=start,
        end=end,
        kind="person",
        actor_ids=(person.id,),
        rule=rule,
        iso3=(person.iso3,) if person.iso3 else (),
        name=person.name,
    )


def _titled(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    for titled in scanned.titles:
        if titled.name:
            persons = cast.named(" ".join(titled.name.split()), titled.iso3)
        elif (titled.definite or titled.iso3) and not _indefinite(scanned.text, titled):
            persons = cast.of_office(titled)
        else:
            continue
        if len(persons) == 1:
            rule = "title and name" if titled.name else "title"
            yield _of(persons[0], titled.start, titled.end, rule)
        elif persons and not titled.name:
            yield Found(
                start=titled.start,
                end=titled.end,
                kind="pronoun",
                actor_ids=tuple(person.id for person in persons),
                rule="title of several",
            )
        elif titled.name:
            yield Found(
                start=titled.start, end=titled.end, kind="unknown", actor_ids=(), rule="unresolved"
            )


def _indefinite(text: str, titled: Titled) -> bool:
    return bool(re.match(r"[Aa]n?\s", text[titled.start :]))


def _names(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    text = scanned.text
    for person in cast.persons:
        for match in re.finditer(rf"(?:{HONORIFIC})?\b{re.escape(person.name)}\b", text):
            yield _of(person, match.start(), match.end(), "full name")
    for match in re.finditer(NAME, text):
        yield from _surnames(text, match, cast)


def _surnames(text: str, run: re.Match[str], cast: Cast) -> Iterator[Found]:
    """A surname alone: the only capitalised word, but for what opens a sentence or dates it."""
    words = list(re.finditer(r"\S+", run.group()))
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            start, end = run.start() + words[first].start(), run.start() + words[last - 1].end()
            persons = cast.named(text[start:end])
            if len(persons) != 1:
                continue
            lead, tail = words[:first], words[last:]
            if all(_LEAD.fullmatch(w.group()) for w in lead) and all(
                _TAIL.fullmatch(w.group()) for w in tail
            ):
                yield _of(persons[0], start, end, "surname")
                return


_LEAD = re.compile(
    r"Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sheikh|President|Premier|Minister|Chancellor|King|Secretary|General|"
    r"But|And|When|While|As|During|Both|Earlier|Meanwhile|Later|However|On|In|At|After|Before|"
    r"Since|If|For|With|Though|Although|Also|Then|That|What|Asked|Speaking"
)
_TAIL = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)


def _offices(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    text = scanned.text
    for match in institution_pattern().finditer(text):
        start, end = match.span()
        left = next(
            (
                hit
                for hit in scanned.hits
                if hit.iso3
                and hit.end <= start
                and re.fullmatch(r"(?:['’]s?)?\s+", text[hit.end : start])
            ),
            None,
        )
        right = next(
            (
                hit
                for hit in scanned.hits
                if hit.iso3
                and hit.start >= end
                and re.fullmatch(r"\s+of\s+(?:the\s+)?", text[end : hit.start])
            ),
            None,
        )
        owner = left or right
        if owner is None or owner.iso3 is None:
            continue
        start, end = min(start, owner.start), max(end, owner.end)
        article = re.search(r"\b[Tt]he\s+$", text[:start])
        start = article.start() if article else start
        name = f"{institution_name(match.group())} of {state_name(owner.iso3)}"
        yield Found(
            start=start,
            end=end,
            kind="office",
            actor_ids=(actor_id("office", name, owner.iso3),),
            rule="institution and state",
            iso3=(owner.iso3,),
            name=name,
        )


def _hits(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    text = scanned.text
    for hit in scanned.hits:
        article = re.search(r"\b[Tt]he\s+$", text[: hit.start])
        start = article.start() if article else hit.start
        if hit.kind == "igo":
            name, kind = hit.name, "igo"
            yield Found(
                start=start,
                end=hit.end,
                kind="igo",
                actor_ids=(actor_id("igo", name, None),),
                rule="organisation",
                name=name,
            )
        elif hit.kind == "government_seat" and hit.iso3:
            yield Found(
                start=start,
                end=hit.end,
                kind="office",
                actor_ids=(actor_id("office", hit.name, hit.iso3),),
                rule="seat of government",
                iso3=(hit.iso3,),
                name=hit.name,
            )
        elif hit.iso3:
            end = hit.end
            if hit.kind.startswith("demonym"):
                side = _SIDE.match(text, end)
                if not side:
                    continue
                end = side.end()
            elif hit.kind == "capital_metonym" and _is_place(text, hit.start, hit.end):
                continue
            yield Found(
                start=start,
                end=end,
                kind="state",
                actor_ids=(state_actor_id(hit.iso3),),
                rule=hit.kind.replace("_", " "),
                iso3=(hit.iso3,),
                name=state_name(hit.iso3),
            )


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a capital's name is where something is, or part of a longer name."""
    return bool(
        _METONYM_PLACE.search(text[:start]) or re.match(r"\s+[A-Z]|,\s+[A-Z]|-", text[end:])
    )


def _groups(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    for match in _GROUP.finditer(scanned.text):
        if cast.dyad is None:
            continue
        persons = [
            [p for p in cast.persons if p.iso3 == iso3] for iso3 in cast.dyad
        ]
        of_persons = match["persons"] is not None or match["they"] is not None
        if of_persons and all(len(each) == 1 for each in persons):
            ids = tuple(each[0].id for each in persons)
        else:
            ids = tuple(state_actor_id(iso3) for iso3 in cast.dyad)
        yield Found(
            start=match.start(),
            end=match.end(),
            kind="group",
            actor_ids=ids,
            rule="both of the two",
            iso3=cast.dyad,
        )


def _pronouns(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    for match in _PRONOUN.finditer(scanned.text):
        yield Found(
            start=match.start(), end=match.end(), kind="pronoun", actor_ids=(), rule="pronoun"
        )


def _resolved(
    text: str, found: Sequence[Found], speaker: Found | None
) -> Iterator[Found]:
    """Give "he" the last speaker; within a sentence, the person who has begun to speak in it."""
    ahead = _FOR_HIS_PART.search(text)
    for item in found:
        if item.kind == "person" and (ahead or speaker is None):
            speaker = item
        elif item.kind == "person" and _speaks_in(text, item):
            speaker = item
        if item.kind == "pronoun" and speaker is None:
            yield replace(item, actor_ids=())
        elif item.kind == "pronoun" and item.actor_ids and not _among(speaker, item):
            yield replace(item, actor_ids=())
        elif item.kind == "pronoun" and speaker is not None:
            yield replace(
                item,
                actor_ids=speaker.actor_ids,
                iso3=speaker.iso3,
                name=speaker.name,
                rule="last speaker",
            )
        else:
            yield item


def _among(speaker: Found | None, item: Found) -> bool:
    return speaker is not None and speaker.actor_ids[0] in item.actor_ids


_SPEAKS_NEXT = re.compile(
    rf"(?:,[^,]{{1,80}},)?\s+(?:\w+ly\s+|also\s+|further\s+)*(?:{cue_words('say', 'clause', 'that')})\b"
)


def _speaks_in(text: str, item: Found) -> bool:
    return bool(_SPEAKS_NEXT.match(text, item.end))


def _speaker(item: Marked) -> Found | None:
    """The last person of a sentence who is subject of a verb of saying, else its first word's."""
    first = re.match(sign("person"), item.text)
    last = item.at(first.group()) if first and item.text[1:2] in (" ", ",") else None
    for match in _SPEAKS.finditer(item.text):
        last = item.at(match["after"] or match["before"])
    return last
