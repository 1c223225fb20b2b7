"""When a page says that it was published and updated; and what stays open."""

from collections.abc import Callable

import pytest

from communique.types.text import Report, Stamp

Read = Callable[..., tuple[Report, ...]]

HEADLINE = "Ministers of Freedonia and Sylvania agree to reopen embassies"
BODY = (
    "The foreign ministers of Freedonia and Sylvania agreed on Tuesday that they would reopen"
    " their embassies before the end of the year.\n"
    "The agreement ends six years without diplomatic relations, both of the ministries said in a"
    " statement that was issued after the talks.\n"
)


def told(stamp: Stamp | None) -> tuple[str, str | None] | None:
    return (stamp.value, stamp.timezone) if stamp else None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("08:23, July 04, 2024", ("2024-07-04T08:23", None), None),
        (
            "2024-07-04 03:45 Last Updated At:14:27",
            ("2024-07-04T03:45", None),
            ("14:27", None),
        ),
        (
            "Reuters | Beijing | Updated: 23-03-2021 10:07 IST",
            None,
            ("2021-03-23T10:07", "IST"),
        ),
        (
            "Published: 4 July 2024, 08:23 GMT | Updated: 5 July 2024, 09:00 GMT",
            ("2024-07-04T08:23", "GMT"),
            ("2024-07-05T09:00", "GMT"),
        ),
        ("Thursday, July 4, 2024", ("2024-07-04", None), None),
        ("Posted 4 July 2024 at 18:40 Beijing time", ("2024-07-04T18:40", "Beijing time"), None),
        ("04/07/2024", None, None),
        ("July 4", None, None),
        ("Vienna", None, None),
    ],
)
def test_stamp_lines(
    reports: Read,
    line: str,
    published: tuple[str, str | None] | None,
    updated: tuple[str, str | None] | None,
) -> None:
    (report,) = reports(f"{HEADLINE}\n{line}\n{BODY}")
    assert (told(report.published), told(report.updated)) == (published, updated)


def test_a_stamp_is_cited(reports: Read) -> None:
    (report,) = reports(f"{HEADLINE}\nPublished 08:23, July 04, 2024\n{BODY}")
    assert report.published is not None
    assert report.published.stated
    assert report.published.passage is not None
    assert report.published.passage.text == "08:23, July 04, 2024"


def test_a_date_inside_the_body_is_no_stamp(reports: Read) -> None:
    (report,) = reports(f"{HEADLINE}\n{BODY}The treaty of 4 July 2001 will be kept as it is.\n")
    assert report.published is None


def test_the_year_of_a_dateline_is_that_of_the_stamp(reports: Read) -> None:
    (report,) = reports(f"{HEADLINE}\n10:00, January 02, 2024\nVIENNA, Dec. 31 (APA) -- {BODY}")
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.date) == ("VIENNA", "2023-12-31")
    assert report.dateline.reason == "the year is the stamp's"


def test_without_a_stamp_a_dateline_has_no_year(reports: Read) -> None:
    (report,) = reports(f"{HEADLINE}\nVIENNA, Dec. 31 (APA) -- {BODY}")
    assert report.dateline is not None
    assert report.dateline.date == "--12-31"
    assert report.dateline.reason == "no year is stated"


def test_the_head_of_a_page_comes_first(reports: Read) -> None:
    head = "<meta property='article:published_time' content='2024-07-04T08:23:00+08:00'>"
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    (report,) = reports(
        f"<html><head>{head}</head><body><h1>{HEADLINE}</h1><p>Published: July 5, 2024</p>"
        f"{paragraphs}</body></html>",
        "page.html",
    )
    assert told(report.published) == ("2024-07-04T08:23", "+08:00")
