"""A pointer with all that its rules may look at, and the mentions they answer with."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from communique.extract.ids import actor_id, state_actor_id, state_name
from communique.extract.marks import Found
from communique.extract.memory import Memory, Turn
from communique.extract.persons import Person
from communique.extract.sectors import sector_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A pointer's surroundings: the sentence so far, what comes after it, what came before."""

    item: Found
    here: Turn
    ahead: tuple[Found, ...]
    memory: Memory

    @property
    def words(self) -> str:
        """The pointer's own words."""
        return self.here.text[self.item.start : self.item.end]

    def back(self, reach: int) -> Iterator[Turn]:
        """The sentence so far and the `reach` sentences before it, the nearest first."""
        return islice(self.memory.backwards(self.here), reach + 1)


Answer = tuple[str, tuple[Found, ...]]
"""The rule that decided, and the mentions of those who are meant."""


def as_found(person: Person) -> Found:
    """A person of the report as a mention to answer with."""
    return Found(
        start=0,
        end=0,
        kind="person",
        actor_ids=(person.id,),
        rule="",
        iso3=(person.iso3,) if person.iso3 else (),
        name=person.name,
        sector=person.sector,
    )


def as_state(iso3: str) -> Found:
    """A state as a mention to answer with."""
    return Found(
        start=0,
        end=0,
        kind="state",
        actor_ids=(state_actor_id(iso3),),
        rule="",
        iso3=(iso3,),
        name=state_name(iso3),
        sector="GOV",
    )


def as_body(name: str) -> Found:
    """An organisation of states as a mention to answer with."""
    return Found(
        start=0,
        end=0,
        kind="igo",
        actor_ids=(actor_id("igo", name, None),),
        rule="",
        name=name,
        sector="IGO",
    )


def as_office(name: str, iso3: str) -> Found:
    """An institution of a state as a mention to answer with."""
    return Found(
        start=0,
        end=0,
        kind="office",
        actor_ids=(actor_id("office", name, iso3),),
        rule="",
        iso3=(iso3,),
        name=name,
        sector=sector_told(name) or "GOV",
    )
