"""Where states stand: documents and what is done with them, changes of relations, positions."""

from dataclasses import dataclass
from typing import Literal

from communique.types.text import Evidence, Passage

InstrumentKind = Literal[
    "joint_statement",
    "joint_declaration",
    "declaration",
    "communique",
    "treaty",
    "convention",
    "agreement",
    "protocol",
    "memorandum",
    "letter_of_intent",
    "exchange_of_notes",
    "action_plan",
    "roadmap",
    "programme",
    "contract",
    "cooperation_documents",
]
ActKind = Literal[
    "negotiated",
    "issued",
    "initialled",
    "signed",
    "approved",
    "ratified",
    "in_force",
    "suspended",
    "extended",
    "ended",
    "planned",
]
"""What is done with a document, in the order of its life. Issued is adopted, too; planned is to be
signed or issued later."""
Change = Literal[
    "established",
    "raised",
    "upgraded",
    "lowered",
    "downgraded",
    "suspended",
    "severed",
    "restored",
    "recognised",
    "derecognised",
]
ChangeStatus = Literal["done", "announced", "planned", "denied", "recalled"]
"""How a report tells of a change: done as its news, decided with effect later, wished or talked
about, said not to be so, or looked back on as done at an earlier time."""
PositionKind = Literal["position", "commitment"]
Stance = Literal[
    "supports",
    "opposes",
    "recognises",
    "rejects",
    "calls for",
    "condemns",
    "welcomes",
    "regrets",
    "denies",
    "neutral",
    "will",
    "ready",
    "considers",
    "refuses",
]
"""The last four are of commitments: promised, offered, thought of, refused."""
Firmness = Literal["weak", "plain", "strong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something done with an instrument, and when: as `EventDate.value`, None where not known.

    `by` is the party that did it alone ("ratified by Kenya's parliament"), as among the parties.
    """

    act: ActKind
    date: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A document between parties; `title` as worded, None where the report gives none.

    Parties are states by alpha-3 code and bodies of states by acronym ("EU"), sorted. `count` is
    the number of documents of a package ("22 documents"), None for a single one or where no number
    is told.
    """

    id: str
    kind: InstrumentKind
    title: str | None
    parties: tuple[str, ...]
    acts: tuple[Act, ...] = ()
    subjects: tuple[str, ...] = ()
    coverage_id: str | None = None
    report_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationChange:
    """A change between two states (sorted alpha-3 codes).

    Levels are in the words of the report, None where it states none. `date` is when it was made or
    announced, `effective` when it took or takes effect, where that is another day; both ISO,
    possibly partial. `by` is the state that made it alone, None where both did.
    """

    id: str
    dyad: tuple[str, str]
    change: Change
    level_before: str | None
    level_after: str | None
    date: str | None
    status: ChangeStatus = "done"
    effective: str | None = None
    by: str | None = None
    coverage_id: str | None = None
    report_ids: tuple[str, ...] = ()
    instrument_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a party stands for or binds itself to, as told.

    `holder_ids` are the actors named as those whose view it is, `iso3` the state they are or speak
    for, `holder` its usual name or the body's. `object` are the report's words for what it is
    about, `about` their normal form ("sanctions on RUS"), `states` the states among it. `until`
    is the date, perhaps partial, by which a commitment is to be kept. `addressee` is a state's
    code or an actor's id. `said_by` are the actors who tell it, empty where the report does;
    `statement_id` is the statement in which they do.
    """

    id: str
    report_id: str
    kind: PositionKind
    holder: str
    holder_ids: tuple[str, ...]
    iso3: str | None
    object: Passage
    about: str
    states: tuple[str, ...]
    stance: Stance
    strength: Firmness
    cue: Passage
    until: str | None = None
    addressee: str | None = None
    statement_id: str | None = None
    said_by: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
