"""Place names: which words are one, and which place they mean. Sentences of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extract.toponym_types import Context, Toponym
from communique.extract.toponyms import find_toponyms
from communique.models.language import language_model


def places(text: str, context: Context | None = None) -> dict[str, Toponym]:
    """The places proper of a text, by name."""
    return {each.name: each for each in find_toponyms(text, context) if each.use == "place"}


def test_a_comma_says_which_paris() -> None:
    found = places("Paris, Texas, was quiet. A man from Paris said so.")
    assert found["Paris"].admin1 == "Texas"
    assert found["Paris"].stated
    assert all(
        each.admin1 == "Texas"
        for each in find_toponyms("Paris, Texas, was quiet. A man from Paris said so.")
        if each.name == "Paris"
    )


def test_alone_it_is_the_capital() -> None:
    found = places("Talks were held in Paris on Monday.")
    assert found["Paris"].iso3 == "FRA"
    assert not found["Paris"].stated


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("The foreign minister flew from Georgia to Armenia after talks in Tbilisi.", "GEO"),
        ("The governor of Georgia spoke in Atlanta. Savannah, Georgia, is near.", "USA"),
    ],
)
def test_georgia_goes_by_the_other_places(text: str, iso3: str) -> None:
    assert places(text)["Georgia"].iso3 == iso3


def test_older_spellings_mean_the_same_place() -> None:
    found = places("Talks in Kiev ended. Officials left Kyiv for Xi'an and Urumqi.")
    assert found["Kiev"].geonames_id == found["Kyiv"].geonames_id == 703448
    assert found["Xi'an"].iso3 == "CHN"
    assert found["Urumqi"].iso3 == "CHN"


def test_washington_is_the_city_beside_other_capitals() -> None:
    found = places("Washington said it would respond. Beijing and Moscow rejected it.")
    assert found["Washington"].admin1 == "District of Columbia"


def test_famous_names_do_not_talk_each_other_into_one_province() -> None:
    found = places("London and Paris agreed with Athens, Dublin and Moscow on Crimea.")
    countries = {name: each.iso3 for name, each in found.items()}
    assert countries == {
        "London": "GBR",
        "Paris": "FRA",
        "Athens": "GRC",
        "Dublin": "IRL",
        "Moscow": "RUS",
        "Crimea": "UKR",
    }


def test_a_small_town_is_known_by_its_county() -> None:
    found = places("Athens is the seat of Henderson County, Texas. Police in Athens agreed.")
    assert found["Athens"].admin1 == "Texas"


def test_seas_and_straits() -> None:
    found = places("Ships left the South China Sea for the Strait of Hormuz.")
    assert set(found) == {"South China Sea", "Strait of Hormuz"}
    assert found["South China Sea"].iso3 is None


def test_persons_named_like_towns_are_no_places() -> None:
    text = "Paris Hilton arrived with Michael Jackson. Jackson sang. Mr. Lincoln left."
    assert find_toponyms(text) == ()


def test_a_name_within_an_organisation_is_marked_as_such() -> None:
    found = find_toponyms("The Bank of England raised rates; the University of Lagos closed.")
    assert {(each.name, each.use) for each in found} == {
        ("England", "name_part"),
        ("Lagos", "name_part"),
    }


def test_the_peoples_republic_is_not_the_other_republic() -> None:
    found = places("The People's Republic of China was recognised by Honduras.")
    assert found["People's Republic of China"].iso3 == "CHN"


def test_peoples_stand_for_their_states() -> None:
    found = find_toponyms("Kazakh and Chechen envoys spoke.")
    assert [(each.name, each.use, each.iso3) for each in found] == [
        ("Kazakh", "demonym", "KAZ"),
        ("Chechen", "demonym", "RUS"),
    ]


def test_a_surname_is_no_people() -> None:
    assert find_toponyms("Police Chief Thomas Finn said so. Spokeswoman Monica French left.") == ()


def test_a_seat_of_government_is_no_town_of_its_name() -> None:
    assert "White House" not in places("The White House welcomed the news, said the Kremlin.")


def test_a_dateline_in_capitals() -> None:
    found = places("ASTANA, July 3 -- The two presidents met here.")
    assert found["ASTANA"].iso3 == "KAZ"


def test_the_dateline_and_the_source_tip_the_scale() -> None:
    text = "The mayor of Alexandria opened a school."
    assert places(text)["Alexandria"].iso3 == "EGY"
    near = Context(dateline="Shreveport", source_iso3="USA")
    assert places(text, near)["Alexandria"].iso3 == "USA"


def test_names_already_found_may_be_given() -> None:
    text = "Ministers met in Astana.\n\nThen they left for Baku."
    model = language_model()
    alone = find_toponyms(text)
    assert alone
    assert find_toponyms(text, names=model.names(text)) == alone
    assert find_toponyms(text, names=model.parse(text)) == alone


def test_what_is_not_placed_says_so() -> None:
    road = next(each for each in find_toponyms("He lives on Dublin Road.") if each.use == "street")
    assert road.lat is None
    assert road.confidence == 0


_WORDS = st.sampled_from(
    "Paris, Texas Georgia Kyiv Xi'an St. Louis the of said President Jackson County U.S. in from "
    "South China Sea Egyptian (Reuters) -- \n\n . Bank Police Main Street W.Va. 北京 Ürümqi's ’s "
    "Clay and Otter Tail counties The Hague N'Djamena - & A. É".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_spans_are_in_order_and_coordinates_in_range(text: str) -> None:
    at = 0
    for each in find_toponyms(text):
        assert at <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.name
        assert 0 <= each.confidence <= 1
        assert (each.lat is None) == (each.lon is None)
        if each.lat is not None and each.lon is not None:
            assert -90 <= each.lat <= 90
            assert -180 <= each.lon <= 180
        at = each.end


def test_the_benchmark_writes_what_the_scorer_reads(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.xml", tmp_path / "out.jsonl"
    gold.write_text(
        '<articles><article docid="7"><text>Rain fell in Lima, Peru.</text></article></articles>'
    )
    script = Path(__file__).parents[2] / "benchmarks" / "places.py"
    command = [sys.executable, str(script), "--data", str(gold), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    row = json.loads(out.read_text())
    assert row["id"] == "7"
    assert [(each["start"], each["end"]) for each in row["places"]] == [(13, 17), (19, 23)]
    assert row["places"][0]["lat"] == pytest.approx(-12.04, abs=0.1)
