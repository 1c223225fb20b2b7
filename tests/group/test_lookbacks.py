"""What tells an earlier happening as background, and what only seems to."""

import pytest

from communique.extract.dates import anchor_of, find_date_mentions
from communique.group import KnownCoverage
from communique.group.lookbacks import LookBack, lookbacks
from communique.group.looks import deeds_of, looks

from .roundup_samples import report

VISIT = """\
REYKJAVIK -- President Ines Vidal of Chile arrived in Iceland on Tuesday for a \
state visit, the first by a Chilean president.
Vidal and President Halla Steins of Iceland met for two hours and signed an agreement on whales.
Iceland and Chile would share research ships, Steins said."""
TIES = """\
Ghana and Bolivia restored diplomatic relations on Tuesday, sixteen years after they cut them.
Foreign Ministers Kofi Mensah and Marta Choque put their names to a protocol in Accra.
Embassies are to be reopened by summer."""
TALKS = """\
Negotiators from Laos and Tonga met in Geneva on Tuesday for a first round of talks on fishing.
Sione Tupou led the delegation of Tonga, Khamla Vong that of Laos.
The talks ended without a result."""
EARLIER = {
    "visit": report("visit", VISIT, "2031-03-11"),
    "ties": report("ties", TIES, "2030-06-04"),
    "talks": report("talks", TALKS, "2031-03-04"),
}

MUSEUM = """\
Iceland returned twelve stuffed penguins to Chile on Monday.
They had lain in a museum in Reykjavik since 1911.
President Ines Vidal of Chile, who visited Iceland in March, called it a fine gesture."""
YEAR_AFTER = """\
Ghana and Bolivia opened an air route between Accra and La Paz on Wednesday.
A year after the two restored diplomatic relations, Ghana and Bolivia trade twice as much, Foreign \
Minister Marta Choque of Bolivia said."""
SECOND_ROUND = """\
Laos and Tonga began a second round of talks on fishing on Wednesday, in Vienna.
It follows talks in Geneva last week, when Sione Tupou of Tonga and Khamla Vong of Laos met."""
THE_TWO = """\
The presidents of Ghana and Bolivia opened a bridge on Monday.
The two countries resumed relations in June 2030, and sent ambassadors to each other at once."""

OTHER_DEED = """\
Iceland won the handball cup on Monday.
In March, fans from Chile and Iceland sang in Reykjavik with Ines Vidal, a singer."""
OTHER_PARTIES = """\
Ghana and Nepal opened an air route on Wednesday.
A year after the two restored diplomatic relations, Ghana and Nepal trade twice as much."""
PUT_OFF = """\
Laos and Tonga are to speak of fishing on Friday.
Talks in Geneva last week between Sione Tupou of Tonga and Khamla Vong of Laos were called off."""


def found(text: str, published: str) -> tuple[LookBack, ...]:
    later = report("later", text, published)
    told = looks(later, find_date_mentions(later.sentences, anchor_of(later)))
    standing = [
        KnownCoverage(id=f"cv-{name}", founding_report_id=name, reports=(each,))
        for name, each in (*EARLIER.items(), ("later", later))
    ]
    return lookbacks({"later": later}, {"later": told}, {"later": "cv-later"}, standing)


@pytest.mark.parametrize(
    ("text", "published", "coverage_id", "kind", "sentence"),
    [
        (MUSEUM, "2031-05-05", "cv-visit", "looks_back_on", 2),
        (YEAR_AFTER, "2031-06-04", "cv-ties", "looks_back_on", 1),
        (SECOND_ROUND, "2031-03-12", "cv-talks", "follows", 1),
        (THE_TWO, "2031-09-08", "cv-ties", "looks_back_on", 1),
    ],
)
def test_what_tells_an_earlier_happening_is_related_to_it(
    text: str, published: str, coverage_id: str, kind: str, sentence: int
) -> None:
    (made,) = found(text, published)
    assert (made.coverage_id, made.kind, made.sentences) == (coverage_id, kind, (sentence,))
    assert 0.5 <= made.score <= 1
    assert made.reason


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (OTHER_DEED, "2031-05-05"),
        (OTHER_PARTIES, "2031-06-04"),
        (PUT_OFF, "2031-03-12"),
        (MUSEUM, "2033-05-05"),  # March of another year
        (SECOND_ROUND, "2031-04-16"),  # the week before another day
        (THE_TWO.replace("Bolivia", "Nepal"), "2031-09-08"),
        (TIES.replace("Ghana", "Togo"), "2031-06-04"),
    ],
)
def test_what_only_seems_so_is_not(text: str, published: str) -> None:
    assert found(text, published) == ()


def test_a_report_does_not_look_back_on_what_it_tells_itself() -> None:
    assert found(TALKS, "2031-03-05") == ()


def test_an_undated_report_looks_back_on_nothing() -> None:
    undated = report("undated", MUSEUM, None)
    assert looks(undated, find_date_mentions(undated.sentences, None)) == ()


def test_kinds_of_deeds() -> None:
    assert deeds_of("They restored full diplomatic ties.") == {"restoring"}
    assert deeds_of("She visited Oslo and signed a treaty.") == {"visit", "signing"}
    assert deeds_of("It rained.") == frozenset()
