"""A formula from the places where it stands: its usual wording, its variants, first and last."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.formulas.corpus import Corpus
from communique.formulas.locate import Place, use_of
from communique.types.formula import Formula, Use, Wording
from communique.types.ids import content_id

_SPACE = re.compile(r"\s+")
_QUOTES = re.compile(r"[\"“”]")
_SLIGHT = re.compile(r"\b(?:a|an|the)\b|[\"“”,]")


def formula_of(
    corpus: Corpus, kept: Sequence[Place], others: Sequence[Place], weight: float
) -> Formula:
    """The formula that stands at the places `kept`, and at `others` in other mouths."""
    uses = by_day(use_of(corpus, each) for each in kept)
    variants = wordings(uses)
    days = [use.utterance.day for use in uses if use.utterance.day]
    return Formula(
        id=content_id("fm", plainly(variants[0].text)),
        text=variants[0].text,
        variants=variants,
        uses=uses,
        times=len({use.utterance.coverage_id for use in uses}),
        weight=round(weight, 2),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        others=by_day(use_of(corpus, each) for each in others),
    )


def by_day(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Uses by day, those without one last."""
    return tuple(
        sorted(
            uses,
            key=lambda use: (
                use.utterance.day or "9999",
                use.evidence.report_id,
                use.evidence.span.start,
            ),
        )
    )


def wordings(uses: Sequence[Use]) -> tuple[Wording, ...]:
    """The ways of wording, the most frequent first, of those alike the longest.

    The same words count once for each coverage; case, articles and line ends do not count.
    """
    told: dict[tuple[str, str], str] = {}
    for use in uses:
        told.setdefault((plainly(use.evidence.quote), use.utterance.coverage_id), _one_line(use))
    counts = Counter(plain for plain, _ in told)
    texts: dict[str, str] = {}
    for (plain, _), text in told.items():
        texts.setdefault(plain, text)
    ranked = sorted(counts, key=lambda plain: (-counts[plain], -len(plain), plain))
    return tuple(Wording(text=texts[plain], count=counts[plain]) for plain in ranked)


def plainly(quote: str) -> str:
    """A wording without what tells no two apart: case, articles, quotation marks, line ends."""
    return _SPACE.sub(" ", _SLIGHT.sub(" ", quote.casefold())).strip()


def _one_line(use: Use) -> str:
    return _SPACE.sub(" ", _QUOTES.sub("", use.evidence.quote))
