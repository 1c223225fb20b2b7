"""What was said, denied or wanted is not what was done."""

import pytest

from communique.extract.modality import modality_of


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("Brazil had severed relations with no one", "severed relations", "negated"),
        ("He denied that Kenya and Japan had signed a pact", "signed a pact", "negated"),
        ("He denied it. Kenya signed a pact", "signed a pact", "actual"),
        ("Poland wanted to conclude an agreement", "conclude an agreement", "future"),
        ("Peru hoped to sign a treaty", "sign a treaty", "future"),
        ("The two sides signed a treaty", "signed a treaty", "actual"),
        ("The two sides did not sign a treaty", "sign a treaty", "negated"),
        ("The two sides may sign a treaty", "sign a treaty", "hypothetical"),
    ],
)
def test_modality(text: str, words: str, modality: str) -> None:
    start = text.index(words)
    assert modality_of(text, start, start + len(words)) == modality
