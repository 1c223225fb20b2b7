"""Sentences: abbreviations, quotations, numbered paragraphs, and very long paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.split.sentences import STRETCH, split_sentences
from communique.types.text import Passage


def cut(text: str, skip: int = 0) -> list[str]:
    return [each.text for each in split_sentences(Passage.cut(text, 0, len(text)), skip)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The talks began.", "They ended on Friday."],
        ["Mr. Smith met Dr. Jones at the U.S. embassy.", "They spoke."],
        ["He said: “We agree.”", "She did not."],
        ["“We agree,” he said.", "“It is time.”"],
        ["“We agree.", "It is time,” he said.", "Nobody spoke."],
        ['"Will it last?" she asked.', "Nobody knew."],
        ["1. The Parties agree on the border.", "They will mark it."],
        ["(a) The Parties agree.", "They will mark it."],
        ["It grew by 3.5 percent to $1.2 billion.", "That is much."],
        ["The two sides (they met twice) agreed.", "The talks went on."],
        ["What now?", "Nobody knows!"],
        ["L’accord a été signé à Genève.", "Il entre en vigueur en mai."],
    ],
)
def test_borders(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_dateline_belongs_to_the_first_sentence() -> None:
    text = "BAKU, Azerbaijan, May 7. The talks began. They ended."
    assert cut(text, 24) == ["BAKU, Azerbaijan, May 7. The talks began.", "They ended."]


def test_a_closing_mark_alone_is_no_sentence() -> None:
    assert cut("The talks ended. ***") == ["The talks ended. ***"]
    assert cut("...") == ["..."]


def test_a_long_paragraph_is_cut_as_a_short_one() -> None:
    sentence = "The ministers met for the {}th time and agreed on a treaty with Dr. Jones."
    sentences = [sentence.format(n) for n in range(3 * STRETCH // len(sentence))]
    assert cut(" ".join(sentences)) == sentences


@given(st.text(max_size=200), st.integers(0, 30))
def test_sentences_lie_in_the_paragraph_in_order(text: str, skip: int) -> None:
    paragraph = Passage.cut(f"[{text}]", 1, len(text) + 1)
    end = paragraph.span.start
    for sentence in split_sentences(paragraph, min(skip, len(paragraph.text))):
        assert end <= sentence.span.start < sentence.span.end <= paragraph.span.end
        assert f"[{text}]"[sentence.span.start : sentence.span.end] == sentence.text
        end = sentence.span.end


@given(st.lists(st.sampled_from(["The ", "U.S. ", "He left. ", "“Yes.” ", "3.5 "]), max_size=40))
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
