"""The reader of relations: what it is given of a sentence, and what it makes of plain ones."""

from hypothesis import given
from hypothesis import strategies as st

from communique.models.relations import Mark, Masked, relation_reader
from communique.models.relations.labels import CHANGES
from communique.models.relations.pieces import LIMIT, ONE, OTHER, THIRD, WORDED, pieces_of
from communique.types.text import Span

PAIR = ("KEN", "PER")


def masked(text: str, **states: str) -> Masked:
    """A sentence in which each word of `states` stands for the state it names."""
    marks = [
        Mark(span=Span(start=at, end=at + len(word)), states=(iso3,), named=True)
        for word, iso3 in states.items()
        if (at := text.find(word)) >= 0
    ]
    return Masked(text=text, marks=tuple(sorted(marks, key=lambda mark: mark.span.start)))


CUT = masked(
    "Kenya has cut diplomatic relations with Peru, Chile said.",
    Kenya="KEN",
    Peru="PER",
    Chile="CHL",
)


def test_states_give_way_to_signs() -> None:
    ids = pieces_of((), CUT, PAIR).ids
    assert [each for each in ids if each in (ONE, OTHER, THIRD)] == [ONE, OTHER, THIRD]
    swapped = {ONE: OTHER, OTHER: ONE}
    turned = pieces_of((), CUT, PAIR[::-1]).ids
    assert turned == tuple(swapped.get(each, each) for each in ids)


def test_a_state_by_another_name_is_read_alike() -> None:
    other = masked("Nairobi has cut diplomatic relations with Lima, Chile said.", Nairobi="KEN")
    other = Masked(
        text=other.text,
        marks=(*other.marks, *masked(other.text, Lima="PER", Chile="CHL").marks),
    )
    assert pieces_of((), other, PAIR).ids == pieces_of((), CUT, PAIR).ids


def test_an_office_keeps_its_words_behind_the_sign() -> None:
    text = "The minister left."
    mark = Mark(span=Span(start=0, end=12), states=("KEN",), named=False)
    read = pieces_of((), Masked(text=text, marks=(mark,)), PAIR)
    assert ONE in read.ids
    assert "minister" in [text[span.start : span.end] for span in read.spans]


def test_what_patterns_find_is_said_in_front() -> None:
    plain, told = pieces_of((), CUT, PAIR), pieces_of((), CUT, PAIR, {"severed"})
    assert told.ids[1] == WORDED + CHANGES.index("severed")
    assert told.ids[told.first :] == plain.ids[plain.first :]


@given(st.text(max_size=400), st.lists(st.text(max_size=60), max_size=2))
def test_pieces_are_places_of_the_sentence(text: str, before: list[str]) -> None:
    read = pieces_of([Masked(text=each) for each in before], Masked(text=text), PAIR)
    assert len(read.spans) <= LIMIT
    assert len(read.ids) == read.first + len(read.spans) + 1
    assert all(0 <= span.start <= span.end <= len(text) for span in read.spans)


def test_a_break_is_told_of_the_pair_alone() -> None:
    (told,) = relation_reader().read((), CUT, PAIR, {"severed"})
    assert (told.change, told.status, told.doer) == ("severed", "done", "one")
    assert "cut" in CUT.text[told.words.start : told.words.end]
    assert relation_reader().read((), CUT, ("CHL", "PER")) == ()


def test_the_level_is_read() -> None:
    sentence = masked(
        "Kenya and Peru raised their relations to a comprehensive strategic partnership on Monday.",
        Kenya="KEN",
        Peru="PER",
    )
    (told,) = relation_reader().read((), sentence, PAIR, {"upgraded"})
    assert told.after is not None
    assert sentence.text[told.after.start : told.after.end] == "comprehensive strategic partnership"


def test_a_visit_tells_nothing() -> None:
    sentence = masked(
        "The foreign minister of Kenya praised relations with Peru in Lima on Monday.",
        Kenya="KEN",
        Peru="PER",
    )
    assert relation_reader().read((), sentence, PAIR) == ()
