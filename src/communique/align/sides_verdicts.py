"""What one account has against another: words that contradict, and words that only one has."""

import re
from collections.abc import Collection, Iterator, Sequence

from communique.align.dating import redated
from communique.align.phrases import Parsed
from communique.align.polarity import clauses, denied
from communique.align.quantities import Quantity, quantities, recounted
from communique.align.sides_words import key
from communique.align.words import EMPTY, places, plain
from communique.types.text import Passage

_ABOUT = re.compile(
    r"(?:about|around|nearly|almost|some|roughly|approximately|close to|near(?: to)?|an estimated)"
    r"\s*[€$£¥]?$",
    re.IGNORECASE,
)
_ROUND = 0.1
"""How far from a figure one may be that is told as about that."""
_ENDING, _STEM = re.compile(r"(?<=\w{3})(?:ed|ing|es|e|s)$"), 6
_LEAST, _SHARE = 2, 0.6
"""Telling words, and share of those of the shorter clause, that clauses on one thing have both."""


def contradictions(
    one: Parsed, others: Sequence[Parsed], beside: Sequence[Parsed]
) -> Iterator[tuple[Passage, Passage]]:
    """Words of a sentence and of the like `others` of another account that cannot both be true.

    Days, figures, and what one affirms and the other denies. `beside` are the first account's
    other sentences on the topic: what they give too is no contradiction.
    """
    for kind, here, there in redated(one, others, beside):
        if kind == "date":
            yield here, there
    for what, here, there in recounted(one, others, beside):
        if what == "number" and not _compatible(one, here, others, there):
            yield here, there
    yield from denied(one, others)


def denials(
    one: Passage, other: Passage, about: Collection[str]
) -> Iterator[tuple[Passage, Passage]]:
    """Clauses of which one denies what the other says, by their words among the keys `about`.

    Accounts word the same refusal more freely than copies do: only what it is about must be told
    by both.
    """
    for here, denies in clauses(one):
        for there, denies_there in clauses(other):
            mine, theirs = (_keys(each, about) for each in (here, there))
            least = max(_LEAST, _SHARE * min(len(mine), len(theirs)))
            if denies != denies_there and len(mine & theirs) >= least:
                yield here, there


def _keys(clause: Passage, about: Collection[str]) -> frozenset[str]:
    return frozenset(key(word) for word, _ in places(clause.text)).intersection(about)


def _compatible(one: Parsed, here: Passage, others: Sequence[Parsed], there: Passage) -> bool:
    """Whether two figures may both be right: "more than 20" and 23, "about 100" and 98."""
    a, b = _figure([one], here), _figure(others, there)
    if a is None or b is None or a[0].value is None or b[0].value is None:
        return True
    (figure, loose), (other, other_loose) = a, b
    mine, theirs = a[0].value, b[0].value
    if figure.bound and not other.bound:
        return (theirs - mine) * figure.bound >= 0
    if other.bound and not figure.bound:
        return (mine - theirs) * other.bound >= 0
    return (loose or other_loose) and abs(mine - theirs) <= _ROUND * max(mine, theirs)


def _figure(side: Sequence[Parsed], words: Passage) -> tuple[Quantity, bool] | None:
    """The figure that stands at `words`, and whether it is told as about that."""
    for each in side:
        for figure in quantities(each):
            if figure.passage.span == words.span and figure.passage.text == words.text:
                before = each.sentence.text[: words.span.start - each.sentence.span.start]
                return figure, bool(_ABOUT.search(before))
    return None


def own_words(sentence: Passage, others: Sequence[Passage]) -> Iterator[Passage]:
    """The runs of words of a sentence that none of `others` has in any form.

    Articles and the like neither end a run nor make one.
    """
    known = {_form(word) for other in others for word, _ in places(other.text)}
    run: tuple[int, int] | None = None
    for word, span in places(sentence.text):
        if word.lower() in EMPTY:
            continue
        if _form(word) not in known:
            run = (run[0] if run else span.start, span.end)
        elif run:
            yield sentence.inner(*run)
            run = None
    if run:
        yield sentence.inner(*run)


def _form(word: str) -> str:
    """What the forms of a verb or noun have in common ("raise", "raised")."""
    return _ENDING.sub("", plain(word))[:_STEM]
