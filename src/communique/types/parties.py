"""Who acts and speaks: actors, the roles they hold, and the mentions that name them."""

from dataclasses import dataclass
from typing import Literal

from communique.types.text import Evidence, Passage

ActorKind = Literal["state", "igo", "office", "person", "organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held: title in the report's words, the state it is held for, known dates (ISO)."""

    title: str
    iso3: str | None
    since: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party to events. `iso3` is the state it is, speaks for or belongs to (ISO 3166 alpha-3).

    `id` hashes kind, name and iso3: the same party has the same id in every report. `sector` is
    what it does, in PLOVER's codes (GOV, MIL, OPP, LEG, JUD, IGO, REB, BUS, MED, CVL, ...); None
    where that is not known.
    """

    id: str
    name: str
    kind: ActorKind
    iso3: str | None
    roles: tuple[Role, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name a party.

    `actor_ids` is empty where they could not be resolved or name nobody in particular ("Turkish
    students"), and holds two or more for "the two sides"; `rule` names the rule that resolved
    them. `iso3` is the state of the one party meant, `sector` its sector as in `Actor`.
    """

    passage: Passage
    actor_ids: tuple[str, ...]
    rule: str
    iso3: str | None = None
    sector: str | None = None
