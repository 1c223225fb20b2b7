"""Which sentences are asked about, and between which states."""

from made_reports import make_report

from communique.extract.extract import who_and_where
from communique.extract.standing_pairs import Sighted, sighted
from communique.vocab.holders import bundled


def asked(text: str, headline: str | None = None) -> list[Sighted]:
    report = make_report(text, published="2031-03-10", headline=headline)
    return list(sighted(who_and_where(report, bundled()).context))


def test_every_two_states_of_a_sentence_are_asked_about() -> None:
    (seen,) = asked("Kenya and Peru cut ties with Chile on Monday.")
    assert set(seen.pairs) == {("KEN", "PER"), ("CHL", "KEN"), ("CHL", "PER")}


def test_a_sentence_without_words_for_relations_is_not() -> None:
    assert asked("Kenya beat Peru in Lima on Monday and will play Chile next.") == []


def test_states_that_words_only_point_at_are_asked_about_too() -> None:
    found = asked("Kenya and Peru met in Lima on Monday.\nThe embassies had been closed in 2019.")
    assert ("KEN", "PER") in found[-1].pairs


def test_the_headline_is_read_before_each_sentence_and_by_itself() -> None:
    found = asked("Kenya has cut ties with Peru.", headline="Kenya cuts ties with Peru")
    assert [each.sentence.text for each in found] == [
        "Kenya has cut ties with Peru.",
        "Kenya cuts ties with Peru",
    ]
    assert [each.text for each in found[0].before] == ["Kenya cuts ties with Peru"]
    assert found[1].before == ()


def test_what_the_patterns_find_goes_with_its_pair() -> None:
    (seen,) = asked("Kenya cut diplomatic relations with Peru on Monday, Chile said.")
    assert list(seen.worded_of(("KEN", "PER"))) == ["severed"]
    assert not seen.worded_of(("CHL", "PER"))
