"""Words as one pattern match what the plain alternation, longest first, matches."""

import re

from hypothesis import given
from hypothesis import strategies as st

from communique.vocab.wordtrie import any_of

WORDS = st.lists(st.text("ab. '", min_size=1, max_size=5), min_size=1, max_size=8)


@given(words=WORDS, text=st.text("ab. '", max_size=20))
def test_it_matches_as_the_alternation_does(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    found = [match.span() for match in re.finditer(any_of(words), text)]
    assert found == [match.span() for match in re.finditer(plain, text)]


def test_the_longest_word_wins() -> None:
    found = re.match(any_of(["vice", "vice president", "president"]), "vice president")
    assert found is not None
    assert found.group() == "vice president"
