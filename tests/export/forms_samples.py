"""A source of made records for the forms that take more than a brief does."""

from export_samples import AUSTRIA, KOS, LANG, ONE, REPORTS, THREE, event, statement

from communique.types.parties import Actor, Held, Mention, Party, Role
from communique.types.record import EventDate, Findings, Place, PlaceMention

MINISTER = Role(title="Prime Minister", iso3="SVN")
ACTORS = (
    Actor(id=KOS.id, name=KOS.name, kind="person", iso3="SVN", roles=(MINISTER,), sector="GOV"),
    Actor(id=LANG.id, name=LANG.name, kind="person", iso3="AUT"),
    Actor(id=AUSTRIA.id, name="Austria", kind="state", iso3="AUT", sector="GOV"),
    Actor(id="ac-press", name='Alpine "Post; Times"', kind="organisation", iso3=None, sector="MED"),
)
LJUBLJANA = Place(name="Ljubljana", country="SVN", lat=46.051, lon=14.506, geonames_id=3196359)


def findings(report_id: str) -> Findings:
    report = next(each for each in REPORTS if each.id == report_id)
    first = report.sentences[0]
    named = [
        Mention(passage=first.inner(at, at + len(name)), actor_ids=(one,), rule="name")
        for name, one in (("Ana Kos", KOS.id), ("Karl Lang", LANG.id))
        if (at := first.text.find(name)) >= 0
    ]
    spot = PlaceMention(passage=first.inner(0, 3), place=LJUBLJANA, kind="town", confidence=1)
    return Findings(
        report_id=report_id, actors=ACTORS, mentions=tuple(named), places=(spot,) if named else ()
    )


class MadeSource:
    """What the forms ask a view for, out of made events."""

    def __init__(self, *events):
        self.made = events

    def events(self):
        return iter(self.made)

    def reports(self):
        return iter(REPORTS)

    def reports_by_id(self, report_ids):
        return (each for each in REPORTS if each.id in report_ids)

    def folded_findings(self, report_id):
        return findings(report_id)

    def names(self, page_id):
        return (f"folder/{page_id}.txt",)

    def statements(self):
        return iter([statement()])

    def parties(self):
        held = Held(title="Prime Minister", iso3="SVN", since="2020-03", until=None, source="list")
        for actor in ACTORS:
            yield Party(
                id=actor.id,
                name=actor.name,
                kind=actor.kind,
                iso3=actor.iso3,
                sector=actor.sector,
                ids=(actor.id,),
                names=(actor.name, "A. K."),
                roles=(held,) if actor.roles else (),
            )


def visit(**changes):
    """Lang's visit to Kos in Ljubljana, told by three reports."""
    return event(**{"place": LJUBLJANA, "contexts": ("diplomatic", "economic"), **changes})


def talks(**changes):
    """Talks of three with no host, told by the first report."""
    made = {
        "id": "ev-2",
        "mode": None,
        "intensity": 2.5,
        "actors": (KOS.id, AUSTRIA.id, "ac-press"),
        "recipients": (),
        "report_ids": (ONE.id,),
        "date": EventDate(value="2021-03", precision="month", stated=True),
        "place": None,
        "evidence": (ONE.evidence(ONE.sentences[1].span),),
    }
    return event(**{**made, **changes})


__all__ = ["LJUBLJANA", "THREE", "MadeSource", "talks", "visit"]
