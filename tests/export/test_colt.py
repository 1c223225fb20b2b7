import csv
from dataclasses import replace

from export_samples import LANG
from forms_samples import MadeSource, findings, visit

from communique.export.colt import COLUMNS, continent, write_colt
from communique.export.visits import between, days_of, visits_of
from communique.types.coverage import Coverage, Origin
from communique.types.parties import Role
from communique.vocab.states import states

FILLED = {
    "LeaderID": "ac-lang",
    "LeaderCountryOrIGO": "Austria",
    "LeaderCountryISO": "AUT",
    "LeaderRegion": "Europe",
    "LeaderSubregion": "Western Europe",
    "LeaderRole": "Head of Government",
    "LeaderTitle": "Chancellor",
    "LeaderFullName": "Karl Lang",
    "CountryVisited": "Slovenia",
    "CountryVisitedISO": "SVN",
    "RegionVisited": "Europe",
    "SubRegionVisited": "Southern Europe",
    "CityVisited": "Ljubljana",
    "TripYear": "2021",
    "TripStartDate": "2021-03-04",
    "MetHostHoGS": "Yes",
    "HostHOGSName": "Ana Kos",
    "Confidence": "4",
    "SourceLink1": "folder/pg-one.txt",
    "SourceLink2": "folder/pg-two.txt",
    "SourceLink3": "folder/pg-three.txt",
}


class Travelled(MadeSource):
    """A source whose reports are of one coverage; Lang is a chancellor in two accounts."""

    title = "Chancellor"

    def folded_findings(self, report_id):
        found = findings(report_id)
        role = Role(title=self.title, iso3="AUT")
        actors = (replace(a, roles=(role,)) if a.id == LANG.id else a for a in found.actors)
        return replace(found, actors=tuple(actors))

    def instruments(self):
        return iter(())

    def kept_pages(self):
        return iter(())

    def coverages(self):
        ids = tuple(report.id for report in self.reports())
        origins = tuple(Origin(name=one, report_ids=(one,), reason="own words") for one in ids)
        yield Coverage(id="cv-1", report_ids=ids, origins=origins)


def made(**changes):
    return Travelled(visit(coverage_id="cv-1", **changes))


def read(source, folder):
    counts = write_colt(source, folder)
    with (folder / "colt.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert counts == {"colt.csv": len(rows)}
    return rows


def test_the_columns_are_colts():
    assert len(COLUMNS) == len(set(COLUMNS)) == 43 + 33
    assert COLUMNS[0] == "TripID"
    assert COLUMNS[42:44] == ("Confidence", "SourceLink1")
    assert COLUMNS[-1] == "SourceLink33"


def test_a_field_is_filled_only_where_words_bear_it(tmp_path):
    (row,) = read(made(), tmp_path)
    assert tuple(row) == COLUMNS
    (found,) = visits_of(made())
    assert {key: cell for key, cell in row.items() if cell} == {**FILLED, "TripID": found.id}


def test_no_is_never_told(tmp_path):
    (row,) = read(made(), tmp_path)
    assert "No" not in row.values()


def test_ministers_plans_and_calls_have_no_row(tmp_path):
    minister = made()
    minister.title = "Minister of Finance"
    assert len(visits_of(minister)) == 1
    for source in (minister, made(modality="future"), made(mode="phone")):
        assert read(source, tmp_path) == []


def test_every_state_lies_on_a_continent():
    assert {continent(each.region) for each in states() if each.region} <= {
        *("Africa", "Americas", "Asia", "Europe", "Oceania"),
    }


def test_visits_between_states_and_days():
    found = visits_of(made())
    assert list(between(found, ["AUT"], None, None)) == list(found)
    assert list(between(found, ["SVN", "AUT"], "2021-03", "2021")) == list(found)
    assert not list(between(found, ["SVN", "ITA"], None, None))
    assert not list(between(found, [], "2021-03-05", None))
    assert not list(between(found, [], None, "2021-02"))
    assert days_of(found[0]).startswith("2021-03-04")
