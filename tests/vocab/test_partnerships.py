"""Labels of partnerships keep their words; the ranks are ordered."""

import pytest

from communique.vocab.partnerships import family, find_labels, rank


@pytest.mark.parametrize(
    "label",
    [
        "strategic partnership",
        "comprehensive strategic partnership",
        "all-weather strategic cooperative partnership",
        "comprehensive strategic partnership of coordination for a new era",
        "Special and Privileged Strategic Partnership",
        "partnership of friendship",
    ],
)
def test_a_label_is_found_whole(label: str) -> None:
    found = list(find_labels(f"raised to a {label}, they said"))
    assert [each.words for each in found] == [label]


def test_a_bare_partnership_is_no_label() -> None:
    assert list(find_labels("a partnership between firms")) == []


def test_ranks() -> None:
    order = ["partnership", "comprehensive partnership", "strategic partnership"]
    order.append("Comprehensive  Strategic Partnership")
    ranks = [rank(label) or 0 for label in order]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
    assert family("special and privileged strategic partnership") == "india"
    assert (rank("warm handshake"), family("warm handshake")) == (None, None)
