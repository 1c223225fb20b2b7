"""The keys by which a report is found again."""

from datetime import date

from communique.group.keys import UNDATED, keys
from communique.types.text import Passage, Report, Stamp


def report(text: str, day: str | None = None) -> Report:
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
        dateline=None,
        published=Stamp(value=day, stated=True) if day else None,
        updated=None,
        paragraphs=(body,),
        sentences=(body,),
    )


def test_names_are_keys_whatever_their_case() -> None:
    one = keys(report("The talks of Kagame in KIGALI went well."))
    other = keys(report("Kigali waits: KAGAME is away."))
    assert len(set(one.names) & set(other.names)) == 2


def test_a_report_without_names_is_found_by_its_words() -> None:
    one, other = keys(report("ministers lowered tariffs")), keys(report("tariffs rose again"))
    assert len(set(one.names) & set(other.names)) == 1


def test_copies_share_all_bands_and_other_texts_none() -> None:
    text = "Kagame told Macron in Paris that vaccines for Rwanda would come by spring."
    copy = keys(report(f"{text}\n", "2024-01-01"))
    assert copy.bands == keys(report(text)).bands
    assert not set(copy.bands) & set(keys(report(text[::-1])).bands)


def test_days_are_ordinals_and_an_undated_report_has_one_too() -> None:
    assert keys(report("Kagame spoke.", "2024-01-02")).days == (date(2024, 1, 2).toordinal(),)
    assert keys(report("Kagame spoke.")).days == (UNDATED,)


def test_every_key_comes_with_every_day_once_and_fits_64_bits() -> None:
    found = keys(report("Kagame spoke of Kigali in Kigali.", "2024-01-02"))
    assert len(found.dated) == len(set(found.dated)) == len(found.names) + len(found.bands)
    assert all(-(2**63) <= key < 2**63 for key, _ in found.dated)
