import json
import re
from dataclasses import replace

from export_samples import event, report

from communique.export.naming import report_names
from communique.export.summary import summarise, summary_row
from communique.export.summary_text import LINES, summary_text
from communique.export.telling import WAYS
from communique.types.coverage import (
    Carrying,
    Coverage,
    Descent,
    Difference,
    Link,
    Origin,
    SentenceRef,
)
from communique.types.text import Credit

FIRST = report(
    "first",
    "GRAZ, March 4 (Alpine Wire) -- Ana Kos met Karl Lang on Thursday.",
    "Austria must build four tunnels by June, Lang said.",
    "They spoke of the Karawanken railway tunnel for an hour.",
    "Kos thanked her host for his patience in the long talks.",
)
OTHER = replace(
    report(
        "other",
        "Ana Kos met Karl Lang in Graz on Friday.",
        "Austria hopes to build five tunnels by July, Kos said.",
        "They spoke of the border line.",
        "Nobody signed anything at the end of the two days.",
    ),
    agency=Credit(name="Sava Agency", stated=True),
)
COPY = replace(FIRST, id="rp-copy", page_id="pg-copy", agency=None, kind="readout")
REPORTS = (FIRST, OTHER, COPY)
PAGES = {each.id: f"folder/{each.id[3:]}.txt" for each in REPORTS}


def cited(of, words):
    sentence = next(each for each in of.sentences if words in each.text)
    start = sentence.text.index(words)
    return (of.evidence(sentence.inner(start, start + len(words)).span),)


def difference(kind, ours, theirs, version=OTHER):
    """`ours` are words of the first version, `theirs` of the other; either may be None."""
    teller, words = (version, theirs) if theirs else (FIRST, ours)
    return Difference(
        topic="",
        report_id=teller.id,
        says="",
        kind=kind,
        version=version.id,
        evidence=cited(teller, words),
        against=cited(FIRST, ours) if ours and theirs else (),
    )


EVERY = (
    difference("renamed", "the Karawanken railway tunnel", "the border line"),
    difference("omitted", "for an hour", None),
    difference("omitted", "Kos thanked her host for his patience in the long talks.", None),
    difference("omitted", "GRAZ, March 4", None),
    difference("added", None, "Nobody signed anything at the end of the two days."),
    difference("strength", "must", "hopes to"),
    difference("attribution", "Lang said", "Kos said"),
    difference("date", "on Thursday", "on Friday"),
    difference("number", "four tunnels", "five tunnels"),
    difference("contradiction", "Ana Kos met Karl Lang on Thursday.", "Nobody signed anything"),
)


def link(a, b):
    sides = [SentenceRef(report_id=of.id, sentence=number) for of, number in (a, b)]
    return Link(a=sides[0], b=sides[1], kind="near", score=0.9)


def coverage(*differences, **changes):
    made = Coverage(
        id="cv-1",
        report_ids=tuple(each.id for each in REPORTS),
        origins=(
            Origin(name="Alpine Wire", report_ids=("rp-first", "rp-copy"), reason="alike"),
            Origin(name="x", report_ids=("rp-other",), reason="", side="SVN", stance="party"),
        ),
        copies=(
            Carrying(
                a="rp-first",
                b="rp-copy",
                kind="copy",
                share_of_a=0.9,
                share_of_b=1.0,
                longest_run=20,
                descent=Descent(
                    source="rp-first", likelihood=0.9, reasons=("rp-copy credits rp-first",)
                ),
            ),
        ),
        links=(
            *(link((FIRST, n), (COPY, n)) for n in range(4)),
            *(link((FIRST, n), (OTHER, n)) for n in range(2)),
            *(link((COPY, n), (OTHER, n)) for n in range(2)),
        ),
        differences=differences,
    )
    return replace(made, **changes)


def told(found, reports=REPORTS, events=()):
    return summary_text(summarise(found, reports, PAGES, events))


