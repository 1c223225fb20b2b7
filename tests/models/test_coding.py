"""The event coder: its marks, the reading of its scores, and what it says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.models.coding import MarkedPair, code, parties
from communique.models.coding.coder import event_coder
from communique.models.coding.labels import CONTEXTS, MODALITIES, MODES, TYPES
from communique.models.coding.pieces import LIMIT, marked_ids
from communique.models.wordpieces import wordpieces
from communique.types.text import Span

MARKS = {1, 2, 3, 4}


def span(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def pair(text: str, actor: str | None, recipient: str | None) -> MarkedPair:
    return MarkedPair(
        sentence=text,
        actor=span(text, actor) if actor else None,
        recipient=span(text, recipient) if recipient else None,
    )


def shown(text: str, actor: str | None, recipient: str | None) -> str:
    made = pair(text, actor, recipient)
    encoding = wordpieces().encode(text, add_special_tokens=False)
    signs = {1: "<A", 2: "A>", 3: "<R", 4: "R>"}
    ids = marked_ids(encoding, made.actor, made.recipient)
    return " ".join(signs.get(each) or wordpieces().id_to_token(each) for each in ids)


def test_parties_are_marked_by_whole_pieces() -> None:
    text = "Chile thanked Peru's king"
    assert shown(text, "Chile", "Peru") == "[CLS] <A chile A> thanked <R peru R> ' s king [SEP]"
    assert shown(text, "Peru's", None) == "[CLS] chile thanked <A peru ' s A> king [SEP]"
    assert shown(text, None, "kin") == "[CLS] chile thanked peru ' s <R king R> [SEP]"


def test_one_party_may_hold_the_other() -> None:
    found = shown("Peru's king fled", "Peru's king", "Peru")
    assert found == "[CLS] <A <R peru R> ' s king A> fled [SEP]"


@given(st.text(min_size=1, max_size=80), st.data())
def test_marks_are_all_that_is_added(text: str, data: st.DataObject) -> None:
    encoding = wordpieces().encode(text, add_special_tokens=False)
    ends = st.integers(0, len(text))
    spans = [
        Span(start=min(e), end=max(e)) for e in data.draw(st.tuples(*[st.tuples(ends, ends)] * 2))
    ]
    ids = marked_ids(encoding, *spans)
    assert [each for each in ids if each not in MARKS] == [101, *encoding.ids, 102]
    marks = [each for each in ids if each in MARKS]
    assert sorted(marks) == ([1, 2, 3, 4] if encoding.ids else [])


def test_of_a_long_sentence_what_is_near_the_parties_is_read() -> None:
    text = f"Norway {'very ' * 400}urged {'so ' * 400}Iceland to wait"
    encoding = wordpieces().encode(text, add_special_tokens=False)
    ids = marked_ids(encoding, span(text, "Norway"), span(text, "Iceland"))
    assert len(ids) == LIMIT + 6
    assert sorted(each for each in ids if each in MARKS) == [1, 2, 3, 4]
    assert len(marked_ids(encoding, None, None)) == LIMIT + 2


@pytest.mark.parametrize(
    ("actor", "recipient"),
    [(None, None), (Span(start=0, end=99), None), (None, Span(start=5, end=6))],
)
def test_a_pair_without_words_is_refused(actor: Span | None, recipient: Span | None) -> None:
    with pytest.raises(ValueError, match=r"a pair needs|goes beyond|holds no word"):
        MarkedPair(sentence="Chile thanked Peru", actor=actor, recipient=recipient)


def test_the_labels_fill_the_outputs() -> None:
    scores = event_coder()._scores([101, 1, 5000, 2, 102])
    sizes = {name: value.shape for name, value in scores.items()}
    assert sizes == {
        "types": (len(TYPES),),
        "modes": (len(MODES),),
        "contexts": (len(CONTEXTS),),
        "modalities": (len(MODALITIES),),
        "actor": (5, 3),
        "recipient": (5, 3),
    }


PLAIN = [
    ("Kenyan troops shelled a rebel camp", "Kenyan troops", "a rebel camp", "ASSAULT"),
    (
        "Norway's premier met Estonia's president in Oslo",
        "Norway's premier",
        "Estonia's president",
        "CONSULT",
    ),
    ("Peru imposed sanctions on Bolivia", "Peru", "Bolivia", "SANCTION"),
    ("Police in Quito arrested two students", "Police in Quito", "two students", "COERCE"),
    ("Ghana called on Togo to open the border", "Ghana", "Togo", "REQUEST"),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "kind"), PLAIN)
def test_plain_deeds_are_told(text: str, actor: str, recipient: str, kind: str) -> None:
    (found,) = code([pair(text, actor, recipient)])
    assert found.type == kind
    assert found.modality == "actual"
    assert sum(found.types.values()) == pytest.approx(1)


def test_direction_is_seen() -> None:
    text = "Kenyan troops shelled a rebel camp"
    there, back = code(
        [pair(text, "Kenyan troops", "a rebel camp"), pair(text, "a rebel camp", "Kenyan troops")]
    )
    assert (there.type, back.type) == ("ASSAULT", "none")


def test_modes_modality_and_contexts() -> None:
    text = "Chad did not expel the French ambassador"
    denied, struck = code(
        [
            pair(text, "Chad", "the French ambassador"),
            pair(
                "Riot police fired tear gas at marchers in Lima", "Riot police", "marchers in Lima"
            ),
        ]
    )
    assert (denied.type, denied.modes["SANCTION"], denied.modality) == (
        "SANCTION",
        "expel",
        "negated",
    )
    assert "diplomatic" in denied.contexts
    assert struck.modes["ASSAULT"] == "crowd-control"


def test_a_pair_is_coded_alike_in_any_company() -> None:
    pairs = [pair(*each[:3]) for each in PLAIN]
    assert code(pairs) == tuple(code([each])[0] for each in pairs)


def test_parties_of_a_sentence() -> None:
    text = "Ethiopia's army bombed rebel camps near Mekelle"
    (found,) = parties([text])
    assert [text[p.span.start : p.span.end] for p in found.actors] == ["Ethiopia's army"]
    assert text[found.recipients[0].span.start :].startswith("rebel camps")
    assert max(found.types, key=lambda name: found.types[name]) == "ASSAULT"


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_read_and_parties_lie_in_it(text: str) -> None:
    (found,) = parties([text])
    for each in (*found.actors, *found.recipients):
        assert text[each.span.start : each.span.end].strip()
        assert 0 <= each.score <= 1
    assert np.isfinite(list(found.types.values())).all()
