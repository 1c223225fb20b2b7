"""What the coding of one report rests on: its marked sentences, dates, parties and statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.date_values import Anchor
from communique.extract.ids import state_actor_id
from communique.extract.marks import Found, Marked
from communique.extract.persons import Cast
from communique.types.record import PlaceMention, Statement
from communique.types.text import DateMention, Passage, Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One report as read so far: `units` are the marked sentences of its body."""

    report: Report
    cast: Cast
    anchor: Anchor | None
    dates: tuple[DateMention, ...]
    units: tuple[Marked, ...]
    captions: tuple[Marked, ...]
    statements: tuple[Statement, ...]
    places: tuple[PlaceMention, ...] = ()

    @property
    def year(self) -> str | None:
        """The year the report is dated, if it is."""
        return self.anchor.date[:4] if self.anchor else None

    def paragraph_of(self, unit: Marked) -> Passage | None:
        """The paragraph of the body that holds a unit; None for a caption."""
        span = unit.passage.span
        return next((each for each in self.report.paragraphs if each.span.holds(span)), None)

    def statement_of(self, span: Span) -> Statement | None:
        """The statement whose content holds the words at `span`, if there is one.

        Of what somebody only plans or wants, it is the report that tells.
        """
        for statement in self.statements:
            if statement.kind != "will" and any(
                piece.span.holds(span) for piece in statement.content
            ):
                return statement
        return None

    def said_by(self, span: Span) -> str | None:
        """The id of the one who says the words at `span`, if somebody known does."""
        statement = self.statement_of(span)
        return next(iter(statement.actor_ids), None) if statement else None

    def speaker_of(self, unit: Marked) -> tuple[str, ...]:
        """Who speaks in a unit: the actors of its first statement."""
        for statement in self.statements:
            if statement.source and unit.passage.span.holds(statement.source.span):
                return statement.actor_ids
        return ()

    def state_ids(self, codes: Sequence[str]) -> Iterator[str]:
        """The actors' ids of states."""
        return (state_actor_id(iso3) for iso3 in codes)

    def iso3_of(self, actor: str) -> str | None:
        """The state of an actor's id."""
        for person in self.cast.persons:
            if person.id == actor:
                return person.iso3
        for unit in (*self.units, *self.captions):
            for found in unit.found:
                if found.actor_ids == (actor,) and found.iso3:
                    return found.iso3[0]
        return next((iso3 for iso3 in self.cast.dyad or () if state_actor_id(iso3) == actor), None)


def states_in(found: Sequence[Found]) -> tuple[str, ...]:
    """The states that mentions stand for, in order, each once."""
    return tuple(dict.fromkeys(iso3 for item in found for iso3 in item.iso3))


def each_sentence(context: Context) -> Iterator[Marked]:
    """Every marked unit that may tell of deeds: the body's, then the captions'."""
    yield from context.units
    yield from context.captions
