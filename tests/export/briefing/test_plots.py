import re

import pytest
from export_samples import event, relation
from hypothesis import given
from hypothesis import strategies as st

from communique.export.briefing.draft import Draft, happened, on_topic
from communique.export.briefing.ladder import ladder
from communique.export.briefing.model import Spot
from communique.export.briefing.plots import plots
from communique.export.briefing.timeline import timeline
from communique.export.briefing.worldmap import land, worldmap
from communique.types.record import EventDate, Place

DYAD = ("AUT", "SVN")


def on(day: str, **changes):
    date = EventDate(value=day, precision="day", stated=True)
    return event(id=f"ev-{day}", date=date, **changes)


def bars(*events):
    return plots(events, (), DYAD, {}).bars


def test_bars_sum_intensities_of_what_took_place():
    found = bars(
        on("2021-03-04"),
        on("2021-03-04", intensity=-3.0, type="ACCUSE"),
        on("2021-03-05", modality="future"),
        on("2021-03-06", attributed_to="ac-kos"),
        on("2021-03"),
    )
    (bar,) = found
    assert (bar.period, bar.cooperation, bar.conflict) == ("2021-03-04", 4.0, -3.0)
    assert bar.types == (("ACCUSE", 1), ("CONSULT", 1))


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        (("2021-03-04", "2021-03-06"), ["2021-03-04", "2021-03-06"]),
        (("2021-03-04", "2021-09-06"), ["2021-03", "2021-09"]),
        (("1999-03-04", "2021-09-06"), ["1999", "2021"]),
    ],
)
def test_the_longer_the_time_the_longer_the_periods(days, periods):
    assert [bar.period for bar in bars(*map(on, days))] == periods


def test_rungs_are_the_turns_of_each_matter():
    changes = [
        relation(id="rl-1", date="2001", change="established", level_after=None),
        relation(id="rl-2", date="2010-05", level_after="partnership"),
        relation(id="rl-3", date="2021-03-04"),
        relation(id="rl-4", date="2022-01-01", status="planned", level_after="alliance"),
    ]
    rungs = plots((), changes, DYAD, {}).rungs
    assert [(each.day, each.matter, each.level) for each in rungs] == [
        ("2001", "diplomatic relations", "established"),
        ("2010-05", "partnership", "partnership"),
        ("2021-03-04", "partnership", "strategic partnership"),
    ]
    assert rungs[1].closeness < rungs[2].closeness
    picture = ladder(rungs)
    assert "strategic partnership" in picture
    assert picture.count("<circle") == 3


def test_spots_are_places_of_meetings_with_coordinates():
    here = Place(name="Ljubljana", country="SVN", lat=46.05, lon=14.5)
    found = plots(
        (
            on("2021-03-04", place=here),
            on("2021-04-04", place=here),
            on("2021-05-04", place=here, mode="phone"),
            on("2021-06-04"),
        ),
        (),
        DYAD,
        {},
    ).spots
    assert [(each.name, each.times, each.first, each.last) for each in found] == [
        ("Ljubljana", 2, "2021-03-04", "2021-04-04")
    ]


def test_nothing_to_show_is_no_picture():
    assert (timeline(()), ladder(()), worldmap(())) == ("", "", "")


def test_the_land_is_of_this_earth():
    points = [point for outline in land() for point in outline]
    assert len(land()) > 100
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=5))
def test_every_place_lies_on_its_map(where):
    spots = [
        Spot(name=f"P{n}", country=None, lat=lat, lon=lon, times=1, first=None, last=None)
        for n, (lon, lat) in enumerate(where)
    ]
    dots = re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', worldmap(spots))
    assert len(dots) == len(spots)
    assert all(-0.1 <= float(x) <= 360.1 and -0.1 <= float(y) <= 200.1 for x, y in dots)


@pytest.mark.parametrize(
    ("day", "since", "until", "expected"),
    [
        ("2024-07-03", None, None, True),
        (None, None, None, True),
        (None, "2024", None, False),
        ("2024-07-03", "2024-07-03", "2024-07-03", True),
        ("2024-07-03", "2024-07-04", None, False),
        ("2024-07-02/2024-07-04", "2024-07-04", None, True),
        ("2024-07-02/2024-07-04", None, "2024-07-01", False),
        ("2024", "2024-07", "2024-08", True),
        ("2023", "2024-07", None, False),
    ],
)
def test_days_and_bounds(day, since, until, expected):
    assert happened(day, since, until) is expected


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("TRADE", True),
        ("free trad", True),
        ("rade", False),
        ("trade zebra", False),
        ("cafés", True),
    ],
)
def test_topics_are_beginnings_of_words(topic, expected):
    draft = Draft(record_id="x", text="A (free-trade) pact", words="Cafes")
    assert on_topic(draft, topic) is expected
