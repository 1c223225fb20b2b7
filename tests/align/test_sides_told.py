import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import named_report

from communique.align import align
from communique.align.sides_told import by_topic, side_columns
from communique.types.coverage import Coverage, Origin, Part
from communique.types.record import Findings

NORWAY = (
    "Minister Ana Solvang met Minister Tomas Arruda in Oslo.",
    "Norway will pay 120 million dollars into the forest fund this year.",
    "The talks on a fisheries agreement will begin in September.",
    "The ministers signed a memorandum on offshore wind.",
    "Shipping companies held a round table about green ammonia.",
    "The ministers condemned the attacks on grain ships in the Black Sea.",
)
BRAZIL = (
    "Minister Tomas Arruda met in Oslo with Minister Ana Solvang.",
    "Norway will pay 150 million dollars into the forest fund this year.",
    "The talks on a fisheries agreement will begin in November.",
    "A memorandum about wind energy at sea was signed on the occasion by both.",
    "Brazil invited the Norwegian royal couple to the carnival in Recife.",
    "The ministers condemned the attacks on grain ships in the Black Sea.",
)
WIRE = (
    "Norway will pay 120 million dollars into the forest fund this year, a spokesman said.",
    "The forest fund was frozen for three years.",
)


def laid(*accounts, order=(), parts=()):
    """Accounts (side or None, sentences) by topic; reports are called a, b, c."""
    reports = [
        named_report(name, "\n".join(sentences))
        for name, (_, sentences) in zip("abc", accounts, strict=False)
    ]
    origins = [
        Origin(
            name=report.id,
            report_ids=(report.id,),
            reason="",
            side=side,
            stance="party" if side else "unknown",
        )
        for report, (side, _) in zip(reports, accounts, strict=True)
    ]
    coverage = Coverage(
        id="cv-1",
        report_ids=tuple(report.id for report in reports),
        origins=tuple(origins),
        links=align(reports),
        parts=parts,
    )
    findings = [Findings(report_id=report.id) for report in reports]
    return by_topic(coverage, reports, findings, order), reports


@pytest.fixture(scope="module")
def compared():
    return laid(("NOR", NORWAY), ("BRA", BRAZIL), (None, WIRE))[0]


def about(sides, words):
    """The verdicts and marked words of the one topic of which some account has these words."""
    (topic,) = [
        topic
        for topic in sides.topics
        if any(words in piece.quote for told in topic.told for piece in told.sentences)
    ]
    verdicts = [told.verdict for told in topic.told]
    return verdicts, [[mark.quote for mark in told.marks] for told in topic.told]


def test_a_topic_of_one_side_is_not_mentioned_by_the_other(compared):
    assert about(compared, "ammonia")[0] == ["said", "not mentioned", "not mentioned"]
    assert about(compared, "carnival")[0] == ["not mentioned", "said", "not mentioned"]
    assert about(compared, "frozen")[0] == ["not mentioned", "not mentioned", "said"]


def test_the_same_words_are_said_by_both(compared):
    verdicts, marks = about(compared, "grain ships")
    assert verdicts[:2] == ["said", "said"]
    assert not any(marks)


def test_another_sum_contradicts_and_is_marked_on_both_sides(compared):
    verdicts, marks = about(compared, "120 million")
    assert verdicts == ["contradicted"] * 3
    assert [each[0] for each in marks] == ["120 million", "150 million", "120 million"]


def test_another_month_contradicts(compared):
    verdicts, marks = about(compared, "fisheries")
    assert verdicts == ["contradicted", "contradicted", "not mentioned"]
    assert "September" in marks[0][0]
    assert "November" in marks[1][0]


def test_other_words_are_marked(compared):
    verdicts, marks = about(compared, "memorandum")
    assert verdicts[:2] == ["worded differently"] * 2
    assert "offshore" in marks[0][-1]
    assert "sea" in " ".join(marks[1])


def test_topics_that_more_sides_have_come_first(compared):
    tellers = [sum(bool(told.sentences) for told in topic.told[:2]) for topic in compared.topics]
    assert tellers == sorted(tellers, reverse=True)
    assert [topic.number for topic in compared.topics] == list(range(1, len(tellers) + 1))


