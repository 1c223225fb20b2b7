"""POLECAT and ICEWS: the columns that users load, and what stands in them."""

from dataclasses import replace

import pytest
from forms_samples import LJUBLJANA, MadeSource, talks, visit

from communique.export import icews, polecat
from communique.export.coded import facts, where
from communique.types.record import EventDate, Place
from communique.vocab.gazetteer import look_up

POLECAT = (
    "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, "
    "Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, "
    "Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient "
    "Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, "
    "Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw "
    "Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story "
    "Locations, Language, Version"
).split(", ")
ICEWS = (
    "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, "
    "Intensity, Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, "
    "City, District, Province, Country, Latitude, Longitude"
).split(", ")


def rows(write, tmp_path, *events):
    (name,) = write(MadeSource(*events), tmp_path)
    lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
    header, *found = (line.split("\t") for line in lines)
    assert all(len(cells) == len(header) for cells in found)
    return header, [dict(zip(header, cells, strict=True)) for cells in found]


def test_polecat_has_its_forty_columns(tmp_path):
    header, found = rows(polecat.write_polecat, tmp_path, visit())
    assert header == POLECAT
    assert len(header) == 40
    assert len(found) == 1


def test_icews_has_its_twenty_columns(tmp_path):
    header, found = rows(icews.write_icews, tmp_path, visit())
    assert header == ICEWS
    assert len(header) == 20
    assert len(found) == 1


def test_a_visit_in_polecat(tmp_path):
    _, (row,) = rows(polecat.write_polecat, tmp_path, visit())
    expected = {
        "Event ID": "ev-1",
        "Event Date": "2021-03-04",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Intensity": "4.0",
        "Quad Code": "1",
        "Contexts": "diplomatic;economic",
        "Actor Name": "Karl Lang",
        "Actor Country": "Austria",
        "Actor COW": "305",
        "Primary Actor Sector": "None",
        "Actor Title": "None",
        "Actor Name Raw": "Karl Lang",
        "Wikipedia Actor ID": "None",
        "Recipient Name": "Ana Kos",
        "Recipient COW": "349",
        "Primary Recipient Sector": "GOV",
        "Recipient Title": "Prime Minister",
        "Placename": "Ljubljana",
        "City": "Ljubljana",
        "Country": "Slovenia",
        "GeoNames ID": "3196359",
        "Feature Type": "PPL",
        "Source": "Alpine Wire",
        "Publication Date": "2021-03-05",
        "Story People": "Ana Kos;Karl Lang",
        "Story Locations": "Ljubljana",
        "Language": "en",
    }
    assert {name: row[name] for name in expected} == expected


def test_the_parties_of_a_side_stand_in_one_order(tmp_path):
    _, (row,) = rows(polecat.write_polecat, tmp_path, talks())
    assert row["Actor Name"] == "Ana Kos;Austria;Alpine 'Post, Times'"
    assert row["Actor Country"] == "Slovenia;Austria;None"
    assert row["Actor Sectors"] == "GOV;GOV;JRN"
    assert row["Recipient Name"] == row["Recipient Country"] == "None"


def test_a_day_is_never_made_up(tmp_path):
    made = {
        "2021-03": "month",
        "2021": "year",
        "2021-03-04/2021-03-06": "range",
        "2021-03-04": "day",
        "--03-04": "day",
    }
    events = [
        visit(date=EventDate(value=value, precision=precision, stated=True))
        for value, precision in made.items()
    ]
    _, found = rows(polecat.write_polecat, tmp_path, *events, visit(date=None))
    days = ["None", "None", "2021-03-04", "2021-03-04", "None", "None"]
    assert [row["Event Date"] for row in found] == days


@pytest.mark.parametrize("write", [polecat.write_polecat, icews.write_icews])
def test_only_facts_leave(write, tmp_path):
    unsure = [visit(modality=m) for m in ("future", "hypothetical", "negated", "historical")]
    _, found = rows(write, tmp_path, *unsure, visit(attributed_to="ac-lang"))
    assert found == []


def test_a_visit_in_icews(tmp_path):
    _, (row,) = rows(icews.write_icews, tmp_path, visit())
    expected = {
        "Event ID": "ev-1",
        "Source Name": "Karl Lang",
        "Source Sectors": "",
        "Source Country": "Austria",
        "Event Text": "Make a visit",
        "CAMEO Code": "042",
        "Intensity": "4.0",
        "Target Name": "Ana Kos",
        "Target Sectors": "Government",
        "Story ID": "rp-one",
        "Sentence Number": "1",
        "Publisher": "Alpine Wire",
        "City": "Ljubljana",
    }
    assert {name: row[name] for name in expected} == expected


def test_those_who_meet_are_paired_both_ways(tmp_path):
    _, found = rows(icews.write_icews, tmp_path, talks())
    pairs = {(row["Source Name"], row["Target Name"]) for row in found}
    assert len(found) == len(pairs) == 6
    assert {(b, a) for a, b in pairs} == pairs
    assert [row["Event ID"] for row in found] == [f"ev-2#{n}" for n in range(1, 7)]
    assert {row["Sentence Number"] for row in found} == {"2"}


def test_what_several_do_to_nobody_is_not_done_to_one_another(tmp_path):
    _, found = rows(icews.write_icews, tmp_path, talks(type="SUPPORT"))
    assert [row["Target Name"] for row in found] == ["", "", ""]


def test_a_place_stands_at_its_level():
    row = next(each for each in look_up("Bavaria") if each.kind in ("province", "admin1"))
    place = Place(name="Bavaria", country="DEU", lat=row.lat, lon=row.lon)
    bavaria = where(replace(place, geonames_id=row.geonames_id))
    assert (bavaria.city, bavaria.province, bavaria.feature) == (None, "Bavaria", "ADM1")
    unknown = where(Place(name="Nowhereham", country=None, lat=1.0, lon=1.0))
    assert (unknown.name, unknown.city, unknown.feature) == ("Nowhereham", None, None)
    assert where(LJUBLJANA).city == "Ljubljana"
    assert where(None).country is None


def test_a_fact_is_cited_by_its_first_report():
    (fact,) = facts(MadeSource(visit()))
    assert fact.cited.report_id == "rp-one"
    assert fact.day == "2021-03-04"
