import pytest

from communique.visits.details import frame_in
from communique.visits.told import occasion_in, status_of


@pytest.mark.parametrize(
    ("before", "cue", "behind", "status"),
    [
        (" ", "arrived in X", "", "under way"),
        (" will ", "visit X", "", "planned"),
        (" is expected to ", "travel to X", "", "planned"),
        (" has postponed a ", "visit to X", "", "cancelled"),
        ("'s ", "visit to X", " has been cancelled", "cancelled"),
        (" may ", "visit X", "", None),
        (" never ", "visited X", "", None),
        (" wrapped up a ", "visit to X", "", "done"),
        (" is on a ", "visit to X", "", "under way"),
        (" ", "visited X", "", "done"),
        ("'s ", "visit to X", " that had been put off twice", "done"),
    ],
)
def test_status(before, cue, behind, status):
    assert status_of(before, cue, behind) == status


@pytest.mark.parametrize(
    ("words", "occasion"),
    [
        ("a three-day state visit to", ("state visit", "state visit")),
        ("an official friendly visit", ("official visit", "official friendly visit")),
        ("an official working visit", ("working visit", "official working visit")),
        ("a transit stop in", ("transit", "transit stop")),
        ("the state funeral of", ("funeral", "state funeral")),
        ("at a press conference", None),
        ("a visit to", None),
    ],
)
def test_occasion(words, occasion):
    assert occasion_in(words) == occasion


class Words:
    """A sentence without marks."""

    def __init__(self, text):
        self.text = text

    def plain(self, start, end):
        return self.text[start:end]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("met on the sidelines of the Africa Water Summit in Nairobi", "Africa Water Summit"),
        ("arrived to take part in the World Gas Conference.", "World Gas Conference"),
        ("spoke at the summit of the Arab League today", "summit of the Arab League"),
        ("spoke at a business forum", None),
        ("told a press conference", None),
        ("met on the sidelines of the summit", None),
    ],
)
def test_only_a_named_gathering_is_a_frame(words, name):
    assert frame_in(Words(words)) == name