def test_every_kind_is_told_the_weightiest_first():
    opening, _, carried, shared, version, *rest = told(coverage(*EVERY)).splitlines()
    assert opening == "**Ana Kos met Karl Lang on Thursday**"
    assert carried == (
        "- Carried by 3 reports, 2 independent accounts: Alpine Wire and the readout (unknown "
        "whose); Sava Agency (Slovenia's side)."
    )
    assert shared == (
        "- All versions tell: “Ana Kos met Karl Lang in Graz on Friday”; “Austria must build four "
        "tunnels by June, Lang said”."
    )
    assert version == "- **Sava Agency**, against Alpine Wire (9 differences):"
    assert rest == [
        "  - contradicts it: “Nobody signed anything” for “Ana Kos met Karl Lang on Thursday”",
        "  - gives other figures: “to build five tunnels by July” for “must build four tunnels by "
        "June”",
        "  - gives other dates: “on Friday” for “on Thursday”",
        "  - attributes otherwise: “Kos said” for “Lang said”",
        "  - leaves out: “Kos thanked her host for his patience in the long talks”; “for an hour”",
        "  - adds: “Nobody signed anything at the end of the two days”",
        "  - words it more weakly: “hopes to” for “must”",
        "  - calls otherwise: “the border line” for “the Karawanken railway tunnel”",
        "- As in Alpine Wire: the readout.",
        "- Sources: the readout likely has 100% of its words from Alpine Wire (copy; likelihood "
        "0.90, as the readout credits Alpine Wire); Sava Agency tells it in words of its own.",
    ]


def test_no_id_and_no_dateline_is_shown():
    words = told(coverage(*EVERY))
    assert not re.search(r"\b(?:rp|cv|pg)-", words)
    assert "GRAZ" not in words


def test_kinds_that_nothing_differs_in_are_silent():
    words = told(coverage(difference("number", "four tunnels", "five tunnels")))
    assert len(words.splitlines()) == 8
    assert "(1 difference)" in words
    for silent in ("leaves out", "adds", "contradicts", "dates", "calls"):
        assert silent not in words


def test_versions_that_all_say_the_same_have_no_differences():
    words = told(coverage())
    assert "- As in Alpine Wire: Sava Agency and the readout." in words
    assert "against" not in words


def test_however_many_versions_there_are_the_summary_is_short():
    versions = [replace(OTHER, id=f"rp-{n}", page_id=f"pg-{n}") for n in range(30)]
    many = [
        replace(each, version=version.id)
        for version in versions
        for each in EVERY[: 1 + int(version.id[3:]) % len(EVERY)]
    ]
    found = coverage(*many, report_ids=("rp-first", *(each.id for each in versions)))
    lines = told(found, (FIRST, *versions)).splitlines()
    assert 8 <= len(lines) <= LINES
    assert any(line.startswith("- With lesser differences: Sava Agency") for line in lines)
    assert sum(line.startswith("- **") for line in lines) == 6
    assert any("of other kinds left out):" in line for line in lines)


def test_a_long_quotation_shows_where_the_two_part():
    same = "word " * 40
    long = [report("first", f"{same}in May."), report("other", f"{same}in June.")]
    sides = [(each.evidence(each.sentences[0].span),) for each in long]
    other = replace(
        EVERY[0], report_id="rp-other", kind="date", evidence=sides[1], against=sides[0]
    )
    found = coverage(other, report_ids=("rp-first", "rp-other"), links=(), copies=())
    words = told(found, long)
    assert "“… word in June” for “… word in May”" in words
    assert "no sentence in common" in words


def test_one_report_has_no_second_source():
    found = coverage(report_ids=("rp-first",), links=(), copies=(), origins=coverage().origins[:1])
    last = told(found, (FIRST,)).splitlines()[-1]
    assert last == "- Sources: one report alone, no second source."


def test_date_and_place_are_those_of_what_the_openings_tell():
    found = coverage()
    leading = event(evidence=cited(FIRST, "met"))
    later = event(evidence=cited(FIRST, "Kos thanked"), place=None)
    assert told(found, events=(leading, later)).startswith(
        "**Ana Kos met Karl Lang on Thursday** (2021-03-04, Ljubljana)\n"
    )
    assert "(" not in told(found, events=(later,)).splitlines()[0]
    planned = replace(leading, modality="future")
    assert "(" not in told(found, events=(planned,)).splitlines()[0]


def test_reports_of_one_carrier_are_told_apart():
    twins = [replace(FIRST, id=f"rp-{n}") for n in range(3)]
    pages = {"rp-0": "a/x.txt", "rp-1": "a/y.txt", "rp-2": "b/y.txt"}
    found = report_names(coverage(), twins, pages)
    assert list(found.values()) == ["Alpine Wire (x)", "Alpine Wire (y)", "Alpine Wire (y) 2"]


def test_the_row_holds_all_that_the_words_leave_out():
    found = summarise(coverage(*EVERY), REPORTS, PAGES)
    row = json.loads(json.dumps(summary_row(found, "text")))
    ways = [each["way"] for each in row["versions"][0]["differences"]]
    assert ways == sorted(ways, key=WAYS.index)
    assert len(ways) == len(EVERY) - 1
    assert row["sources"][0]["likely_source"] == "rp-first"
