"""One story or two: galleries, second headlines, and pages that must not be cut."""

from collections.abc import Callable

from communique.types.text import Report

Read = Callable[..., tuple[Report, ...]]

RIVER = "Freedonia and Sylvania sign treaty on Morava river waters"
RIVER_BODY = (
    "Freedonia and Sylvania signed a treaty on the waters of the Morava river on Tuesday, the two"
    " foreign ministries said in a joint statement.\n"
    "The treaty obliges Freedonia to let half of the river pass in summer, and Sylvania to pay for"
    " a new dam that both will own, Minister Roe said.\n"
    "Sylvania had asked for such a treaty for twenty years, and Freedonia had always refused to"
    " speak about the Morava with others.\n"
)
FERRY = "Atlantis and Lemuria open ferry line after naval incident"
FERRY_BODY = (
    "Atlantis and Lemuria opened a ferry line between their capitals on Monday, three months after"
    " an incident between their navies, Captain Poe said.\n"
    "The ferry is to sail twice a week, and Lemuria will waive visas for passengers from Atlantis"
    " who stay for less than a month.\n"
    "Ambassador Nemo of Atlantis called the line a first step, and said that talks on the islands"
    " would follow in the autumn.\n"
)


def headlines(found: tuple[Report, ...]) -> list[str | None]:
    return [report.headline.text if report.headline else None for report in found]


def test_two_stories_with_stamps_of_their_own(reports: Read) -> None:
    found = reports(
        f"{RIVER}\n10:00, July 04, 2024\n{RIVER_BODY}{FERRY}\n12:30, July 02, 2024\n{FERRY_BODY}"
    )
    assert headlines(found) == [RIVER, FERRY]
    assert [r.published.value for r in found if r.published] == [
        "2024-07-04T10:00",
        "2024-07-02T12:30",
    ]
    assert [len(report.paragraphs) for report in found] == [3, 3]


def test_two_stories_with_datelines(reports: Read) -> None:
    found = reports(
        f"{RIVER}\nVIENNA, July 4 (Xinhua) -- {RIVER_BODY}"
        f"{FERRY}\nLISBON, July 2 (Xinhua) -- {FERRY_BODY}"
    )
    assert headlines(found) == [RIVER, FERRY]
    assert [report.dateline.place for report in found if report.dateline] == ["VIENNA", "LISBON"]


def test_a_gallery_between_two_stories_the_second_headline_behind(reports: Read) -> None:
    gallery = f"More Images\n{RIVER}\n{RIVER}\n{RIVER}\n"
    found = reports(f"{RIVER}\n{RIVER_BODY}{gallery}{FERRY_BODY}More Images\n{FERRY}\n{FERRY}\n")
    assert headlines(found) == [RIVER, FERRY]
    assert [len(report.paragraphs) for report in found] == [3, 3]


def test_subheadings_do_not_cut_a_story(reports: Read) -> None:
    first, second, third = RIVER_BODY.splitlines()
    (report,) = reports(f"{RIVER}\n{first}\nA dam for both\n{second}\nA quarrel\n{third}")
    assert headlines((report,)) == [RIVER]


def test_a_gallery_at_the_end_of_one_story(reports: Read) -> None:
    lede = RIVER_BODY.splitlines()[0]
    (report,) = reports(f"{RIVER}\n{RIVER_BODY}More Images\n{RIVER}\n{lede}\n{RIVER}\n{lede}\n")
    assert len(report.paragraphs) == 3
    assert report.captions == ()


def test_the_headline_behind_the_body(reports: Read) -> None:
    (report,) = reports(f"{RIVER_BODY}{RIVER}\n{RIVER}\n")
    assert headlines((report,)) == [RIVER]


def test_a_page_without_a_headline_has_none(reports: Read) -> None:
    (report,) = reports(RIVER_BODY)
    assert report.headline is None


def test_a_line_of_other_words_is_no_headline(reports: Read) -> None:
    (report,) = reports(f"Ten recipes for warm evenings at home\n{RIVER_BODY}")
    assert report.headline is None
