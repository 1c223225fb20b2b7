"""Clauses of two versions that share their words and of which one denies what the other says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.align.phrases import Parsed
from communique.align.words import EMPTY, places, stem
from communique.types.text import Passage
from communique.vocab.opposites import opposites

_BREAK = re.compile(
    r"[;:\"“”]+|,? (?:but|while|although|though|whereas|before) "
    r"|, (?:and|which|who|whose|or|after) "
)
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t"
    r"|den(?:y|ies|ied|ying)|refus\w+|fail(?:s|ed|ing|ure)?|reject\w*|untrue|false|unable"
    r"|stopped\sshort|far\sfrom|ruled\sout|unlikely|lack\w*|yet\sto|declin(?:es|ed)\sto)\b",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(
    r"\bat the (?:invitation|request|proposal|initiative|suggestion) of (?:the )?(?P<who>\w+)"
    r"(?: (?:side|government|foreign))?"
    r"|\bat (?P<whose>\w+)['’]s? (?:invitation|request|proposal|initiative|suggestion)",
    re.IGNORECASE,
)
_LEAST, _SHARE = 2, 0.6
_LEAST_OPPOSED, _SHARE_OPPOSED = 1, 0.2


@dataclass(frozen=True, slots=True)
class _Clause:
    passage: Passage
    stems: frozenset[str]
    denied: bool


def denied(one: Parsed, others: Sequence[Parsed]) -> Iterator[tuple[Passage, Passage]]:
    """Clauses of a sentence and of its like ones that cannot both be true, the likest two.

    One alone is denied, the two hold words that exclude each other, or another is said to have
    asked for the same thing.
    """
    mine = list(_clauses(one.sentence))
    best: tuple[float, Passage, Passage] | None = None
    for other in others:
        yield from _askers(one.sentence, other.sentence)
        for clause in mine:
            for told in _clauses(other.sentence):
                score = _opposed(clause, told)
                if score and (best is None or score > best[0]):
                    best = score, clause.passage, told.passage
    if best:
        yield best[1], best[2]


def clauses(sentence: Passage) -> Iterator[tuple[Passage, bool]]:
    """The clauses of a sentence, and whether each denies."""
    return ((each.passage, each.denied) for each in _clauses(sentence))


def _clauses(sentence: Passage) -> Iterator[_Clause]:
    text, start = sentence.text, 0
    for cut in [*_BREAK.finditer(text), None]:
        end = cut.start() if cut else len(text)
        words = text[start:end].strip(" ,.")
        if len(words.split()) > 1:
            start = text.index(words, start)
            yield _Clause(
                sentence.inner(start, start + len(words)),
                _stems(words),
                bool(_DENIES.search(words)),
            )
        start = cut.end() if cut else end


def _stems(words: str) -> frozenset[str]:
    found = places(_DENIES.sub(" ", words))
    return frozenset(stem(word) for word, _ in found if word.lower() not in EMPTY)


def _opposed(one: _Clause, other: _Clause) -> float:
    """How surely two clauses contradict each other; 0 where they do not."""
    shared = len(one.stems & other.stems)
    share = shared / max(1, min(len(one.stems), len(other.stems)))
    if one.denied != other.denied and shared >= _LEAST and share >= _SHARE:
        return share
    if shared < _LEAST_OPPOSED or share < _SHARE_OPPOSED:
        return 0.0
    here, there = one.passage.text, other.passage.text
    for pair in opposites():
        for a, b in ((pair.one, pair.other), (pair.other, pair.one)):
            if _excludes(a, b, here, there):
                return share
    return 0.0


def _excludes(a: re.Pattern[str], b: re.Pattern[str], here: str, there: str) -> bool:
    """Whether `here` says the one alone and `there` the other alone."""
    return bool(
        b.search(there)
        and a.search(here)
        and not b.search(here)
        and not a.search(b.sub(" ", there))
    )


def _askers(one: Passage, other: Passage) -> Iterator[tuple[Passage, Passage]]:
    """Who is said to have invited or asked, where it is another."""
    for here in _ASKED_BY.finditer(one.text):
        for there in _ASKED_BY.finditer(other.text):
            names = [(m["who"] or m["whose"]) for m in (here, there)]
            if stem(names[0])[:4] != stem(names[1])[:4]:
                yield one.inner(here.start(), here.end()), other.inner(there.start(), there.end())
