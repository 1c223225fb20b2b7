"""What reports assert: statements, coded events, and all of one report's findings."""

from dataclasses import dataclass
from typing import Literal

from communique.types.parties import Actor, Mention
from communique.types.standing import Instrument, Position, RelationChange
from communique.types.text import DateMention, Evidence, Passage, Precision

Manner = Literal["direct", "indirect", "mixed"]
Modality = Literal["actual", "future", "hypothetical", "negated", "historical"]
CueKind = Literal["say", "view", "will", "show"]
"""What a cue tells: words uttered or written; a belief, feeling or judgement; a wish, plan, promise
or stance; what data or a document shows."""

SpeechAct = Literal[
    "assert",
    "pledge",
    "request",
    "urge",
    "accuse",
    "deny",
    "thank",
    "congratulate",
    "praise",
    "criticise",
    "support",
    "oppose",
    "express",
    "announce",
    "ask",
]
"""What is done by saying it. A pledge binds its speaker to a deed, threats included; a refusal
opposes; "express" covers feelings and hopes."""

Quad = Literal["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
DisputedField = Literal["date", "place", "mode", "parties"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event took place: ISO, possibly partial, or a range of days or years.

    Not `stated` where it was derived; `reason` then says from what.
    """

    value: str
    precision: Precision
    stated: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: name, ISO 3166 alpha-3 country, WGS84 degrees, GeoNames id where it is known.

    Not `stated` where derived, with the reason.
    """

    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    stated: bool = True
    reason: str | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place the report names.

    `kind` is the gazetteer's ("town", "state", "river", ...), None where it lists no such name;
    `confidence` (0 to 1) the project's own estimate that it is placed rightly.
    """

    passage: Passage
    place: Place
    kind: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said.

    `source` is None where the words name nobody; `content` are the fragments of the page that
    carry what was said, `addressee` an actor's id. `rule` names the pattern.
    `strength` is 0 tentative, 1 plain, 2 marked or 3 strongest; `wording` are the words of the
    content that it rests on ("will", "firmly"). `confidence` (0 to 1) is None where nothing
    measured it; `within` is the id of the statement whose content reports this one, `continues`
    of the one whose speech this sentence goes on with.
    """

    id: str
    report_id: str
    source: Passage | None
    actor_ids: tuple[str, ...]
    cue: Passage | None
    content: tuple[Passage, ...]
    manner: Manner
    modality: Modality
    rule: str
    addressee: str | None = None
    evidence: tuple[Evidence, ...] = ()
    kind: CueKind = "say"
    act: SpeechAct = "assert"
    strength: int = 1
    wording: tuple[Passage, ...] = ()
    confidence: float | None = None
    within: str | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """What some of an event's reports tell otherwise than the event has it.

    `value` is a date as `EventDate.value`, a place's name, a mode, or the id of an actor whom these
    reports alone name as a party. `evidence` cites the words that say so, else their sentence.
    """

    field: DisputedField
    value: str
    report_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A coded event in PLOVER's words.

    In one report's findings `report_ids` holds that report; after merging it holds every carrier
    and `origins` counts the independent accounts. `part_of` is the id of the event of the same
    coverage that this one is part of: the meeting at which something was promised, the summit on
    whose sidelines two met. `disputed` is what some of the reports have otherwise.
    """

    id: str
    type: EventType
    mode: str | None
    quad: Quad
    intensity: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: Modality
    confidence: float
    rule: str
    report_ids: tuple[str, ...]
    date: EventDate | None = None
    place: Place | None = None
    contexts: tuple[str, ...] = ()
    attributed_to: str | None = None
    coverage_id: str | None = None
    origins: int = 1
    evidence: tuple[Evidence, ...] = ()
    part_of: str | None = None
    disputed: tuple[Disputed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one report asserts."""

    report_id: str
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    positions: tuple[Position, ...] = ()
