"""Rules and tagger weighed."""

from dataclasses import replace

from communique.extract.agreement import AGREED, RULED, weigh
from communique.extract.speech import Said

TAGGED = Said(
    source=(20, 24),
    actor_ids=("a",),
    cue=(25, 29),
    content=((0, 18),),
    rule="tagged",
    confidence=0.8,
)
RULE = Said(
    source=(20, 24),
    actor_ids=("b",),
    cue=(25, 29),
    content=((2, 18),),
    rule="trailing",
    addressee="c",
)


def test_where_both_find_it_the_tagger_bounds_it_and_the_rule_names_it() -> None:
    (found,) = weigh([RULE], [TAGGED])
    assert (found.content, found.actor_ids, found.addressee) == (((0, 18),), ("b",), "c")
    assert (found.rule, found.confidence) == ("trailing", AGREED)


def test_what_one_finds_alone_stays_with_less_confidence() -> None:
    other = replace(RULE, cue=(60, 64), content=((66, 90),))
    found = weigh([other], [TAGGED])
    assert [(one.rule, one.confidence) for one in found] == [("tagged", 0.8), ("trailing", RULED)]
    assert [one.confidence for one in weigh([other], [])] == [RULED]


def test_a_rule_does_not_take_words_that_the_tagger_gives_to_another() -> None:
    other = replace(RULE, cue=(60, 64), content=((9, 30),))
    assert weigh([other], [TAGGED]) == (TAGGED,)


def test_of_two_sources_apart_the_tagger_keeps_its_own() -> None:
    (found,) = weigh([replace(RULE, source=(40, 44))], [TAGGED])
    assert found.actor_ids == ("a",)
