"""The phrases of a sentence by its syntax: what can be left out of it whole, and what it names."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.align.words import EMPTY, stem
from communique.models.language import language_model
from communique.types.text import Passage
from communique.vocab.cues import find_cues
from communique.vocab.states import find_state

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REMOVABLE = frozenset(
    "prep agent relcl acl advcl appos conj npadvmod ccomp xcomp amod nummod dobj parataxis".split()
)
"""Relations of what a writer can drop or add whole, with all that hangs on it."""
_NAMING = frozenset("nsubj nsubjpass dobj pobj attr appos conj oprd dative".split())
_KEPT_WITH_NOUN = frozenset("det amod compound poss nummod nmod case quantmod advmod".split())
_WITH_NOUN = frozenset("of in on between for with against to about from over along".split())
PRONOUNS = frozenset("anybody anyone everybody everyone others something nobody somebody".split())
"""Pronouns that say of any person or thing what might be said of one."""
_SAY = frozenset("said says say".split())
_SAID = frozenset(("ccomp", "parataxis"))
_SHORT = 14
_SHOWING = frozenset("show shows showed suggest suggests suggested indicate indicates".split())
_BOUNDS = frozenset(("``", "''", ",", ":", "-LRB-", "-RRB-", "."))
_DATELINE = re.compile(r"[^a-z]{0,60}?[^.]{0,60}?(?:\([^)]{2,30}\)\s*)?(?:--?|[–—])\s")
_OF = re.compile(r"^(?:of |the |of the )")
_NEAR = 4
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase: its words, the stems that tell something, and what it hangs on.

    `names` are the stems of its capitalised words, `noun` its head with what stands before it in
    lower case, `members` the same of each it lists, `plural` whether its head is more than one,
    `place` the relation and the word that governs it, `beside` the stems before and behind it,
    `label` what the recogniser takes its head for ("GPE"), empty where for nothing,
    `pronoun` whether it is one.
    """

    passage: Passage
    stems: frozenset[str]
    head: str
    names: frozenset[str]
    noun: str
    members: tuple[str, ...]
    figures: bool
    plural: bool
    person: bool
    place: tuple[str, str]
    beside: tuple[str, str]
    label: str
    pronoun: bool


class Parsed:
    """A sentence with its syntax. `number` is its place in the report."""

    def __init__(self, number: int, sentence: Passage) -> None:
        self.number = number
        self.sentence = sentence
        paragraphs = language_model().parse(sentence.text)
        self._docs: tuple[Doc, ...] = tuple(paragraph.doc for paragraph in paragraphs)
        tokens = [token for doc in self._docs for token in doc if _tells(token)]
        self.stems = frozenset(stem(token.text) for token in tokens)
        self.names = frozenset(stem(token.text) for token in tokens if token.pos_ == "PROPN")
        self._nouns: tuple[Phrase, ...] | None = None
        opening = _DATELINE.match(sentence.text) if number == 0 else None
        self._begins = opening.end() if opening else 0

    def opens(self, passage: Passage) -> bool:
        """Whether a passage stands in the dateline."""
        return passage.span.start - self.sentence.span.start < self._begins

    def governor(self, passage: Passage) -> str:
        """The word that a passage of the sentence hangs on, prepositions passed over."""
        start = passage.span.start - self.sentence.span.start
        for doc in self._docs:
            held = doc.char_span(start, start + len(passage.text), alignment_mode="expand")
            if held is not None:
                return _governor(held.root)
        return ""

    def missing(self, known: Collection[str]) -> Iterator[Phrase]:
        """The largest phrases that can be left out whole and whose words are hardly `known`."""
        for doc in self._docs:
            for sent in doc.sents:
                yield from self._missing(sent.root, known)

    def _missing(self, token: "Token", known: Collection[str]) -> Iterator[Phrase]:
        if token.dep_ in _REMOVABLE or token.dep_ == "ROOT":
            whole = list(token.subtree)
            if token.dep_ == "ROOT":  # what is said of the subject
                whole = [t for t in whole if t.i >= min(_verb_start(token), token.i)]
            whole = [t for t in whole if t.idx >= self._begins]
            if _fresh(whole, known) and not _counts(whole):
                phrase = self._phrase(token, whole)
                if not find_state(_OF.sub("", phrase.passage.text)):
                    yield phrase
                return
        for child in token.children:
            yield from self._missing(child, known)

    def nouns(self) -> tuple[Phrase, ...]:
        """The noun phrases with what stands before the noun and an "of" behind it."""
        if self._nouns is None:  # asked for by every sentence that is linked to this one
            self._nouns = tuple(self._each_noun())
        return self._nouns

    def _each_noun(self) -> Iterator[Phrase]:
        for doc in self._docs:
            for token in doc:
                noun = token.pos_ in ("NOUN", "PROPN") or token.lower_ in PRONOUNS
                if noun and token.dep_ in _NAMING:
                    yield self._phrase(token, _noun_words(token))
                    if len(_listed(token)) > 1 and token.dep_ != "conj":
                        yield self._phrase(
                            token, [t for n in _listed(token) for t in _noun_words(n)]
                        )

    def sources(self) -> Iterator[Phrase]:
        """Who is said to say it: subjects of verbs of saying, and what "according to" names."""
        for doc in self._docs:
            for token in doc:
                if token.dep_ == "nsubj" and _tells_that(token.head):
                    yield self._phrase(token, _said_by(token), whole=True)
                elif token.dep_ == "pobj" and _according(token):
                    words = [*_noun_words(token), token.head, token.head.head]
                    yield self._phrase(token, words, whole=True)

    def speakers(self) -> Iterator[Phrase]:
        """Whoever speaks in it in any way, also where no words of theirs follow."""
        for doc in self._docs:
            for token in doc:
                if token.dep_ in ("nsubj", "nsubjpass", "agent") and _says(token.head):
                    yield self._phrase(token, _said_by(token), whole=True)

    def _phrase(self, head: "Token", words: "list[Token]", *, whole: bool = False) -> Phrase:
        """A phrase of some words; its stems are those of all that hangs on the head if `whole`."""
        words = sorted(words, key=lambda token: token.i)
        while len(words) > 1 and (words[-1].tag_ in _BOUNDS or words[-1].is_space):
            words.pop()
        while len(words) > 1 and (words[0].tag_ in _BOUNDS or words[0].tag_ == "CC"):
            words.pop(0)
        governor = head.head.head if head.head.dep_ == "prep" else head.head
        role = head.head.lower_ if head.head.dep_ == "prep" else head.dep_[:5]
        return Phrase(
            passage=self.sentence.inner(words[0].idx, words[-1].idx + len(words[-1])),
            stems=frozenset(
                stem(token.text) for token in (head.subtree if whole else words) if _tells(token)
            ),
            head=stem(head.text),
            names=frozenset(stem(token.text) for token in words if _names(token)),
            noun=_noun(head),
            members=tuple(_noun(each) for each in _listed(head) if each in words),
            figures=any(token.like_num for token in words),
            plural=head.tag_ in ("NNS", "NNPS"),
            person=any(token.ent_type_ == "PERSON" for token in words),
            place=(role, governor.lower_ if governor is not head else ""),
            beside=(_next(words[0], -1), _next(words[-1], 1)),
            label=head.ent_type_,
            pronoun=head.pos_ == "PRON",
        )


