"""Between whom a report's documents are where their own sentences do not say it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from communique.extract.context import Context
from communique.extract.marks import Marked
from communique.extract.signatories import (
    LINK,
    Parties,
    chain,
    codes,
    in_order,
    named_in,
    parties_in,
)
from communique.extract.words import flat, scan


def home_of(context: Context, main: Parties) -> str | None:
    """The state from which a report sees the others: its publisher's, its dateline's, the first."""
    outlet = context.report.outlet
    own = [hit.iso3 for hit in scan(outlet.name) if hit.iso3] if outlet else []
    if len(own) == 1 and own[0] in context.cast.states:
        return own[0]
    home = context.cast.home
    if home and (home in main or home in context.cast.named_states):
        return home
    met = {code for unit in context.units for code in _partners(unit)}
    left = [code for code in main if code not in met]
    if len(left) == 1:
        return left[0]
    lede = context.units[0] if context.units else None
    told = [code for each in lede.every for code in codes(lede, each)] if lede else []
    return next((code for code in told if code in main), None)


def main_parties(context: Context) -> Parties:
    """The parties that a report is about: those of its headline, of its first sentences."""
    headline = context.report.headline
    told = _listed(flat(headline.text)) if headline else ()
    if len(told) > 1:
        return _with_home(context, told, flat(headline.text) if headline else "")
    if context.cast.dyad:
        return context.cast.dyad
    for unit in context.units[:2]:
        first = parties_in(unit, 0, len(unit.words))
        if len(first) == 2:
            return first
    if context.cast.two:
        return in_order(context.cast.two)
    counts = Counter(
        code for unit in context.units for code in parties_in(unit, 0, len(unit.words))
    )
    return in_order(code for code, _ in counts.most_common(2)) if len(counts) > 1 else told


def _with_home(context: Context, told: Parties, headline: str) -> Parties:
    """The two of a headline; with the dateline's state where it only has them for partners.

    "Diet passes tax pact with Kazakhstan, drops Russia deal" from Tokyo is of Japan.
    """
    home = context.cast.home
    lede = context.units[0] if context.units else None
    first = [code for each in lede.every for code in codes(lede, each)][:1] if lede else []
    if len(told) != 2 or home is None or home in told or first != [home]:
        return told
    hits = [hit for hit in scan(headline) if hit.iso3]
    joined = len(hits) == 2 and LINK.fullmatch(headline, hits[0].end, hits[1].start)
    partner = next((hit.iso3 for hit in hits if hit.iso3), None)
    return told if joined or partner is None else in_order((home, partner))


def _listed(text: str) -> Parties:
    """The parties that a headline names: the two of it, or those of the list it opens with."""
    told = named_in(text)
    if len(told) < 3:
        return told
    hits = [hit for hit in scan(text) if hit.iso3 or hit.kind == "igo"]
    last = next(
        (
            n
            for n, (a, b) in enumerate(pairwise(hits), 1)
            if not LINK.fullmatch(text, a.end, b.start)
        ),
        len(hits),
    )
    return named_in(text[: hits[last - 1].end]) if hits[0].start < 8 else ()


def _partners(unit: Marked) -> Iterator[str]:
    """The parties that a sentence names right behind "with"."""
    for match in re.finditer(r"\bwith\s+(?:the\s+)?", unit.words, re.IGNORECASE):
        for each in chain(unit, match.end()):
            yield from codes(unit, each)
