"""The language pipeline: paragraphs, offsets, the project's names before the recogniser."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.models import language
from communique.models.language import (
    Name,
    Paragraph,
    SpacyModel,
    language_model,
    paragraphs_of,
)

PAGE = (
    "Ministers sign accord\n\n"
    "Foreign Minister Jan Lipavský of Azerbaijan met Turkmen officials in Kyiv.\n\n\n"
    "  “We agreed,” he said, thanking Xinhua and the African Union."
)


def test_names_stand_where_they_say() -> None:
    names = language_model().names(PAGE)
    assert names
    for name in names:
        assert PAGE[name.span.start : name.span.end] == name.text


def test_states_peoples_and_organisations_are_labelled_from_the_tables() -> None:
    labels = {name.text: name.label for name in language_model().names(PAGE)}
    assert labels["Azerbaijan"] == "GPE"
    assert labels["Turkmen"] == "NORP"
    assert labels["Kyiv"] == "GPE"
    assert labels["Xinhua"] == "ORG"
    assert labels["African Union"] == "ORG"


def test_doubtful_names_are_left_to_the_recogniser() -> None:
    names = language_model().names("Michael Jordan scored twice in Chicago.")
    assert [name.text for name in names if name.label == "PERSON"] == ["Michael Jordan"]


def test_a_heading_is_a_paragraph_of_its_own() -> None:
    first, second, third = language_model().parse(PAGE)
    assert first.doc.text == "Ministers sign accord"
    assert PAGE[second.start :].startswith("Foreign Minister")
    assert PAGE[third.start :].startswith("“We agreed")
    assert any(token.dep_ == "nsubj" for token in second.doc)


def test_names_and_parse_agree() -> None:
    model = language_model()
    parsed = [name for paragraph in model.parse(PAGE) for name in paragraph.names()]
    assert tuple(parsed) == model.names(PAGE)


def test_the_model_is_loaded_once() -> None:
    assert language_model() is language_model()


def test_text_without_words_has_no_paragraphs() -> None:
    assert paragraphs_of("") == ()
    assert paragraphs_of(" \n\n \t\n") == ()
    assert language_model().names("\n\n") == ()


def test_a_very_long_paragraph_is_cut_at_white_space() -> None:
    text = "word " * 50_000
    parts = paragraphs_of(text)
    assert len(parts) > 1
    assert all(part.end - part.start <= 100_000 for part in parts)
    assert "".join(text[p.start : p.end] for p in parts).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ab \n\t\u2028", max_size=80))
def test_paragraphs_hold_every_word_once_and_in_order(text: str) -> None:
    parts = paragraphs_of(text)
    assert "".join("".join(text[p.start : p.end].split()) for p in parts) == "".join(text.split())
    for one, other in pairwise(parts):
        assert one.end <= other.start
    for part in parts:
        assert not text[part.start].isspace()
        assert not text[part.end - 1].isspace()


def test_read_ahead_changes_no_answer() -> None:
    texts = ["Chad thanked Mali for its help.", "The envoy left Accra.\n\nNobody said why."]
    model = language_model()
    before = [_told(model.parse(text)) for text in texts]
    model.read_ahead(["Another sentence comes first.", *texts])
    assert [_told(model.parse(text)) for text in texts] == before
    fresh = SpacyModel(model._pipeline)
    fresh.read_ahead(texts)
    assert [_told(fresh.parse(text)) for text in texts] == before


def test_names_are_found_only_where_they_are_asked_for() -> None:
    fresh = SpacyModel(language_model()._pipeline)
    (plain,) = fresh.parse("The envoy of Chad left Accra.", names=False)
    assert not list(plain.names())
    assert [token.dep_ for token in plain.doc]
    (named,) = fresh.parse("The envoy of Chad left Accra.")
    assert {name.text for name in named.names()} == {"Chad", "Accra"}


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_KEPT", 3)
    fresh = SpacyModel(language_model()._pipeline)
    for number in range(7):
        fresh.parse(f"Envoy {number} left.")
    assert list(fresh._parsed) == list(fresh._named) == [f"Envoy {n} left." for n in (4, 5, 6)]
    assert [p.doc.text for p in fresh.parse("\n\n".join(map(str, range(5))))] == list("01234")


def _told(paragraphs: tuple[Paragraph, ...]) -> list[tuple[int, list[tuple[str, ...]], list[Name]]]:
    return [
        (each.start, [(t.text, t.tag_, t.dep_) for t in each.doc], list(each.names()))
        for each in paragraphs
    ]
