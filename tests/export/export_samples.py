"""Made records of two states, and an archive of them that needs no database."""

from dataclasses import dataclass, field

from communique.types.coverage import Coverage, Difference, Link, Merged, Origin, SentenceRef
from communique.types.parties import Actor, Mention
from communique.types.record import Disputed, Event, EventDate, Findings, Place, Statement
from communique.types.standing import Act, Instrument, Position, RelationChange
from communique.types.text import Credit, Passage, Report, Span, Stamp

KOS = Actor(id="ac-kos", name="Ana Kos", kind="person", iso3="SVN")
LANG = Actor(id="ac-lang", name="Karl Lang", kind="person", iso3="AUT")
AUSTRIA = Actor(id="ac-aut", name="Austria", kind="state", iso3="AUT")
ITALY = Actor(id="ac-ita", name="Italy", kind="state", iso3="ITA")
ACTORS = {actor.id: actor for actor in (KOS, LANG, AUSTRIA, ITALY)}


def report(name: str, *sentences: str) -> Report:
    """A report whose page is its sentences, each on a line."""
    found, start = [], 0
    for words in sentences:
        found.append(Passage(span=Span(start=start, end=start + len(words)), text=words))
        start += len(words) + 1
    return Report(
        id=f"rp-{name}",
        page_id=f"pg-{name}",
        kind="wire",
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=Credit(name="Alpine Wire", stated=True),
        dateline=None,
        published=Stamp(value="2021-03-05T08:00", stated=True),
        updated=None,
        captions=(found[0],),
        photo_credits=(),
        paragraphs=tuple(found),
        sentences=tuple(found),
    )


ONE = report("one", "Ana Kos met Karl Lang.", "Lang said that Austria wants trains.")
TWO = report("two", "Karl Lang met Ana Kos.", "Austria wants more trains, he said.")
THREE = report("three", "On March 4 Ana Kos met Karl Lang.", "Kos was silent.")
REPORTS = (ONE, TWO, THREE)


def cite(*reports: Report, sentence: int = 0):
    return tuple(each.evidence(each.sentences[sentence].span) for each in reports or REPORTS)


def ref(of: Report, sentence: int) -> SentenceRef:
    return SentenceRef(report_id=of.id, sentence=sentence)


def coverage(origins: tuple[Origin, ...] | None = None) -> Coverage:
    return Coverage(
        id="cv-1",
        report_ids=tuple(each.id for each in REPORTS),
        origins=origins
        or (
            Origin(name="Alpine Wire", report_ids=("rp-one", "rp-two"), reason="both credit it"),
            Origin(name="rp-three", report_ids=("rp-three",), reason="shares nothing"),
        ),
        links=(
            Link(a=ref(ONE, 0), b=ref(TWO, 0), kind="verbatim", score=1.0),
            Link(a=ref(ONE, 0), b=ref(THREE, 0), kind="near", score=0.9),
            Link(a=ref(ONE, 1), b=ref(TWO, 1), kind="reworded", score=0.5),
        ),
        differences=(
            Difference(
                topic="Kos",
                report_id="rp-three",
                says="Kos was silent.",
                kind="added",
                version="rp-three",
            ),
        ),
    )


def statement(of: Report = ONE, words: str = "Austria wants trains") -> Statement:
    sentence = of.sentences[1]
    start = sentence.text.index(words)
    return Statement(
        id=f"st-{of.id}",
        report_id=of.id,
        source=sentence.inner(0, 4),
        actor_ids=(LANG.id,),
        cue=None,
        content=(sentence.inner(start, start + len(words)),),
        manner="indirect",
        modality="actual",
        rule="leading",
        evidence=cite(of, sentence=1),
        wording=(sentence.inner(start, start + len(words)),),
    )


