"""Whose account of a happening each report gives, and what a line rests on."""

from collections.abc import Iterable

from communique.export.dossier import Dossier
from communique.export.naming import carrier
from communique.export.plain import counted, short_name
from communique.export.utterances import day_of
from communique.types.coverage import Origin


class Accounts:
    """The independent accounts of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        """Take the coverages, reports and names of pages of `dossier`."""
        self.reports = {report.id: report for report in dossier.reports}
        self.days = {report.id: day_of(report) for report in dossier.reports}
        self._pages = dossier.pages
        self._origins: dict[str, Origin] = {}
        self._keys: dict[str, str] = {}
        for coverage in dossier.coverages:
            for number, origin in enumerate(coverage.origins):
                for report_id in origin.report_ids:
                    self._origins[report_id] = origin
                    self._keys[report_id] = f"{coverage.id} {number}"

    def key(self, report_id: str) -> str:
        """What the reports of one account have in common."""
        return self._keys.get(report_id, report_id)

    def origin(self, report_id: str) -> Origin | None:
        """The account that a report gives."""
        return self._origins.get(report_id)

    def count(self, report_ids: Iterable[str]) -> int:
        """How many independent accounts the reports give."""
        return len({self.key(one) for one in report_ids})

    def carried(self, report_ids: Iterable[str]) -> str:
        """How many reports there are, and of how many accounts where there are several."""
        carriers = set(report_ids)
        told = counted(len(carriers), "report")
        return told if len(carriers) == 1 else f"{told}, {counted(self.count(carriers), 'account')}"

    def side(self, report_ids: Iterable[str]) -> str | None:
        """The state on whose word alone rests what these reports tell; None for none."""
        origins = [self._origins.get(one) for one in set(report_ids)]
        sides = {each.side if each and each.stance == "party" else None for each in origins}
        return next(iter(sides)) if len(sides) == 1 else None

    def outlet(self, report_id: str) -> str:
        """Who carried a report, without a name of its own the file that it was read from."""
        page = short_name(self._pages.get(report_id, ""))
        report = self.reports.get(report_id)
        if report is None:
            return page
        origin = self._origins.get(report_id)
        return carrier(report, origin.side if origin else None, page.rpartition(".")[0] or page)

    def last_day(self) -> str:
        """The last day that a report is of; "" where none is known."""
        return max(filter(None, self.days.values()), default="")

    def day(self, report_ids: Iterable[str]) -> str | None:
        """The first day that one of the reports is of."""
        return min((day for one in report_ids if (day := self.days.get(one))), default=None)
