import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.markdown import Markdown

from communique.export.components import components
from communique.export.plain import markdown, one_line, printable


@given(st.text())
def test_nothing_printable_steers_the_terminal(text):
    told = printable(text)
    assert len(told) == len(text)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in told)
    assert not set(told) & set("\u202e\u2066")
    assert printable(told) == told


@given(st.text(st.sampled_from("ab1 .*_`[]<>|#-+~\\()!\n"), max_size=20))
def test_escaped_words_read_as_they_were(text):
    screen = Console(width=200, file=None)
    with screen.capture() as captured:
        screen.print(Markdown(f"x {markdown(text)}"))
    assert " ".join(captured.get().split()) == f"x {one_line(text)}".strip()


@given(st.text(st.sampled_from("1. #-+a"), min_size=1, max_size=6))
def test_escaped_words_begin_no_list_or_heading(text):
    screen = Console(width=200)
    with screen.capture() as captured:
        screen.print(Markdown(markdown(text)))
    assert captured.get().split() == one_line(text).split()


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_components_are_what_steps_along_pairs_reach(pairs):
    nodes = list(range(9))
    reach = {node: {node} for node in nodes}
    for _ in nodes:
        for a, b in pairs:
            reach[a] |= reach[b]
            reach[b] |= reach[a]
            for node in nodes:
                if reach[node] & reach[a]:
                    reach[node] |= reach[a]
    expected = sorted({tuple(sorted(group)) for group in reach.values()})
    assert sorted(map(tuple, components(nodes, pairs))) == expected
