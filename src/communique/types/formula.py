"""Formulas (tifa): phrases that a speaker, state or dyad repeats, and what became of them."""

from dataclasses import dataclass
from typing import Literal

from communique.types.text import Evidence, Passage

TextKind = Literal["readout", "joint_statement", "statement"]
"""Where words stand: one side's readout, a document of several, or anything else said."""

Shifting = Literal["dropped", "added", "varied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Words that somebody is told to have said or written, in one report.

    `actor_ids` are the speakers, none where only `states` (alpha-3) are known, whose words they
    are. `place` is where the report is from, in its own words; `day` (ISO) the day that it is of,
    else that of what it tells, None where neither is known. `dyad` are the two states whose
    affairs it is told among (sorted), None where not known.
    """

    passage: Passage
    report_id: str
    coverage_id: str
    day: str | None
    kind: TextKind
    actor_ids: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    dyad: tuple[str, str] | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A phrase in an utterance: its exact words there, and by how many words they differ.

    `edits` counts words of weight that were put, left out or added otherwise than in the phrase
    looked for; inflection and words like "of the" do not count.
    """

    utterance: Utterance
    evidence: Evidence
    edits: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way of wording a formula, and in how many happenings it was so worded."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A phrase repeated on different days about different happenings.

    `text` is its most frequent wording. `uses` are those of whoever repeats it, by day, copies of
    one happening too; `times` counts the happenings. `others` are uses by anybody else. `weight`
    (nats) is by how much its repetition exceeds chance.
    """

    id: str
    text: str
    variants: tuple[Wording, ...]
    uses: tuple[Use, ...]
    times: int
    weight: float
    first_seen: str | None
    last_seen: str | None
    others: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What a side's latest text on a dyad does with a formula, against its last comparable one.

    `by` are the states (alpha-3) whose texts they are. `before` and `now` are the uses in the two
    texts, None where a text has none; `before_reports` and `now_reports` are the texts.
    """

    change: Shifting
    formula_id: str
    text: str
    by: tuple[str, ...]
    kind: TextKind
    before_day: str
    now_day: str
    before_reports: tuple[str, ...]
    now_reports: tuple[str, ...]
    before: Use | None = None
    now: Use | None = None
