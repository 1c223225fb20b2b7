"""What judgements of single sentences come to."""

from dataclasses import replace

from register_samples import apart, same

from communique.register.membership import coverage_of, places
from communique.register.partly import Partly, partly
from communique.types.ids import content_id
from communique.types.provenance import Judgement, JudgementKind

ONE, OTHER = coverage_of("rp-1"), coverage_of("rp-2")
PLACED = [same("rp-1", ONE, author="machine"), same("rp-2", OTHER, author="machine")]


def told(kind: JudgementKind, left: str, right: str, *sentences: int) -> Judgement:
    return Judgement(
        id=content_id("jd", kind, left, right, *sentences),
        kind=kind,
        left=left,
        right=right,
        author="machine",
        reason="made up",
        at="",
        sentences=sentences,
        score=0.5,
    )


def found(*judgements: Judgement) -> dict[str, Partly]:
    listed = [*PLACED, *judgements]
    homes, joined = places(listed)
    return partly(listed, homes, joined)


PART = told("part_of_happening", "rp-2", ONE, 3, 4)


def test_a_part_counts_there_and_not_at_home() -> None:
    made = found(PART)
    (part,) = made[ONE].parts
    assert (part.report_id, part.sentences, part.score) == ("rp-2", (3, 4), 0.5)
    assert made[OTHER].elsewhere == (("rp-2", (3, 4)),)
    assert made[ONE].elsewhere == made[OTHER].parts == ()


def test_a_look_back_is_of_the_coverage_that_looks() -> None:
    made = found(told("follows", "rp-2", ONE, 1))
    (related,) = made[OTHER].related
    assert (related.coverage_id, related.kind, related.sentences) == (ONE, "follows", (1,))
    assert ONE not in made


def test_nothing_counts_between_what_is_one_or_is_not_there() -> None:
    assert found(PART, same("rp-1", "rp-2")) == {}
    assert found(replace(PART, left="rp-9")) == {}
    assert found(replace(PART, right=coverage_of("rp-9"))) == {}
    assert found(replace(PART, sentences=())) == {}


def test_a_person_holds_a_report_apart() -> None:
    assert found(PART, apart("rp-2", "rp-1")) == {}
    assert found(PART, apart("rp-1", "rp-2")) == {}
    assert ONE in found(PART, apart("rp-2", "rp-3"))


def test_a_part_goes_where_its_coverage_went() -> None:
    third = coverage_of("rp-3")
    made = found(PART, same("rp-3", third, author="machine"), same(ONE, third))
    assert [part.report_id for part in made[third].parts] == ["rp-2"]
    assert ONE not in made
