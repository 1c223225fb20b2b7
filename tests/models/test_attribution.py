"""The tagger of attributions: its windows, the reading of its scores, and what it finds."""

from functools import cache
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import BertProcessing

from communique.models.attribution import Thresholds, attribution_model
from communique.models.attribution.decode import attributions_of
from communique.models.attribution.windows import WINDOW, windows_of
from communique.types.text import Passage, Span

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "he", "said", "we", "are", "glad", ".", "##s"]


@cache
def word_pieces() -> Tokenizer:
    ids = {word: at for at, word in enumerate(VOCABULARY)}
    made = Tokenizer(WordPiece(ids, unk_token="[UNK]"))
    made.pre_tokenizer = BertPreTokenizer()
    made.post_processor = BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return made


def passages(*texts: str) -> list[Passage]:
    page = "\n\n".join(texts)
    starts = [sum(len(text) + 2 for text in texts[:at]) for at in range(len(texts))]
    return [Passage.cut(page, s, s + len(t)) for s, t in zip(starts, texts, strict=True)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 400), max_size=8))
def test_every_piece_is_fresh_in_one_window(lengths: list[int]) -> None:
    parts = passages(*(" ".join(["glad"] * length) for length in lengths))
    windows = list(windows_of(parts, word_pieces()))
    assert all(len(window.pieces) <= WINDOW for window in windows)
    fresh = [s for w in windows for s in w.pieces.spans[w.fresh :] if s is not None]
    assert len(fresh) == sum(lengths)
    assert all(one.end <= other.start for one, other in pairwise(fresh))


def scores_of(size: int, tags: dict[str, list[int]], links: dict[str, dict[int, int]]) -> dict:
    made = {name: np.tile([5.0, 0.0, 0.0], (size, 1)) for name in ("cue", "source", "content")}
    made |= {"inner": made["cue"].copy(), "kind": np.tile([1.0, 0, 0, 0], (size, 1))}
    for name, places in tags.items():
        for at in places:
            made[name][at] = [0.0, 5.0 if at - 1 not in places else 0.0, 3.0]
    for name in ("owner", "inner_owner", "speaker"):
        made[name] = np.zeros((size, size))
        for start, goal in links.get(name, {}).items():
            made[name][start, goal] = 9.0
    return made


def test_a_content_goes_to_the_cue_it_points_to() -> None:
    (window,) = windows_of(passages("we are glads he said ."), word_pieces())
    # 0 [CLS] 1 we 2 are 3 glad 4 ##s 5 he 6 said 7 . 8 [SEP]; the last of a word is not tagged
    scores = scores_of(
        len(window.pieces),
        {"content": [1, 2, 3], "source": [5], "cue": [6]},
        {"owner": {1: 6, 2: 6, 3: 6}, "speaker": {6: 5}},
    )
    (found,) = attributions_of(window, scores, Thresholds())
    assert found.content == (Span(start=0, end=12),)
    assert (found.source, found.cue) == (Span(start=13, end=15), Span(start=16, end=20))
    assert found.kind == "say"
    assert found.score > 0.9


def test_what_points_nowhere_is_no_attribution() -> None:
    (window,) = windows_of(passages("we are glad"), word_pieces())
    scores = scores_of(len(window.pieces), {"content": [1, 2, 3]}, {"owner": {1: 0, 2: 0, 3: 0}})
    assert list(attributions_of(window, scores, Thresholds())) == []


def test_the_shipped_tagger_finds_plain_speech() -> None:
    text = "“The talks begin in June,” the Kenyan minister said. Peru accused Chile of delay."
    found = attribution_model().attributions([Passage.cut(text, 0, len(text))])
    told = [
        (text[a.source.start : a.source.end] if a.source else None, text[a.cue.start : a.cue.end])
        for a in found
    ]
    assert told == [("the Kenyan minister", "said"), ("Peru", "accused")]
    assert [a.content[0].start for a in found] == [0, text.index("Chile")]


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for each in attribution_model().attributions([Passage.cut(text, 0, len(text))]):
        for span in (each.cue, *each.content, *([each.source] if each.source else [])):
            assert text[span.start : span.end].strip()
