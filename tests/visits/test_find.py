import pytest

HEAD = "{place}, May 13, 2024 (Wire) -- "


def told(place, words):
    return f"News of the day\n\n{HEAD.format(place=place)}{words}\n\nThe weather was fine.\n"


def days(visit):
    return tuple(each.value if each else None for each in (visit.first, visit.last))


def test_a_state_visit_by_its_arrival_and_its_length(visits_in):
    found, _ = visits_in(
        told("WARSAW", "Kenyan President Samuel Kiptoo arrived in Warsaw on Sunday for a "
             "three-day state visit.")
    )  # fmt: skip
    (visit,) = found.values()
    assert (visit.iso3, visit.to, visit.place.name) == ("KEN", "POL", "Warsaw")
    assert (visit.rank, visit.status) == ("head_of_state", "under way")
    assert days(visit) == ("2024-05-12", "2024-05-14")
    assert visit.last.reason
    assert visit.occasion == "state visit"
    assert visit.told("occasion") == ("state visit",)


def test_who_is_received_abroad_has_travelled_there_and_the_host_has_not(visits_in):
    found, names = visits_in(
        told("LISBON", "Portuguese President Joana Teles received Kenyan President Samuel "
             "Kiptoo in Lisbon on Monday.")
    )  # fmt: skip
    assert set(found) == {("Samuel Kiptoo", "PRT")}
    (visit,) = found.values()
    assert [(names[met.actor_id], met.part, met.rank) for met in visit.met] == [
        ("Joana Teles", "host", "head_of_state")
    ]
    assert visit.event_ids
    assert days(visit) == ("2024-05-13", None)


def test_at_a_third_place_both_travel_and_neither_is_host(visits_in):
    found, _ = visits_in(
        told("NAIROBI", "Chilean President Ignacio Rojas met Norwegian Prime Minister Sigrid "
             "Haugland on Monday in Nairobi on the sidelines of the Africa Water Summit.")
    )  # fmt: skip
    assert set(found) == {("Ignacio Rojas", "KEN"), ("Sigrid Haugland", "KEN")}
    for visit in found.values():
        assert [met.part for met in visit.met] == ["other"]
        assert visit.occasion == "sidelines"
        assert visit.told("multilateral") == ("Africa Water Summit",)


def test_two_states_of_a_tour_are_two_visits(visits_in):
    found, _ = visits_in(
        told("MANILA", "Japanese Foreign Minister Kenta Morioka arrived in Manila on Monday. "
             "On Wednesday he will travel to Vietnam.")
    )  # fmt: skip
    assert {place: visit.status for (_, place), visit in found.items()} == {
        "PHL": "under way",
        "VNM": "planned",
    }
    assert days(found["Kenta Morioka", "VNM"]) == ("2024-05-15", None)


@pytest.mark.parametrize(
    "words",
    [
        "Kenyan President Samuel Kiptoo did not visit Poland on Sunday.",
        "Kenyan President Samuel Kiptoo said that he hoped to visit Poland.",
        "Polish President Marek Wolny invited Kenyan President Samuel Kiptoo to visit Poland.",
        "Kenyan President Samuel Kiptoo visited Poland in 2016.",
        "Kenyan President Samuel Kiptoo arrived in Mombasa on Sunday.",
        "Kenyan President Samuel Kiptoo and Polish President Marek Wolny spoke by telephone.",
    ],
)
def test_what_is_no_visit(visits_in, words):
    found, _ = visits_in(told("NAIROBI", words))
    assert not found


@pytest.mark.parametrize(
    ("words", "status", "first"),
    [
        ("will visit Poland on May 20", "planned", "2024-05-20"),
        ("has called off a trip to Poland that was to begin on May 20", "cancelled", "2024-05-20"),
        ("paid a working visit to Poland on May 12", "done", "2024-05-12"),
        ("is in Poland for talks", "under way", "2024-05-13"),
    ],
)
def test_how_it_is_told(visits_in, words, status, first):
    found, _ = visits_in(told("NAIROBI", f"Kenyan President Samuel Kiptoo {words}."))
    (visit,) = found.values()
    assert (visit.status, visit.first.value) == (status, first)


