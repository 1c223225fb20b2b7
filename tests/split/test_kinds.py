"""What manner of report a story is, and its language."""

from collections.abc import Callable

import pytest

from communique.split.kinds import find_language
from communique.types.text import Report

Read = Callable[..., tuple[Report, ...]]

PARAGRAPH = (
    "The agreement ends six years without diplomatic relations, which were broken off after a"
    " quarrel about a river, and it is to be signed in spring.\n"
)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (
            "Freedonia and Sylvania agree to end six years without relations\n"
            f"VIENNA, July 3 (Xinhua) -- The two ministers met and agreed.\n{PARAGRAPH}",
            "wire",
        ),
        (
            "On the afternoon of July 3, 2024 local time, President Jane Roe met with President"
            " John Doe of Sylvania at the palace in Vienna.\nThe two sides exchanged views on"
            f" bilateral relations.\n{PARAGRAPH}",
            "readout",
        ),
        (
            "Joint Statement of Freedonia and Sylvania on diplomatic relations\n"
            f"The two sides agreed on the following after the talks in Vienna.\n{PARAGRAPH}",
            "joint_statement",
        ),
        (
            "Freedonia and Sylvania agree to end six years without relations\nBy Jane Roe\n"
            f"The two ministers met in Vienna on Tuesday and agreed on it.\n{PARAGRAPH}",
            "news",
        ),
        (
            "Freedonia and Sylvania begin a partnership\n03.07.2024\n"
            "Prime Minister Jane Roe talked in Vienna with the Prime Minister of Sylvania.\n"
            f"The Prime Minister stressed that the border stays open.\n{PARAGRAPH}",
            "readout",
        ),
        (
            "Freedonia and Sylvania begin a partnership\n03.07.2024\n"
            "Prime Minister Jane Roe talked in Vienna with the prime minister of Sylvania.\n"
            f"The prime minister stressed that the border stays open.\n{PARAGRAPH}",
            "news",
        ),
    ],
)
def test_kinds(reports: Read, page: str, kind: str) -> None:
    (report,) = reports(page)
    assert report.kind == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign ministers agreed that their embassies would be reopened this year.", "en"),
        ("Les ministres des affaires étrangères ont décidé de rouvrir leurs ambassades.", "fr"),
        ("两国外交部长星期二在维也纳举行会谈，决定在今年年底以前重新开放大使馆。", "zh"),
        ("Xarici işlər nazirləri Vyanada görüşdülər və səfirliklərin yenidən açılmasına qərar"
         " verdilər. Görüşdə ikitərəfli əlaqələrin inkişafı müzakirə olundu.", "az"),
        ("Министры иностранных дел договорились вновь открыть посольства до конца года.", "ru"),
        ("12:30", None),
        ("", None),
    ],
)  # fmt: skip
def test_languages(text: str, language: str | None) -> None:
    assert find_language(text) == language
