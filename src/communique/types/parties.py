"""Who acts and speaks: actors, the roles they hold, and the mentions that name them."""

from dataclasses import dataclass
from typing import Literal

from communique.types.text import Evidence, Passage

ActorKind = Literal["state", "igo", "office", "person", "organisation"]
Sex = Literal["m", "f"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office as an imported list has it; `key` is its id in the list called `source`.

    `organisation` is an id of the table of organisations. Both it and `iso3` are None where the
    list does not tell whose office it is.
    """

    id: str
    source: str
    key: str
    title: str
    iso3: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person's time in an office, as an imported list has it.

    ISO dates, perhaps partial; None where not stated. `until` is the day of leaving; `ended` tells
    that she left, also where the list does not say when.
    """

    title: str
    iso3: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person as an imported list has her; `key` is her id in the list called `source`.

    `name` is the usual form, `aliases` the others, `weak_aliases` those that do not name her on
    their own (single words, mostly). `states` are those she belongs to. `family` is None where
    the list does not tell the family name.
    """

    id: str
    source: str
    key: str
    name: str
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    family: str | None = None
    sex: Sex | None = None
    states: tuple[str, ...] = ()
    born: str | None = None
    died: str | None = None
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office of a party as the whole register knows it.

    `first_seen` and `last_seen` are the dates of the first and last report that states it, with
    its evidence; `since` and `until` come from the table or imported list that `source` names, as
    does all of an office that no report states. `ended` where the list says that it ended but not
    when.
    """

    title: str
    iso3: str | None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None
    ended: bool = False
    source: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor as the whole register knows it: worked out when asked for, never stored.

    `ids` are all ids that it stands under, its own first, `names` all its names, the usual one
    first; `sources` the imported lists that have it.
    """

    id: str
    name: str
    kind: ActorKind
    iso3: str | None
    sector: str | None = None
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    roles: tuple[Held, ...] = ()
    first_seen: str | None = None
    last_seen: str | None = None
    sources: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
