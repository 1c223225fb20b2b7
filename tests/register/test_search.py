"""Full-text search, for words as people type them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_samples import fill, page, read

from communique.register import Register
from communique.register.search import MOST_WORDS, terms


@pytest.fixture(scope="module")
def register():
    with Register.in_memory() as opened:
        fill(opened, range(16))
        yield opened


def found(register, words, limit=20):
    with register.read() as view:
        return view.search(words, limit)


def test_all_words_must_be_there(register):
    assert {hit.report_id for hit in found(register, "fisheries geneva")} == {
        read(page(number))[0].id for number in range(4)
    }
    assert found(register, "fisheries railways") == ()


def test_a_word_is_found_in_its_other_forms(register):
    assert found(register, "discussing fishery agreements")


def test_a_phrase_must_stand_as_it_is(register):
    assert found(register, '"ministers discuss fisheries"')
    assert found(register, "fisheries discuss ministers")
    assert not found(register, '"fisheries discuss ministers"')


def test_the_snippet_shows_the_words_found(register):
    hit = found(register, "graustark 5", limit=1)[0]
    assert hit.report_id == read(page(5))[0].id
    assert hit.headline == "Ministers discuss railways in Geneva, report 5"
    assert ("Graustark", True) in hit.pieces
    assert "Ruritania and Graustark raised" in hit.snippet


def test_a_headline_counts_for_more():
    with Register.in_memory() as register:
        run = register.begin_run("test", {})
        with register.write(run) as writer:
            for number in (0, 4):
                report, _ = read(page(number))
                kept = report if number else replace(report, headline=None)
                writer.add_page(page(number), "1", reports=[kept])
        best = found(register, "geneva")
        assert [hit.report_id for hit in best] == [read(page(4))[0].id]
        assert [hit.headline for hit in found(register, "fisheries")] == [None]


def test_the_limit_holds(register):
    assert len(found(register, "minister", limit=3)) == 3
    assert found(register, "minister", limit=0) == ()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (
            'joint "strategic  partnership" & (2024) OR',
            ("joint", "strategic partnership", "2024", "OR"),
        ),
        ("U.S.-China", ("U S China",)),
        ('"', ()),
        ("* ^ NEAR( headline:", ("NEAR", "headline")),
        ("\x00\ud800 --", ()),
    ],
)
def test_terms(typed, wanted):
    assert terms(typed) == wanted


@given(
    st.text()
    | st.text(alphabet="\"*^:()-+{}AND ORNEAR,\\'geneva")
    | st.lists(st.sampled_from(["NEAR", "AND", "NOT", '"', "*", "geneva", "{a b}:"])).map(" ".join)
)
def test_nothing_typed_is_an_error(register, typed):
    for hit in found(register, typed):
        assert hit.snippet
        assert any(marked for _, marked in hit.pieces)


def test_a_very_long_search_is_no_error(register):
    assert found(register, "geneva " * 5000)
    assert len(terms("geneva fisheries " * 5000)) == MOST_WORDS
