"""What reports are compared by."""

from datetime import date

import pytest

from communique.group.features import features
from communique.types.text import Dateline, Passage, Report, Stamp


def report(text: str, published: str | None = None, dateline: str | None = None) -> Report:
    body = Passage.cut(text, 0, len(text))
    return Report(
        id="r",
        page_id="p",
        kind="news",
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=Dateline(place=None, date=dateline, passage=body) if dateline else None,
        published=Stamp(value=published, stated=True) if published else None,
        updated=None,
        paragraphs=(body,),
        sentences=(body,),
    )


def test_names_are_never_written_small() -> None:
    found = features(
        report("The Council met in RIYADH. Riyadh and the council agreed. Talks ran on.")
    )
    assert "Council" not in found.names
    assert found.names.count("Riyadh") == 2


def test_leading_names_recur_and_stand_in_the_lede() -> None:
    found = features(report("Kagame of Rwanda met Macron in Paris; Kagame thanked Macron."))
    assert found.leading == {"Kagame", "Macron"}


def test_states_by_name_and_demonym_but_not_by_capital() -> None:
    found = features(report("The Kazakh leader flew from Beijing to the United Kingdom."))
    assert found.states == {"KAZ", "GBR"}


def test_a_longer_name_is_no_state() -> None:
    assert features(report("They discussed the South China Sea.")).states == set()


@pytest.mark.parametrize(
    ("published", "dateline", "days"),
    [
        ("2024-07-04T08:23", None, {date(2024, 7, 4)}),
        ("08:23", "2024-07-03", {date(2024, 7, 3)}),
        ("2024-07-04", "2024-07-03", {date(2024, 7, 3), date(2024, 7, 4)}),
        (None, "--07-03", {date(2019, 1, 22)}),
        (None, None, {date(2019, 1, 22)}),
    ],
)
def test_days(published: str | None, dateline: str | None, days: set[date]) -> None:
    text = "Macron and Merkel signed a treaty in Aachen on January 22, 2019."
    assert features(report(text, published, dateline)).days == days
