from collections import Counter

from export_samples import ONE, REPORTS, TWO, coverage

from communique.export.compare import aligned_row, compare


def test_rows_follow_the_first_telling_and_name_the_loosest_link():
    rows = compare(coverage(), REPORTS)
    assert [(row.kind, [told.report_id for told in row.told]) for row in rows] == [
        ("near", ["rp-one", "rp-two", "rp-three"]),
        ("reworded", ["rp-one", "rp-two"]),
        ("only here", ["rp-three"]),
    ]


def test_every_sentence_stands_in_exactly_one_row():
    rows = compare(coverage(), REPORTS)
    placed = Counter((told.report_id, n) for row in rows for told in row.told for n in told.numbers)
    assert placed == Counter((r.id, n) for r in REPORTS for n in range(len(r.sentences)))


def test_links_to_reports_that_are_not_compared_are_passed_over():
    rows = compare(coverage(), [ONE, TWO])
    assert [row.kind for row in rows] == ["same", "reworded"]


def test_a_row_cites_its_words():
    row = aligned_row(compare(coverage(), REPORTS)[1])
    told = row["told"][0]["sentences"][0]
    assert (told["sentence"], told["start"], told["text"]) == (1, 23, ONE.sentences[1].text)
