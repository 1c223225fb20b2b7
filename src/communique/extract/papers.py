"""Noun phrases that name documents between parties, as a sentence words them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from communique.extract.acting import find_acting
from communique.extract.clauses import VERB
from communique.extract.marks import Marked
from communique.extract.paper_titles import titled
from communique.vocab.instruments import (
    InstrumentName,
    instrument_name,
    instrument_words,
    is_plural,
)

Points = Literal["new", "definite", "owned"]
"""How a phrase opens: "an agreement", "the agreement", "their agreement"."""

_DEFINITE = ("the", "that", "this", "these", "those", "both")
_OWNED = ("its", "their", "his", "her", "our")
_NEW = (
    "a",
    "an",
    "no",
    "any",
    "neither",
    "another",
    "some",
    "several",
    "various",
    "many",
    "numerous",
    "other",
    "such",
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=2,
    )
} | {"dozen": 12}
_STOPS = frozenset(
    "on in at of to for from with by under over into about after before during since until as or "
    "but that which who where when while if not also then said says will would can could may might "
    "shall should must is are was were be been being has have had including among between than "
    "sign signs signing ink inks initials reach issue issues adopt adopts ratify ratifies exchange "
    "exchanges exchanging ratifying adopting issuing releasing welcoming negotiating concluding "
    "terminating suspending extending renewing ending put names ends suspends extends "
    "terminates approves initialling welcomes marking".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_TIME = re.compile(
    r"\s+(?:of|from|dating\s+(?:from|back\s+to)|dated|\()\s*(?P<when>(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\.?\s+)?(?:\d{1,2},\s+)?(?:19|20)\d\d)"
    r"(?![-–/]?\d)"
)
_NO_NAME = re.compile(
    r"\s+(?:in\s+principle|to\s+disagree|process(?:es)?\b|text\b|draft\b"
    r"|of\s+(?:ratification|accession|acceptance|approval)\b|talks\b|negotiations\b|parties\b|partners?\b|states\b|members?\b|area\b|body\b|organi[sz]ation\b)"
)
_WITHIN = re.compile(
    r"\s+(?:(?!and\b|or\b)[a-z][\w-]*\s+){0,3}?"
    r"(?:on|to|of|for|amending|modifying|supplementing|complementing|implementing|updating|"
    r"replacing|superseding|under|within|concerning|regarding)\s+(?:the\s+)?"
)
"""What ties a document to another that it is only about ("a protocol amending the treaty")."""
_DOCUMENTS = InstrumentName(kind="cooperation_documents", stands_for=frozenset())
_EXCHANGED = re.compile(r"\bexchang\w+\s+(?:\w+\s+){0,2}$|^\s+(?:were|are|have\s+been)\s+exchanged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A phrase at `start:end` of a sentence that names a document, or a number of documents.

    `head` is where the name itself starts, `lead` are the words before it; `told` is where the
    words for the time of its making stand ("the 1968 agreement", "the treaty of 2012"), None
    without such. `inner` where it only says what the document before it is about. `short` is
    the abbreviation given with it.
    """

    start: int
    head: int
    end: int
    words: str
    name: InstrumentName
    points: Points
    title: str | None = None
    short: str | None = None
    count: int | None = None
    lead: tuple[str, ...] = ()
    inner: bool = False
    told: tuple[int, int] | None = None

    @property
    def plural(self) -> bool:
        """Whether it names several documents."""
        return is_plural(self.words) or self.count is not None


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'])(?P<name>{instrument_words()})(?![\w-])", re.IGNORECASE)


def find_papers(unit: Marked) -> tuple[Paper, ...]:
    """The documents a sentence names, in order, none within the title of another."""
    found: list[Paper] = []
    for paper in _papers(unit):
        if not found or paper.head >= found[-1].end:
            within = found and found[-1].name.kind and not found[-1].plural
            inner = within and _is_about(unit.words[found[-1].end : paper.start])
            if found and _one_number(unit.words, found[-1], paper):
                found[-1] = replace(found[-1], end=paper.end, name=_DOCUMENTS, words="documents")
            else:
                found.append(replace(paper, inner=bool(inner)))
    return tuple(found)


def _is_about(link: str) -> bool:
    """Whether words tie a document to the one before, which is about it and does nothing to it."""
    return bool(_WITHIN.fullmatch(link)) and not find_acting(link + " ")


def _one_number(text: str, first: Paper, second: Paper) -> bool:
    """Whether one number is of both kinds ("eleven agreements and memorandums")."""
    link = text[first.end : second.start]
    plural = first.count and second.plural and not second.count and second.points == "new"
    return bool(plural and not second.title and re.fullmatch(r",?\s+and\s+|,\s+", link))


