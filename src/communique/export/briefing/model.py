"""The brief as records: what every format is written from."""

from dataclasses import dataclass
from typing import Literal

from communique.standing import Matter
from communique.types.record import EventType
from communique.types.text import Evidence

Key = Literal[
    "standing",
    "changes",
    "prospects",
    "meetings",
    "agreements",
    "positions",
    "said",
    "formulas",
    "commitments",
    "events",
    "disputed",
    "sources",
]
"""The sections, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a brief is narrowed to: ISO bounds, perhaps partial, and words to be found."""

    since: str | None = None
    until: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of a report and what stands around them there.

    `before` and `after` are the neighbouring sentences, `opens` and `closes` the rest of the
    sentence that the quote is cut from. `side` is the state (alpha-3) whose account the report is.
    """

    number: int
    evidence: Evidence
    before: str = ""
    opens: str = ""
    closes: str = ""
    after: str = ""
    headline: str | None = None
    outlet: str = ""
    day: str | None = None
    page: str = ""
    address: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing told: what stands out, the words, notes, and the numbers of its citations.

    `day` (ISO, perhaps partial or a range) is when it took place. `side` is the state (alpha-3) on
    whose word alone it rests, None where others bear it out. `record_id` is of what it tells.
    """

    record_id: str
    text: str
    head: str = ""
    day: str | None = None
    notes: tuple[str, ...] = ()
    cites: tuple[int, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under one heading, "" for none; `left` says how many more there are, "" for none."""

    lines: tuple[Line, ...]
    title: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section that has something to say."""

    key: Key
    title: str
    groups: tuple[Group, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The events of a day, month or year (`period`, ISO), PLOVER intensities summed.

    `cooperation` is not below 0, `conflict` not above; `types` counts the events by type.
    """

    period: str
    cooperation: float
    conflict: float
    types: tuple[tuple[EventType, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The level that a matter between the two had from `day` (ISO, perhaps partial) on.

    `closeness` orders the levels of a matter, higher is closer.
    """

    day: str
    matter: Matter
    level: str
    closeness: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place where the two met: WGS84 degrees, how often, and the first and last day."""

    name: str
    country: str | None
    lat: float
    lon: float
    times: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plots:
    """What the pictures show; each is empty where there is nothing to show."""

    bars: tuple[Bar, ...] = ()
    rungs: tuple[Rung, ...] = ()
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief on two states; false where it says nothing.

    `dyad` holds their codes, `names` their usual names; `reports`, `happenings` and `accounts`
    count what it rests on.
    """

    dyad: tuple[str, str]
    names: tuple[str, str]
    scope: Scope = Scope()
    reports: int = 0
    happenings: int = 0
    accounts: int = 0
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    plots: Plots = Plots()

    def __bool__(self) -> bool:
        return bool(self.sections)

    @property
    def title(self) -> str:
        """The two names."""
        return " and ".join(self.names)