def test_the_end_tells_the_beginning_by_the_length(visits_in):
    found, _ = visits_in(
        told("NEW DELHI", "Kenyan President Samuel Kiptoo concluded his four-day visit to India "
             "on Monday.")
    )  # fmt: skip
    (visit,) = found.values()
    assert days(visit) == ("2024-05-10", "2024-05-13")
    assert visit.status == "done"
    assert visit.last.value == "2024-05-13"
    assert not visit.first.stated


def test_deeds_need_words_that_say_they_were_done(visits_in):
    text = (
        "Kenyan President Samuel Kiptoo arrived in Warsaw on Sunday. {} "
        "Kenyan and Polish papers wrote about it."
    )
    done, _ = visits_in(told("WARSAW", text.format("Kiptoo laid a wreath at the memorial.")))
    planned, _ = visits_in(told("WARSAW", text.format("Kiptoo will lay a wreath on Tuesday.")))
    denied, _ = visits_in(told("WARSAW", text.format("Kiptoo did not attend the ceremony.")))
    assert done["Samuel Kiptoo", "POL"].told("ceremony")
    assert not planned["Samuel Kiptoo", "POL"].told("ceremony")
    assert not denied["Samuel Kiptoo", "POL"].told("ceremony")


def test_a_resident_ambassador_received_is_no_visit(visits_in):
    found, _ = visits_in(
        told("MINSK", "Belarusian Foreign Minister Viktar Karpovich received the Ambassador of "
             "Kenya, Samuel Kiptoo, in Minsk on Monday.")
    )  # fmt: skip
    assert not found


@pytest.mark.parametrize(
    ("words", "traveller", "rank"),
    [
        ("A Japanese delegation led by Deputy Foreign Minister Kenta Morioka arrived in Nairobi on "
         "Sunday.", "JPN", "other"),
        ("A delegation of the Polish Sejm headed by Deputy Minister Marek Wolny visited Kenya from "
         "May 10 to 12.", "POL", "other"),
        ("A 40-member Norwegian business delegation headed by Economy Minister Sigrid Haugland is "
         "in Kenya from May 12 to 16.", "NOR", "minister"),
    ],
)  # fmt: skip
def test_who_leads_a_delegation_speaks_for_its_state(visits_in, words, traveller, rank):
    found, _ = visits_in(told("NAIROBI", words))
    (visit,) = found.values()
    assert (visit.iso3, visit.to, visit.rank) == (traveller, "KEN", rank)


def test_an_ambassador_who_receives_makes_nobody_travel(visits_in):
    found, _ = visits_in(
        told("WARSAW", "Kenyan Ambassador to Poland Samuel Kiptoo received Polish Foreign Minister "
             "Anna Lis at the embassy on Monday.")
    )  # fmt: skip
    assert not found


def test_the_last_day_told_by_its_number_gives_both_edges(visits_in):
    found, _ = visits_in(
        told("WARSAW", "Kenyan President Samuel Kiptoo laid a wreath in Warsaw on Monday, the "
             "third and final day of his state visit to Poland.")
    )  # fmt: skip
    (visit,) = found.values()
    assert days(visit) == ("2024-05-11", "2024-05-13")
    assert visit.first.reason == "day 3 of the visit was 2024-05-13"


def test_a_stay_ahead_has_the_days_from_which_to_which_it_lasts(visits_in):
    found, _ = visits_in(
        told("WARSAW", "Kenyan President Samuel Kiptoo will be in Poland from Tuesday to Thursday, "
             "his office said.")
    )  # fmt: skip
    (visit,) = found.values()
    assert (visit.status, days(visit)) == ("planned", ("2024-05-14", "2024-05-16"))