def _papers(unit: Marked) -> Iterator[Paper]:
    text = unit.words
    at = 0
    for match in _named().finditer(text):
        name = instrument_name(match["name"])
        if match["name"][0].isupper() and _named().match(text, match.end() + 1):
            continue  # "the Programmes Agreement"
        if name is None or match.start() < at or _in_name(unit, match.start()):
            continue
        start, points, count, year = _opening(text, match.start(), at)
        if points is None and not _stands_alone(match):
            continue
        made = titled(text, start, *match.span())
        if _NO_NAME.match(text, made.end) or not _is_meant(name, points, text[made.end :]):
            continue
        if match["name"].lower() in ("notes", "letters") and not _is_exchanged(text, match):
            continue
        time = _OF_TIME.match(text, made.end)
        at = made.end
        yield Paper(
            start=start,
            head=match.start(),
            end=made.end,
            words=" ".join(match["name"].lower().split()),
            name=name,
            points=points or "new",
            title=made.title,
            short=made.short,
            count=count if is_plural(match["name"]) else None,
            lead=tuple(text[start : match.start()].lower().split()),
            told=time.span("when") if time else year,
        )


def _is_meant(name: InstrumentName, points: Points | None, behind: str) -> bool:
    """Whether "the text" means a document: not so in "the text of a treaty"."""
    return name.kind is not None or (points == "definite" and not behind.startswith(" of "))


def _in_name(unit: Marked, at: int) -> bool:
    """Whether a word only belongs to the name of a party."""
    return any(found.start <= at < found.end for found in unit.found)


def _is_exchanged(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    return bool(_EXCHANGED.search(before) or _EXCHANGED.match(behind))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether a name without an article names a document: a plural, or one in capitals."""
    name = match["name"]
    return (
        is_plural(name)
        or name[0].isupper()
        or name.lower() in ("notes", "letters", "exchange of notes")
    )


_TOKEN = re.compile(r"(?P<word>[^\s]+)\s+$")


def _opening(
    text: str, head: int, floor: int
) -> tuple[int, Points | None, int | None, tuple[int, int] | None]:
    """Where the phrase with the name at `head` begins; how; the number and the year it gives."""
    start, count, year = head, None, None
    joined: int | None = None
    for _ in range(9):
        token = _TOKEN.search(text, floor, start)
        if token is None or not re.search(r"\w", token["word"]):
            break
        word, begin = token["word"], token.start()
        plain = word.lower().strip('“"(')
        if points := _points(word, plain):
            return begin, points, count, year
        if plain in ("and", "of") and start < head and joined is None:
            joined, start = start, begin
            continue
        if word.endswith((",", ";", ":", ".", ")", "”", '"')) and not re.search(r"\.\w", word):
            break
        if _closes(text, floor, begin, word):
            break
        if plain in _NUMBERS or re.fullmatch(r"\d{1,3}", plain):
            count = count or _NUMBERS.get(plain) or int(plain)
            return begin, "definite" if _article(text, begin) else "new", count, year
        if _YEAR.fullmatch(plain):
            year = (begin, begin + len(word))
        start = begin
    if joined is not None:
        start = joined
    return start, None, count, year


def _points(word: str, plain: str) -> Points | None:
    """How a word that opens a phrase points at what it names; None where it opens none."""
    if plain in _DEFINITE:
        return "definite"
    if plain in _OWNED or word.endswith(("'s", "’s", "s'", "s’")):
        return "owned"
    return "new" if plain in _NEW else None


def _closes(text: str, floor: int, at: int, word: str) -> bool:
    """Whether a word stands outside the phrase that a name ends."""
    plain = word.lower().strip('“"(')
    if plain in _STOPS or plain in ("and", "of"):
        return True
    return bool(VERB.fullmatch(word)) and not _is_modifier(text, floor, at, plain)


def _is_modifier(text: str, floor: int, at: int, word: str) -> bool:
    """Whether "revised" or "visiting" stands right behind an article, before what it modifies."""
    before = _TOKEN.search(text, floor, at)
    last = before["word"].lower() if before else ""
    opens = last in (*_DEFINITE, *_OWNED, *_NEW, *_NUMBERS, "newly", "recently", "first", "new")
    return word.endswith(("ed", "ing")) and (opens or last.endswith(("'s", "’s")))


def _article(text: str, at: int) -> bool:
    """Whether "the" stands before a number ("the three agreements")."""
    return bool(re.search(r"\b(?:the|these|those|all|both)\s+$", text[:at], re.IGNORECASE))
