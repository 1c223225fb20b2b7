"""Clauses: what stands together in a sentence, and what is told of another time."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from communique.extract.clauses import clause_at, clauses, reach


def words_of(text: str) -> list[str]:
    return [text[c.start : c.end].strip() for c in clauses(text)]


def test_commas_relative_words_and_joined_verbs_cut() -> None:
    text = "On Tuesday, the envoy, who had left Oslo, met him and signed a pact since voided."
    assert words_of(text) == [
        "On Tuesday,",
        "the envoy,",
        "who had left Oslo,",
        "met him",
        "and signed a pact",
        "since voided.",
    ]
    parts = clauses(text)
    assert [part.bare for part in parts] == [True, True, False, False, False, False]
    assert [part.bound for part in parts][-1]
    met = clause_at(parts, text.index("met"))
    assert reach(parts, met, met) == 0
    assert reach(parts, 0, met) == 2
    assert reach(parts, clause_at(parts, text.index("signed")), met) == 3
    assert reach(parts, clause_at(parts, text.index("Oslo")), met) is None
    assert reach(parts, len(parts) - 1, met) is None


def test_a_date_is_never_cut() -> None:
    text = "They met on May 3, 2016 in Oslo, the day after, and parted"
    kept = (text.index("the day after"), text.index("the day after") + len("the day after"))
    assert words_of(text)[0] == "They met on May 3, 2016 in Oslo,"
    assert not any(kept[0] < clause.start < kept[1] for clause in clauses(text, [kept]))


@given(st.text(alphabet="ab ,;and whosince met.", max_size=80))
def test_clauses_cover_the_sentence(text: str) -> None:
    parts = clauses(text)
    assert parts[0].start == 0
    assert parts[-1].end == len(text)
    assert all(one.end == other.start for one, other in itertools.pairwise(parts))
