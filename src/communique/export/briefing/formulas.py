"""What a brief tells of the phrases that two states repeat."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from communique.errors import CommuniqueError
from communique.export.briefing.draft import Draft, happened
from communique.export.briefing.model import Scope
from communique.export.briefing.speech import names_of
from communique.export.dossier import Dossier
from communique.export.formulas import formulas_on, held_by
from communique.export.plain import counted
from communique.export.utterances import day_of
from communique.types.coverage import Coverage
from communique.types.formula import Formula
from communique.types.parties import Actor
from communique.types.record import Event, Statement
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Report

REPORTS = 300
"""Most reports that are searched for formulas, the latest within the bounds: time grows with them
faster than their number."""


def found_in(dossier: Dossier, scope: Scope) -> tuple[tuple[Formula, ...], int]:
    """The formulas of the dossier's reports, the strongest first, and how many were not searched.

    What the states say elsewhere is not looked at; `communique formulas` does that.
    """
    ranked = sorted(dossier.reports, key=lambda each: (day_of(each) or "", each.id), reverse=True)
    within = [each for each in ranked if happened(day_of(each), scope.since, scope.until)]
    shelf = _Shelf(replace(dossier, reports=tuple(within[:REPORTS])))
    found = formulas_on(shelf, *dossier.dyad, scope.since, scope.until)
    return found.formulas, max(0, len(within) - REPORTS)


class _Shelf:
    """The records of a dossier, as the search for formulas reads them."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def events(self) -> Iterator[Event]:
        """The dossier's events."""
        return iter(self._dossier.events)

    def instruments(self) -> Iterator[Instrument]:
        """The dossier's instruments."""
        return iter(self._dossier.instruments)

    def relations(self) -> Iterator[RelationChange]:
        """The dossier's changes of relations."""
        return iter(self._dossier.relations)

    def coverages(self) -> Iterator[Coverage]:
        """The dossier's coverages."""
        return iter(self._dossier.coverages)

    def reports(self) -> Iterator[Report]:
        """The dossier's reports."""
        return iter(self._dossier.reports)

    def statements(self) -> Iterator[Statement]:
        """What is said in the dossier's reports."""
        told = (self._dossier.statements.get(each.id, ()) for each in self._dossier.reports)
        return chain.from_iterable(told)

    def actor(self, prefix: str) -> Actor:
        """The actor of an id. Raises E402."""
        found = self._dossier.actors.get(prefix)
        if found is None:
            raise CommuniqueError("E402", prefix)
        return found


def formulas(found: Iterable[Formula]) -> Iterator[Draft]:
    """Every formula: whose it is, how often it is used, from when to when, and how it varies."""
    for each in found:
        notes = [counted(each.times, "happening")]
        if each.first_seen and each.last_seen:
            notes.append(f"{each.first_seen} to {each.last_seen}")
        if len(each.variants) > 1:
            notes.append(f"also worded “{each.variants[1].text}”")
        if others := {one for use in each.others for one in use.utterance.states}:
            notes.append(f"also used by {names_of(others)}")
        yield Draft(
            record_id=each.id,
            head="; ".join(names_of(states) or "unknown whose" for states in held_by(each)),
            text=f"“{each.text}”",
            day=_range(each.first_seen, each.last_seen),
            notes=tuple(notes),
            others=tuple(use.evidence for use in each.uses),
            report_ids=tuple(dict.fromkeys(use.evidence.report_id for use in each.uses)),
        )


def _range(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first != last else last
