"""Where the records that leave come from; a register's view is one."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from communique.errors import Fault
from communique.types.aliases import Alias
from communique.types.coverage import Coverage
from communique.types.kept import KeptAssertion, KeptJudgement, KeptPage, KeptRun
from communique.types.parties import Party
from communique.types.record import Event, Findings, Statement
from communique.types.standing import Instrument, Position, RelationChange
from communique.types.text import Report


class Source(Protocol):
    """The records of a register, each kind by id; iterators are used up one after another."""

    def reports(self) -> Iterator[Report]:
        """All reports."""
        ...

    def reports_by_id(self, report_ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these ids that there are."""
        ...

    def folded_findings(self, report_id: str) -> Findings:
        """All that a report asserts, each person under the id that stands for all of hers."""
        ...

    def names(self, page_id: str) -> tuple[str, ...]:
        """The names a page was read under."""
        ...

    def membership(self) -> dict[str, str]:
        """Coverage id of each report."""
        ...

    def coverages(self) -> Iterator[Coverage]:
        """All coverages."""
        ...

    def statements(self) -> Iterator[Statement]:
        """All statements."""
        ...

    def positions(self) -> Iterator[Position]:
        """All positions and commitments."""
        ...

    def events(self) -> Iterator[Event]:
        """All merged events."""
        ...

    def instruments(self) -> Iterator[Instrument]:
        """All merged instruments."""
        ...

    def relations(self) -> Iterator[RelationChange]:
        """All merged changes of relations."""
        ...

    def parties(self) -> Iterator[Party]:
        """All actors, each once, with all that the register knows of them."""
        ...

    def aliases(self) -> Iterator[Alias]:
        """The pairs of names that reports exchange for one another."""
        ...

    def faults(self) -> Iterator[Fault]:
        """All faults."""
        ...

    def kept_runs(self) -> Iterator[KeptRun]:
        """All runs, oldest first."""
        ...

    def kept_pages(self) -> Iterator[KeptPage]:
        """All pages, with the names and plans they were read under."""
        ...

    def kept_assertions(self) -> Iterator[KeptAssertion]:
        """All assertions that stand, in the order in which they were made."""
        ...

    def kept_judgements(self) -> Iterator[KeptJudgement]:
        """All judgements that stand, in the order in which they were made."""
        ...
