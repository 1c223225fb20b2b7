"""Numbered citations: every line of a brief ends in the numbers of the words that bear it."""

from collections.abc import Iterable, Iterator, Mapping

from communique.export.plain import markdown, short_name
from communique.types.text import Evidence

MARKS = 4
"""Most citations on one line, unless the words shown need more."""


class Citations:
    """Hands out numbers from 1; the same words always have the same number."""

    def __init__(self, pages: Mapping[str, str], origins: Mapping[str, str]) -> None:
        """Take the name of the page and of the origin of each report, by report id."""
        self._pages = pages
        self._origins = origins
        self._numbers: dict[Evidence, int] = {}

    def marks(self, shown: Iterable[Evidence], others: Iterable[Evidence] = ()) -> str:
        """Cite all of `shown` and, up to `MARKS`, one piece of each further report of `others`.

        Independent accounts come first. Returns the numbers as " [1] [2]".
        """
        chosen = list(dict.fromkeys(shown))
        told = {piece.report_id for piece in chosen}
        more = [piece for piece in self._one_each(others) if piece.report_id not in told]
        chosen += more[: max(0, MARKS - len(chosen))]
        numbers = [self._numbers.setdefault(e, len(self._numbers) + 1) for e in chosen]
        return "".join(f" [{number}]" for number in sorted(numbers))

    def one_each(self, evidence: Iterable[Evidence]) -> str:
        """Cite one piece of each report, up to `MARKS`."""
        return self.marks((), evidence)

    def cited(self, evidence: Iterable[Evidence]) -> bool:
        """Whether the first piece of each report is cited already."""
        return all(piece in self._numbers for piece in self._one_each(evidence))

    def listing(self) -> Iterator[str]:
        """One Markdown list item a citation: the quote, its page, its place there, its report."""
        for piece, number in self._numbers.items():
            page = markdown(short_name(self._pages.get(piece.report_id, "")))
            place = f"{piece.span.start}–{piece.span.end}"
            yield f"{number}. “{markdown(piece.quote)}” ({page}, {place}, {piece.report_id})"

    def _one_each(self, evidence: Iterable[Evidence]) -> list[Evidence]:
        """The first piece of each report, the first report of each origin before the others."""
        firsts: dict[str, Evidence] = {}
        for piece in evidence:
            firsts.setdefault(piece.report_id, piece)
        leads: dict[str, Evidence] = {}
        for piece in firsts.values():
            leads.setdefault(self._origins.get(piece.report_id, piece.report_id), piece)
        return list(dict.fromkeys((*leads.values(), *firsts.values())))
