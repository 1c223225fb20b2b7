"""Lines that give themselves away: stamps, editors, captions, bylines, furniture."""

import pytest

from communique.clean.furniture import furniture
from communique.clean.marks import mark, stamp_like
from communique.clean.prose import prose_score


@pytest.mark.parametrize(
    "line",
    [
        "08:23, July 04, 2024",
        "2024-07-04 03:45 Last Updated At:14:27",
        "Reuters | Beijing | Updated: 23-03-2021 10:07 IST",
        "Published: 4 July 2024, 08:23 GMT",
        "Thursday, 4 July 2024",
        "Posted on Jul 4, 2024 at 2:05 p.m.",
    ],
)
def test_stamps(line: str) -> None:
    assert stamp_like(line)
    assert mark(line) == "stamp"


@pytest.mark.parametrize(
    "line",
    [
        "The treaty of 4 July 2024 was ratified.",
        "On 4 July 2024 the two presidents signed the treaty in Vienna",
        "Ministers meet",
        "It ended 2:1",
    ],
)
def test_sentences_with_dates_are_no_stamps(line: str) -> None:
    assert not stamp_like(line)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("(Web editor: Zhang Wei, Li Min)", "editor"),
        ("Editing by John Doe", "editor"),
        ("By Jane Roe", "byline"),
        ("By Jane Roe and John Doe | The Vienna Post", "byline"),
        ("Jane Roe, staff writer", "byline"),
        ("The ministers shake hands. (Photo: Agency/Somebody)", "caption"),
        ("The two presidents in Vienna on Tuesday. [Photo by Jane Roe]", "caption"),
        ("File photo: the old town hall", "caption"),
        ("The palace by night. Agency/ Jane Roe", "caption"),
        ("For the Government of the Republic of Freedonia:", "credit"),
        ("By noon the ministers had left the palace.", None),
        ("The editors of three papers were expelled.", None),
        ("He met her.", None),
    ],
)
def test_marks(line: str, label: str | None) -> None:
    assert mark(line) == label


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("Share this article", "barrier"),
        ("Related stories", "barrier"),
        ("You may also like", "barrier"),
        ("Leave a comment", "barrier"),
        ("Tags:", "barrier"),
        ("Share on Facebook", "phrase"),
        ("Skip to main content", "phrase"),
        ("Read more", "phrase"),
        ("5 min read", "phrase"),
        ("© 2024 The Vienna Post", "phrase"),
        ("Sign up for our newsletter", "phrase"),
        ("English | Français | Deutsch", "phrase"),
        ("This website uses cookies to improve your visit", "phrase"),
        ("Relations between the two states were restored.", None),
        ("More than forty states signed the declaration on Tuesday in Vienna", None),
        ("The search for peace goes on, the minister said in the evening.", None),
        ("Tagged along, the envoy said.", None),
    ],
)
def test_furniture(line: str, strength: str | None) -> None:
    assert furniture(line) == strength


def test_prose_scores_run_from_menus_to_paragraphs() -> None:
    menu, heading, sentence, paragraph = (
        "World",
        "Ministers of Vienna and Sylvania on treaty",
        "The talks began on Tuesday.",
        "The two ministers met in Vienna on Tuesday and agreed that they would hold further talks"
        " on the border before the end of the year.",
    )
    scores = list(map(prose_score, (menu, heading, sentence, paragraph)))
    assert scores[0] < scores[1] < 0 < scores[2] < scores[3]
    assert prose_score(paragraph[:-1] + "...") < scores[3]
    assert prose_score("*** 12 ***") < 0
