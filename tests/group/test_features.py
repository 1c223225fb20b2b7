"""What reports are compared by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.group.features import _TOKEN, features
from communique.group.likeness import _weighted, likeness
from communique.types.text import Dateline, Passage, Report, Stamp
from communique.vocab.states import decoys, name_index


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


NAMED = sorted({*name_index(), *decoys()})


@given(st.lists(st.sampled_from([*NAMED, "and", "the", "met", "South", "China"]), max_size=8))
def test_states_are_the_longest_names_at_every_word(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tokens, found, at = _TOKEN.findall(text), set(), 0
    while at < len(tokens):
        length = 1
        for size in range(6, 0, -1):
            phrase = " ".join(tokens[at : at + size])
            named = name_index().get(phrase)
            state = named and named[1] not in ("capital_metonym", "government_seat")
            if phrase in decoys() or state:
                found |= {named[0]} if state and phrase not in decoys() else set()
                length = size
                break
        at += length
    assert features(report(text)).states == found


def test_likeness_across_is_that_of_all_pairs() -> None:
    texts = [
        f"Envoys of Chad and Mali met in {town} on Monday and agreed to open {number} schools."
        for number, town in enumerate(("Bamako", "Bamako", "Gao", "Abeche", "Gao", "Kidal"))
    ]
    read = [features(report(text)) for text in texts]
    whole = likeness(read)
    wanted = {(i, j): pytest.approx(alike) for (i, j), alike in whole.items() if i < 2 <= j}
    assert wanted
    assert likeness(read, across=2) == wanted


def test_rows_of_weights_are_as_long_as_one() -> None:
    read = [features(report(text)) for text in ("Chad met Mali.", "of the and", "Mali, Mali, Mali")]
    rows = _weighted(read, lambda each: each.words).toarray()
    assert (rows**2).sum(axis=1) == pytest.approx([1, 0, 1])
    assert rows[0] @ rows[2] > 0
