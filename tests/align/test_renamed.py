"""Reports under one name for one thing: invented reports."""

from made_reports import named_report

from communique.align import cover
from communique.align.renamed import under_one_name

NAMES = ("Middle Corridor", "Trans-Caspian International Transport Route")
ONE = named_report(
    "one", "Ruto and Stubb praised the Middle Corridor.\nThe Middle Corridor grew by half."
)
OTHER = named_report(
    "other", "The Trans-Caspian International Transport Route grew by half.\nRain fell."
)


def texts(reports):
    return [[sentence.text for sentence in each.sentences] for each in reports]


def test_the_second_name_stands_for_the_first():
    found = under_one_name([ONE, OTHER], [NAMES])
    assert texts(found) == [
        [
            "Ruto and Stubb praised the Trans-Caspian International Transport Route.",
            "The Trans-Caspian International Transport Route grew by half.",
        ],
        texts([OTHER])[0],
    ]
    turned = under_one_name([ONE, OTHER], [(NAMES[1], NAMES[0])])
    assert texts(turned)[1][0] == "The Middle Corridor grew by half."


def test_what_only_one_name_is_used_for_stays():
    assert under_one_name([ONE], [NAMES]) == [ONE]
    assert under_one_name([ONE, OTHER], []) == [ONE, OTHER]


def test_a_part_of_a_longer_word_is_no_name():
    reports = [
        named_report("one", "TTP fired."),
        named_report("other", "The HTTPS page names the Taliban."),
    ]
    found = under_one_name(reports, [("TTP", "Taliban")])
    assert texts(found) == [["Taliban fired."], ["The HTTPS page names the Taliban."]]


def test_a_coverage_is_linked_under_known_names():
    plain = cover("cv-1", [ONE, OTHER])
    known = cover("cv-1", [ONE, OTHER], [NAMES])
    tied = {(x.a.sentence, x.b.sentence): x for x in known.links}
    assert tied[1, 0].kind == "verbatim"
    assert all(x.kind != "verbatim" for x in plain.links)
    assert known.report_ids == plain.report_ids
