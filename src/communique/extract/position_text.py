"""Sentences that may take a position, parsed: tokens by place, subjects, parties by token."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.extract.marks import Found, Marked
from communique.models.language import language_model
from communique.vocab.stances import stance_pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_TURNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "which", "that"))


ASIDE = re.compile(
    r"(?:\s+(?:in the strongest (?:possible )?terms|in principle|in strong terms|once again|again|"
    r"in no uncertain terms|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|jointly|"
    r"that(?=\s))|,\s(?:however|too|also|in (?:his|her|its|turn|the)[^,]{0,50}|for (?:his|her|its) "
    r"part|once (?:again|more)|on (?:behalf|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[^,]{0,40}),|"
    r"\sas (?:\w+ ){0,2}?\w+(?=\s(?:the|any|all|an?|its|their|every|such)\s))+",
    re.IGNORECASE,
)
"""Words between a cue and what it is on that tell nothing of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A marked sentence with its parse; token places are those of `unit.words`."""

    unit: Marked
    doc: "Doc"
    headline: bool = False

    def token(self, at: int) -> "Token | None":
        """The token that holds, or first follows, the character at `at`."""
        return next((t for t in self.doc if t.idx + len(t) > at), None)

    def within(self, start: int, end: int) -> list["Token"]:
        """The tokens that touch `start:end`."""
        return [t for t in self.doc if t.idx < end and t.idx + len(t) > start]

    def mentions(self, start: int, end: int) -> tuple[Found, ...]:
        """The mentions that touch `start:end`, in order."""
        return tuple(m for m in self.unit.every if m.start < end and m.end > start)


def parsed(units: Sequence[Marked], headline: Marked | None) -> Iterator[Parsed]:
    """The sentences in which words of stance stand, parsed; the headline last."""
    wanted = [unit for unit in units if _may_tell(unit)]
    if headline and _may_tell(headline):
        wanted.append(headline)
    if not wanted:
        return
    texts = [unit.words.strip() for unit in wanted]
    found = language_model().parse("\n\n".join(texts), names=False)
    paragraphs = {each.start: each.doc for each in found}
    at = 0
    for unit, text in zip(wanted, texts, strict=True):
        if at in paragraphs:
            yield Parsed(unit=unit, doc=paragraphs[at], headline=unit is headline)
        at += len(text) + 2


def _may_tell(unit: Marked) -> bool:
    return len(unit.words) < 2000 and stance_pattern().search(unit.words) is not None


def subject_of(token: "Token") -> "Token | None":
    """The token at the head of what does the deed that `token` is the word for.

    Deeds joined to another, or in one, have its subject; a participle has the noun it describes.
    """
    for _ in range(8):
        found = next((child for child in token.children if child.dep_ in _SUBJECT), None)
        if found is not None and found.tag_ in ("WDT", "WP") and token.dep_ == "relcl":
            return token.head
        if found is not None:
            return found
        if token.dep_ in ("acl", "relcl"):
            return token.head
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def joined(token: "Token") -> Iterable["Token"]:
    """A noun and the nouns joined to it by "and"."""
    return (token, *(other for other in token.conjuncts if other.pos_ in ("PROPN", "NOUN", "PRON")))


def span_of(token: "Token") -> tuple[int, int]:
    """The place of a noun with all that belongs to it, up to a clause about it."""
    kept = [token]
    for child in token.children:
        if child.dep_ in ("relcl", "acl", "conj", "cc", "punct", "appos", "advcl", "ccomp"):
            continue
        kept += list(child.subtree)
    return min(t.idx for t in kept), max(t.idx + len(t) for t in kept)


def is_pronoun(token: "Token") -> bool:
    """Whether a token only points at a party."""
    return token.lower_ in _TURNS