def event(**changes) -> Event:
    made = {
        "id": "ev-1",
        "type": "CONSULT",
        "mode": "visit",
        "quad": "VERBAL COOPERATION",
        "intensity": 4.0,
        "actors": (LANG.id,),
        "recipients": (KOS.id,),
        "modality": "actual",
        "confidence": 1.0,
        "rule": "meeting",
        "report_ids": tuple(each.id for each in REPORTS),
        "date": EventDate(value="2021-03-04", precision="day", stated=True),
        "place": Place(name="Ljubljana", country="SVN"),
        "coverage_id": "cv-1",
        "origins": 2,
        "evidence": cite(),
    }
    return Event(**{**made, **changes})


def disputed(**changes) -> Disputed:
    """What the third report says of the day."""
    made = {
        "field": "date",
        "value": "2021-03-03",
        "report_ids": (THREE.id,),
        "evidence": cite(THREE),
    }
    return Disputed(**{**made, **changes})


def instrument() -> Instrument:
    return Instrument(
        id="in-1",
        kind="treaty",
        title="Treaty on *Trains*",
        parties=("AUT", "SVN"),
        acts=(Act(act="signed", date="2021-03-04"),),
        coverage_id="cv-1",
        report_ids=("rp-one",),
        evidence=cite(ONE),
    )


def relation(**changes) -> RelationChange:
    made = {
        "id": "rl-1",
        "dyad": ("AUT", "SVN"),
        "change": "upgraded",
        "level_before": None,
        "level_after": "strategic partnership",
        "date": "2021-03-04",
        "coverage_id": "cv-1",
        "report_ids": ("rp-one",),
        "evidence": cite(ONE),
    }
    return RelationChange(**{**made, **changes})


def position(**changes) -> Position:
    """Austria supports more trains, as the first report tells."""
    sentence = ONE.sentences[1]
    made = {
        "id": "ps-1",
        "report_id": ONE.id,
        "kind": "position",
        "holder": "Austria",
        "holder_ids": (AUSTRIA.id,),
        "iso3": "AUT",
        "object": sentence.inner(0, 4),
        "about": "trains to SVN",
        "states": ("SVN",),
        "stance": "supports",
        "strength": "strong",
        "cue": sentence.inner(5, 9),
        "evidence": cite(ONE, sentence=1),
    }
    return Position(**{**made, **changes})


@dataclass
class Archive:
    """An archive of made records; nothing by default."""

    made_events: list = field(default_factory=list)
    made_instruments: list = field(default_factory=list)
    made_relations: list = field(default_factory=list)
    made_statements: list = field(default_factory=list)
    made_positions: list = field(default_factory=list)
    made_origins: tuple[Origin, ...] | None = None
    mentions: tuple[Mention, ...] = ()

    def events(self):
        return iter(self.made_events)

    def instruments(self):
        return iter(self.made_instruments)

    def relations(self):
        return iter(self.made_relations)

    def actor_states(self):
        return {actor.id: actor.iso3 for actor in ACTORS.values()}

    def actors_by_id(self, actor_ids):
        return (ACTORS[one] for one in actor_ids if one in ACTORS)

    def coverages_by_id(self, coverage_ids):
        assert set(coverage_ids) <= {"cv-1"}
        return (coverage(self.made_origins) for _ in coverage_ids)

    def statements_in(self, report_ids):
        return (each for each in self.made_statements if each.report_id in set(report_ids))

    def positions_in(self, report_ids):
        return (each for each in self.made_positions if each.report_id in set(report_ids))

    def mentions_in(self, report_ids):
        return {"rp-one": self.mentions}

    def reports_by_id(self, report_ids):
        by_id = {each.id: each for each in REPORTS}
        return iter([by_id[one] for one in report_ids if one in by_id])

    def merged(self, coverage_id):
        return Merged(coverage_id=coverage_id, events=tuple(self.made_events))

    def folded_findings(self, report_id):
        return Findings(report_id=report_id, actors=tuple(ACTORS.values()))

    def pages_named(self, page_ids):
        address = "https://example.org/one"
        return {
            one: (f"folder/{one}.txt", address if one == "pg-one" else None) for one in page_ids
        }
