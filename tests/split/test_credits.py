"""Who wrote, edited and published; and what stays unsaid."""

from collections.abc import Callable

import pytest

from communique.types.text import Report

Read = Callable[..., tuple[Report, ...]]

HEADLINE = "Ministers of Freedonia and Sylvania agree to reopen embassies"
BODY = (
    "The foreign ministers of Freedonia and Sylvania agreed on Tuesday that they would reopen"
    " their embassies before the end of the year.\n"
    "The agreement ends six years without diplomatic relations, both of the ministries said in a"
    " statement that was issued after the talks.\n"
)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe | The Vienna Post", "Jane Roe"),
        ("By Jane Roe and John Doe", "Jane Roe and John Doe"),
        ("Jane Roe, staff writer", "Jane Roe"),
        ("Nearby, nothing moved", None),
    ],
)
def test_bylines(reports: Read, line: str, byline: str | None) -> None:
    (report,) = reports(f"{HEADLINE}\n{line}\n{BODY}")
    assert (report.byline.text if report.byline else None) == byline


def test_editors(reports: Read) -> None:
    (report,) = reports(f"{HEADLINE}\n{BODY}(Web editor: Zhang Wei, Li Min and John Doe)\n")
    assert [name.text for name in report.editors] == ["Zhang Wei", "Li Min", "John Doe"]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The ministers shake hands in the palace. (Photo: Agency/Jane Roe)", "Agency/Jane Roe"),
        ("The ministers shake hands in the palace. [Photo by Jane Roe]", "Jane Roe"),
        ("The ministers in the palace. Photo: Jane Roe", "Jane Roe"),
    ],
)
def test_captions_and_their_credits(reports: Read, caption: str, credit: str) -> None:
    (report,) = reports(f"{HEADLINE}\n{caption}\n{BODY}{caption}\n")
    assert [each.text for each in report.captions] == [caption]
    assert [each.text for each in report.photo_credits] == [credit]


@pytest.mark.parametrize(
    ("page", "agency"),
    [
        (f"{HEADLINE}\nVIENNA, July 3 (Xinhua) -- {BODY}", "Xinhua"),
        (f"{HEADLINE}\nReuters | Vienna | Updated: 23-03-2021 10:07 IST\n{BODY}", "Reuters"),
        (f"{HEADLINE}\nSource: Xinhua\n{BODY}", "Xinhua"),
        (f"{HEADLINE}\n{BODY}", None),
    ],
)
def test_agencies(reports: Read, page: str, agency: str | None) -> None:
    (report,) = reports(page)
    assert (report.agency.name if report.agency else None) == agency


def test_the_publisher_is_stated_by_the_copyright_line(reports: Read) -> None:
    (report,) = reports(f"{HEADLINE}\n{BODY}© 2024 The Vienna Post. All rights reserved.\n")
    assert report.outlet is not None
    assert (report.outlet.name, report.outlet.stated) == ("The Vienna Post", True)


def test_the_publisher_is_stated_by_the_head(reports: Read) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    (report,) = reports(
        "<html><head><meta property='og:site_name' content='The Vienna Post'></head>"
        f"<body><h1>{HEADLINE}</h1>{paragraphs}</body></html>",
        "page.html",
    )
    assert report.outlet is not None
    assert (report.outlet.name, report.outlet.stated) == ("The Vienna Post", True)


def test_nobody_is_made_up(reports: Read) -> None:
    (report,) = reports(HEADLINE + "\n" + BODY)
    assert (report.outlet, report.agency, report.byline) == (None, None, None)
    assert (report.editors, report.photo_credits) == ((), ())