def test_a_denial_contradicts_whatever_its_words():
    sides, _ = laid(
        ("CAN", ("The minister raised the matter of human rights in Papua with her host.",)),
        ("IDN", ("Human rights in Papua were not discussed at the meeting.",)),
    )
    assert about(sides, "Papua")[0] == ["contradicted", "contradicted"]


def test_figures_that_may_both_be_right_do_not_contradict():
    sides, _ = laid(
        ("CHL", ("The two states adopted a plan of more than 80 commitments on mining.",)),
        ("PER", ("The two states adopted a plan of 85 commitments on mining.",)),
    )
    assert "contradicted" not in about(sides, "80 commitments")[0]


def test_like_words_on_two_states_are_not_the_same():
    sides, _ = laid(
        ("DZA", ("Algeria has recalled its ambassador in Bamako for consultations.",)),
        ("MLI", ("Mali has recalled its ambassador in Algiers for consultations.",)),
    )
    assert about(sides, "Bamako")[0] == ["worded differently", "worded differently"]


def test_without_a_sides_account_or_with_one_account_alone_there_are_no_topics():
    assert laid((None, NORWAY), (None, BRAZIL))[0].topics == ()
    alone, _ = laid(("NOR", NORWAY))
    assert (alone.sides, alone.topics) == (("NOR",), ())


def test_one_side_is_held_against_others():
    sides, _ = laid(("NOR", NORWAY), (None, WIRE))
    assert [column.side for column in sides.columns] == ["NOR", None]
    assert about(sides, "ammonia")[0] == ["said", "not mentioned"]


def test_who_carries_a_sides_words_stands_in_its_column():
    def origin(side, *ids):
        return Origin(name="x", report_ids=ids, reason="", side=side, stance="party")

    both = Origin(name="y", report_ids=("joint",), reason="", stance="parties")
    coverage = Coverage(
        id="cv-1",
        report_ids=("copy", "joint", "other", "own"),
        origins=(origin("NOR", "own", "copy"), both, origin("BRA", "other")),
    )
    assert [(each.side, each.report_ids) for each in side_columns(coverage)] == [
        ("NOR", ("copy", "own")),
        ("BRA", ("other",)),
        (None, ("joint",)),
    ]


def test_of_a_report_that_tells_it_in_part_that_part_counts():
    part = Part(report_id="b", sentences=(0, 1), score=1.0, reason="")
    sides, _ = laid(("NOR", NORWAY), ("BRA", BRAZIL), parts=(part,))
    quotes = [p.quote for topic in sides.topics for p in topic.told[1].sentences]
    assert sorted(quotes) == sorted(BRAZIL[:2])


SENTENCES = st.lists(st.sampled_from(NORWAY + BRAZIL), min_size=1, max_size=4, unique=True)


@given(SENTENCES, SENTENCES, st.one_of(st.none(), SENTENCES))
@settings(max_examples=25, deadline=None)
def test_swapping_the_sides_swaps_the_columns_and_every_quote_is_cut_from_its_report(a, b, c):
    texts = [("", "\n".join(each)) for each in (a, b, c) if each]
    accounts = [("NOR", a), ("BRA", b), *([(None, c)] if c else [])]
    sides, reports = laid(*accounts)
    swapped, _ = laid(*accounts, order=("BRA", "NOR"))
    assert swapped.columns[:2] == sides.columns[1::-1]
    turned = [(topic.name, *topic.told[1::-1], *topic.told[2:]) for topic in swapped.topics]
    assert turned == [(topic.name, *topic.told) for topic in sides.topics]
    pages = {report.id: text for report, (_, text) in zip(reports, texts, strict=True)}
    cells = [told for topic in sides.topics for told in topic.told]
    for piece in (piece for told in cells for piece in (*told.sentences, *told.marks)):
        assert pages[piece.report_id][piece.span.start : piece.span.end] == piece.quote
    told = {piece.quote for cell in cells for piece in cell.sentences}
    assert told == {sentence for _, found in accounts for sentence in found}
