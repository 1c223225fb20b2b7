"""Numbered citations: every line of a brief ends in the numbers of the words that bear it."""

from collections.abc import Iterable, Mapping

from communique.export.briefing.accounts import Accounts
from communique.export.briefing.model import Citation
from communique.export.plain import one_line
from communique.types.text import Evidence, Passage, Report

MARKS = 4
"""Most citations on one line, unless the words shown need more."""


TELLING = 5
"""Least words of a quote that is cited, where a longer one bears the same line."""


class Citations:
    """Hands out numbers from 1; the same words always have the same number."""

    def __init__(self, accounts: Accounts) -> None:
        """Take the accounts by which the reports differ."""
        self._accounts = accounts
        self._numbers: dict[Evidence, int] = {}

    def cite(self, shown: Iterable[Evidence], others: Iterable[Evidence]) -> tuple[int, ...]:
        """Cite all of `shown` and, up to `MARKS`, one piece of each further report of `others`.

        Independent accounts come first. Returns the numbers, sorted.
        """
        chosen = list(dict.fromkeys(shown))
        told = {piece.report_id for piece in chosen}
        more = [
            piece for piece in self._one_each(others, telling=True) if piece.report_id not in told
        ]
        chosen += more[: max(0, MARKS - len(chosen))]
        return tuple(sorted(self._numbers.setdefault(e, len(self._numbers) + 1) for e in chosen))

    def cited(self, evidence: Iterable[Evidence]) -> bool:
        """Whether the first piece of each report is cited already."""
        return all(piece in self._numbers for piece in self._one_each(evidence))

    def listing(
        self, pages: Mapping[str, str], addresses: Mapping[str, str]
    ) -> tuple[Citation, ...]:
        """All citations in their order; pages and web addresses are given by report id."""
        return tuple(
            self._citation(number, piece, pages, addresses)
            for piece, number in self._numbers.items()
        )

    def _citation(
        self, number: int, piece: Evidence, pages: Mapping[str, str], addresses: Mapping[str, str]
    ) -> Citation:
        report = self._accounts.reports.get(piece.report_id)
        origin = self._accounts.origin(piece.report_id)
        before, opens, closes, after = around(piece, report) if report else ("", "", "", "")
        return Citation(
            number=number,
            evidence=piece,
            before=before,
            opens=opens,
            closes=closes,
            after=after,
            headline=one_line(report.headline.text) if report and report.headline else None,
            outlet=self._accounts.outlet(piece.report_id),
            day=self._accounts.days.get(piece.report_id),
            page=pages.get(piece.report_id, ""),
            address=addresses.get(piece.report_id),
            side=origin.side if origin and origin.stance == "party" else None,
        )

    def _one_each(self, evidence: Iterable[Evidence], telling: bool = False) -> list[Evidence]:
        """The first piece of each report, the first report of each account before the others.

        With `telling` a piece of some words rather than a name alone, where there is one.
        """
        firsts: dict[str, Evidence] = {}
        for piece in evidence:
            known = firsts.setdefault(piece.report_id, piece)
            if telling and is_bare(known) and len(piece.quote) > len(known.quote):
                firsts[piece.report_id] = piece
        leads: dict[str, Evidence] = {}
        for piece in firsts.values():
            leads.setdefault(self._accounts.key(piece.report_id), piece)
        return list(dict.fromkeys((*leads.values(), *firsts.values())))


def is_bare(piece: Evidence) -> bool:
    """Whether a quote is too short to tell anything by itself."""
    return len(piece.quote.split()) < TELLING


def around(piece: Evidence, report: Report) -> tuple[str, str, str, str]:
    """The sentence before, what opens and closes the quote's own, and the sentence after.

    A quote from a headline, caption or dateline has no neighbours.
    """
    body = report.sentences
    held = [number for number, each in enumerate(body) if each.span.overlaps(piece.span)]
    if not held:
        whole = next((each for each in report.passages() if each.span.holds(piece.span)), None)
        return ("", *_rest(piece, whole, whole), "")
    first, last = held[0], held[-1]
    before = body[first - 1].text if first else ""
    after = body[last + 1].text if last + 1 < len(body) else ""
    return before, *_rest(piece, body[first], body[last]), after


def _rest(piece: Evidence, first: Passage | None, last: Passage | None) -> tuple[str, str]:
    """What the sentences have before the quote and behind it."""
    if first is None or last is None:
        return "", ""
    opens = first.text[: max(0, piece.span.start - first.span.start)]
    return opens, last.text[max(0, piece.span.end - last.span.start) :]
