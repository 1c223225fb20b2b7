"""What is learned as two names of one thing: invented coverages."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.align.aliases import learn, name_in
from communique.types.coverage import Coverage, Difference, DifferenceKind
from communique.types.provenance import Judgement
from communique.types.text import Evidence, Span


def cite(report: str, words: str) -> tuple[Evidence, ...]:
    return (Evidence(report_id=report, span=Span(start=3, end=3 + len(words)), quote=words),)


def coverage(number: int, *pairs: tuple[str, str], kind: DifferenceKind = "renamed") -> Coverage:
    """Happening `number`, whose first version has the first words of each pair."""
    first, other = f"rp-{number}a", f"rp-{number}b"
    return Coverage(
        id=f"cv-{number}",
        report_ids=(first, other),
        differences=tuple(
            Difference(
                topic="",
                report_id=other,
                says="",
                kind=kind,
                version=other,
                evidence=cite(other, theirs),
                against=cite(first, ours),
            )
            for ours, theirs in pairs
        ),
    )


CORRIDOR = ("the Middle Corridor", "Trans-Caspian International Transport Route")


def one_name(a: str, b: str) -> Judgement:
    return Judgement(
        id="jd-1", kind="one_name", left=a, right=b, author="ada", reason="usage", at="2024-01-01"
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Middle Corridor", "Middle Corridor"),
        ("its Steppe Shield exercise", "Steppe Shield exercise"),
        ("the Talas border crossing", "Talas border crossing"),
        ("KTZ", "KTZ"),
        ("the M23 rebels", "M23 rebels"),
        ("Harakat al-Nur", "Harakat al-Nur"),
        ("a Baltic Shield exercise", None),
        ("the accord", None),
        ("Talks", None),
        ("Kazakhstan", None),
        ("the Kazakh railways", None),
        ("3 March", None),
        ("", None),
        ("The railway that the two governments of the region had long wanted to see built", None),
    ],
)
def test_a_name_has_a_capital_that_is_its_own(words: str, name: str | None) -> None:
    assert name_in(words) == name


@given(st.text(max_size=60))
def test_any_words_may_be_asked(words: str) -> None:
    found = name_in(words)
    assert found is None or found in " ".join(words.split())


def test_a_pair_borne_by_two_happenings_is_known() -> None:
    (pair,) = learn([coverage(1, CORRIDOR)])
    assert pair.names == ("Middle Corridor", "Trans-Caspian International Transport Route")
    assert not pair.known
    turned = (CORRIDOR[1], CORRIDOR[0].upper())
    (pair,) = learn([coverage(1, CORRIDOR), coverage(2, turned), coverage(2, turned)])
    assert pair.known
    assert pair.coverage_ids == ("cv-1", "cv-2")
    assert pair.report_ids == ("rp-1a", "rp-1b", "rp-2a", "rp-2b")
    assert {piece.quote for piece in pair.evidence} == {*CORRIDOR, *turned}


def test_what_a_person_confirms_is_known_at_once() -> None:
    judged = one_name("Trans-Caspian International Transport Route", "Middle Corridor")
    (pair,) = learn([coverage(1, CORRIDOR)], [judged])
    assert (pair.known, pair.confirmed_by, pair.reason) == (True, "ada", "usage")
    assert pair.coverage_ids == ("cv-1",)
    (alone,) = learn([], [judged])
    assert alone.known
    assert alone.report_ids == ()
    assert alone.id == pair.id


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("the accord", "a pact"),
        ("the Talas Declaration", "the declaration"),
        ("Kazakhstan", "the Caspian Republic"),
        ("NATO", "the European Union"),
        ("the Middle Corridor", "Middle corridor"),
    ],
)
def test_nothing_is_learned_of_descriptions_states_and_what_tables_hold(
    ours: str, theirs: str
) -> None:
    assert list(learn([coverage(1, (ours, theirs))])) == []


def test_only_what_is_renamed_is_learned() -> None:
    assert list(learn([coverage(1, CORRIDOR, kind="generalised")])) == []


def test_the_order_of_the_coverages_does_not_count() -> None:
    other = ("the Talas border crossing", "the Talas-Manas checkpoint")
    coverages = [coverage(1, CORRIDOR), coverage(2, CORRIDOR), coverage(3, other)]
    ranked = [each.names for each in learn(coverages)]
    assert [each[0] for each in ranked] == ["Middle Corridor", "Talas border crossing"]
    random.Random(1).shuffle(coverages)
    assert [each.names for each in learn(coverages)] == ranked


def test_the_kind_is_told_where_a_table_has_it() -> None:
    treaties = ("the Treaty of Talas", "the Steppe Treaty")
    bodies = ("NATO", "the Northern Shield")
    found = {each.names: each.kind for each in learn([coverage(1, CORRIDOR, treaties, bodies)])}
    assert found["NATO", "Northern Shield"] == "igo"
