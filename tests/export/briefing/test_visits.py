from dataclasses import replace

from export_samples import AUSTRIA, ITALY, KOS, LANG, ONE, REPORTS, Archive, cite, event

import communique.export.briefing.visits as read
from communique.export.briefing import Scope, make_brief
from communique.export.briefing.phrases import Named
from communique.export.briefing.visits import visits
from communique.types.parties import Role
from communique.types.record import EventDate, Findings, Place
from communique.types.visit import Met, Visit


def visit(**changes) -> Visit:
    made = {
        "id": "vs-1",
        "traveller": LANG.id,
        "rank": "head_of_government",
        "title": "Chancellor",
        "iso3": "AUT",
        "to": "SVN",
        "place": Place(name="Ljubljana", country="SVN"),
        "first": EventDate(value="2021-03-04", precision="day", stated=False, reason="the stamp"),
        "last": EventDate(value="2021-03-05", precision="day", stated=True),
        "status": "planned",
        "occasion": "working visit",
        "met": (Met(actor_id=KOS.id, part="host", iso3="SVN", rank=None, title=None),),
        "report_ids": (ONE.id,),
        "evidence": cite(ONE),
    }
    return Visit(**{**made, **changes})


def test_a_visit_tells_its_days_and_what_is_known():
    (told,) = visits([visit()], Named({each.id: each for each in (LANG, KOS)}))
    assert told.head == "2021-03-04 to 2021-03-05"
    assert told.text == "Karl Lang, Austria to Slovenia (Ljubljana)"
    assert told.day == "2021-03-04/2021-03-05"
    assert told.notes == (
        *("planned", "working visit", "met Ana Kos (Slovenia)"),
        "date derived: the stamp",
    )


def test_what_is_not_known_is_not_told():
    bare = visit(first=None, last=None, status="done", occasion=None, met=(), place=None)
    (told,) = visits([bare], Named({}))
    assert (told.head, told.day, told.notes) == ("No date stated", None, ())


class Travelled(Archive):
    """The made archive, whose reports tell of what offices its actors hold."""

    def folded_findings(self, report_id):
        held = (
            replace(each, roles=(Role(title="Chancellor", iso3=each.iso3, evidence=cite(ONE)),))
            for each in (LANG, KOS, AUSTRIA, ITALY)
        )
        return Findings(report_id=report_id, actors=tuple(held))


def test_visits_stand_before_meetings():
    met = event(place=Place(name="Ljubljana", country="SVN", lat=46.05, lon=14.5))
    made = make_brief(Travelled([met]), "AUT", "SVN")
    section = next(each for each in made.sections if each.key == "meetings")
    assert [group.title for group in section.groups] == ["Visits", "Meetings"]
    (line,) = section.groups[0].lines
    assert line.text.startswith("Karl Lang, Austria to Slovenia")
    assert {made.citations[n - 1].evidence.report_id for n in line.cites} <= {r.id for r in REPORTS}


def test_the_limit_of_what_is_read_for_visits_is_told_where_it_bites(monkeypatch):
    met = event(place=Place(name="Ljubljana", country="SVN", lat=46.05, lon=14.5))

    def meetings(scope):
        made = make_brief(Travelled([met]), "AUT", "SVN", scope)
        return next((each for each in made.sections if each.key == "meetings"), None)

    assert meetings(Scope()).intro == ""
    monkeypatch.setattr(read, "REPORTS", 0)
    assert "3 older ones; `communique visits AUT SVN` reads all" in meetings(Scope()).intro
    assert meetings(Scope(since="2022")) is None