def _names(token: "Token") -> bool:
    """Whether it is part of a name, or an adjective of one."""
    first = token.i == token.sent.start
    return token.pos_ == "PROPN" or (token.text[:1].isupper() and not first and _tells(token))


def _noun(head: "Token") -> str:
    """The head with its adjectives and compounds, in lower case."""
    before = [child for child in head.lefts if child.dep_ in ("amod", "compound", "nmod")]
    return " ".join(token.lower_ for token in (*before, head))


def _listed(head: "Token") -> "list[Token]":
    """The head and those it is listed with."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            found += _listed(child)
    return found


def _next(token: "Token", step: int) -> str:
    """The stem of the next word that tells something, before or behind."""
    at = token.i + step
    while 0 <= at < len(token.doc):
        if _tells(token.doc[at]):
            return stem(token.doc[at].text)
        at += step
    return ""


def _governor(token: "Token") -> str:
    while token.head.i != token.i:  # not `is`: spaCy may make a token anew
        token = token.head
        if token.pos_ not in ("ADP", "NUM", "DET"):
            return str(token.lower_)
    return ""


def _says(verb: "Token") -> bool:
    cues = find_cues(verb.lower_) if verb.pos_ == "VERB" else ()
    return any(cue.speech for cue in cues) or verb.lower_ in _SHOWING


def _tells_that(verb: "Token") -> bool:
    """Whether a verb of saying has what is said beside it."""
    if not _says(verb):
        return False
    return verb.lower_ in _SAY or any(child.dep_ in _SAID for child in verb.children)


def _said_by(subject: "Token") -> "list[Token]":
    """The subject, with all that hangs on it where that is short, and the verb where it is near."""
    whole = list(subject.subtree)
    words = whole if len(whole) <= _SHORT else _noun_words(subject)
    near = min(abs(subject.head.i - token.i) for token in words) < _NEAR
    return [*words, subject.head] if near else words


def _according(noun: "Token") -> bool:
    return noun.head.lower_ == "to" and noun.head.head.lower_ == "according"


def _tells(token: "Token") -> bool:
    return token.pos_ in _CONTENT and token.lower_ not in EMPTY and token.text[:1].isalnum()


def _fresh(words: "list[Token]", known: Collection[str]) -> bool:
    """Whether hardly any word that tells something is known, and what is new is worth a line."""
    telling = [token for token in words if _tells(token)]
    new = [token for token in telling if stem(token.text) not in known]
    if not new or len(new) < 0.75 * len(telling):
        return False
    if any(token.pos_ in ("PROPN", "NUM") for token in new):
        return True
    return len(new) > 1


def _counts(words: "list[Token]") -> bool:
    """Whether a phrase is no more than a number in words."""
    return len(words) == 1 and words[0].like_num and words[0].is_alpha


def _verb_start(root: "Token") -> int:
    """Where the root with its auxiliaries begins."""
    return min([child.i for child in root.lefts if child.dep_.startswith("aux")] + [root.i])


def _noun_words(noun: "Token") -> "list[Token]":
    """The noun with what stands before it, and with the phrases of prepositions behind it."""
    found = [noun]
    for child in noun.children:
        if child.dep_ in _KEPT_WITH_NOUN and child.i < noun.i:
            found += [token for token in child.subtree if token.i < noun.i]
        elif child.dep_ == "prep" and child.i > noun.i and child.lower_ in _WITH_NOUN:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    listed = [token for each in _listed(inner) for token in _noun_words(each)]
                    found += [child, *listed]
    return found
