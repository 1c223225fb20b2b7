import json
from io import StringIO

import pytest

from communique.cli.screen import Screen
from communique.cli.tracing import _print_tree
from communique.export.trace import trace
from communique.types.coverage import Carrying, Coverage, Descent
from communique.types.text import Passage, Report, Span


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def ids(filled):
    """The id of each page's report, by the page's name."""
    return {row["page"].rsplit("/", 1)[-1]: row["id"] for row in rows(filled("reports", "--json"))}


@pytest.fixture(autouse=True)
def eighty(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def test_a_copy_hangs_under_the_wire_it_credits(filled, ids):
    copy, wire = ids["algiers-severs-copy.html"], ids["algiers-severs-wire.txt"]
    told = filled("trace", copy[:9]).stdout
    _, tree, counts, table = told.split("\n\n")
    assert copy in told.split("\n\n")[0]
    lines = tree.splitlines()
    assert lines[0] == "likely descent"
    (above,) = (n for n, line in enumerate(lines) if wire[:11] in line)
    (below,) = (n for n, line in enumerate(lines) if copy[:11] in line)
    assert above < below
    assert lines[below].index("Atlas") > lines[above].index("Atlas")
    assert "(this report)" in lines[below - 1]
    assert "of its words are in" in lines[below + 1]
    assert lines[below + 2].strip().startswith("likely, .90: ")
    assert lines[below + 2].endswith(" credits Atlas Agency")
    assert counts.startswith("6 sentences: ")
    alone = next(line for line in table.splitlines() if line.startswith("5 "))
    assert "Spain and France" in alone
    assert alone.split()[-3:] == ["only", "here", "-"]


def test_the_letters_are_those_of_compare(filled, ids):
    wire = ids["algiers-severs-wire.txt"]
    compared = filled("compare", wire).stdout.splitlines()
    (at,) = (n for n, line in enumerate(compared) if wire in line)
    letter = compared[at - 1][0]
    assert f"{wire}, {letter} of cv-" in filled("trace", wire).stdout
    copied = filled("trace", ids["algiers-severs-copy.html"]).stdout
    assert f"\n└── {letter} " in copied
    assert any(line.endswith(f" {letter}") for line in copied.splitlines())


def test_the_wire_has_its_words_from_nobody(filled, ids):
    (traced,) = rows(filled("trace", ids["algiers-severs-wire.txt"], "--json"))
    origins = {each["likely_origin"] for each in traced["sentences"]}
    assert origins <= {None, traced["report_id"]}
    assert traced["report_id"] in origins
    assert " here\n" in filled("trace", traced["report_id"]).stdout


def test_versions_in_their_own_words_stand_apart(filled, ids):
    told = filled("trace", ids["warsaw-partnership-wire.txt"]).stdout
    tree = told.split("own words\n")[1].split("\n\n")[0]
    assert "likely, " not in tree
    assert "of its words are in" not in tree


def test_a_report_alone_is_only_here(filled, ids):
    alone = ids["nauru-switch-local.html"]
    told = filled("trace", alone).stdout
    assert "1 report, 1 account" in told
    assert "own words\n└── A " in told
    (traced,) = rows(filled("trace", alone, "--json"))
    number = len(traced["sentences"])
    assert f"\n{number} sentences: {number} only here\n" in told
    assert all(not each["elsewhere"] for each in traced["sentences"])


def test_json_and_screen_tell_the_same_sentences(filled, ids):
    copy = ids["algiers-severs-copy.html"]
    (traced,) = rows(filled("trace", copy, "--json"))
    assert (traced["report_id"], [f["kind"] for f in traced["families"]]) == (copy, ["descent"])
    table = filled("trace", copy).stdout.split("\n\n")[-1].splitlines()[2:]
    assert len(table) == len(traced["sentences"])
    for line, each in zip(table, traced["sentences"], strict=True):
        assert line.split()[0] == str(each["sentence"] + 1)
        assert ("only here" in line) == (not each["elsewhere"])


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_the_text_keeps_to_its_width_without_tabs(filled, ids, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    for report_id in ids.values():
        told = filled("trace", report_id).stdout
        assert "\t" not in told
        assert all(len(line) <= int(columns) for line in told.splitlines())
        assert all(line == line.rstrip() for line in told.splitlines())


@pytest.mark.parametrize("wrong", ["rp-0", "zz", "cv-0"])
def test_an_unknown_report_is_an_error_with_a_code(filled, wrong):
    result = filled("trace", wrong)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "E402" in result.stderr


def test_a_report_in_no_coverage_is_an_error_with_a_code(filled, ids, monkeypatch):
    monkeypatch.setattr("communique.register.View.coverage_of", lambda *_: None)
    result = filled("trace", ids["algiers-severs-wire.txt"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "E402" in result.stderr


def test_an_id_that_fits_several_reports_is_an_error(filled):
    result = filled("trace", "rp-")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("E")


def bare(name: str) -> Report:
    words = Passage(span=Span(start=0, end=10), text="[b]A[/b]\nB")
    return Report(
        id=f"rp-{name}",
        page_id="pg-1",
        kind="news",
        language="en",
        headline=words,
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=None,
        updated=None,
    )


def drawn(monkeypatch, number, copies):
    """The tree of made reports 0, 1, ... with their numbers for letters."""
    reports = [bare(str(n)) for n in range(number)]
    found = Coverage(id="cv-1", report_ids=tuple(each.id for each in reports), copies=copies)
    held = StringIO()
    monkeypatch.setattr("sys.stdout", held)
    letters = {each.id: each.id[3:] for each in reports}
    _print_tree(Screen(), trace(found, reports, reports[0]), reports, letters)
    return held.getvalue()


def carrying(a, b, source, likelihood=0.8):
    descent = Descent(source=f"rp-{source}", likelihood=likelihood, reasons=(f"rp-{a} came first",))
    return Carrying(
        a=f"rp-{a}",
        b=f"rp-{b}",
        kind="copy",
        share_of_a=0.98,
        share_of_b=1.0,
        longest_run=9,
        descent=descent if source is not None else None,
    )


def test_a_long_chain_is_told_whole_and_keeps_to_its_width(monkeypatch):
    chain = tuple(carrying(n, n + 1, n) for n in range(60))
    told = drawn(monkeypatch, 61, chain)
    assert told.count("(no headline)") == 0
    assert told.count("[b]A[/b] B") == 61
    assert all(f"copy: 100% of its words are in {n}, " in told for n in range(60))
    assert max(map(len, told.splitlines())) <= 80


def test_a_direction_is_called_unknown_likely_or_set_aside(monkeypatch):
    assert "same words as 0, direction unknown; copy: 100% of its" in drawn(
        monkeypatch, 2, (carrying(0, 1, None),)
    )
    circle = (carrying(0, 1, 0, 0.7), carrying(1, 2, 1, 0.9), carrying(0, 2, 2, 0.8))
    told = " ".join(drawn(monkeypatch, 3, circle).split())
    assert "likely, .80: 0 came first" in told
    assert "0 as source set aside, as it would close a circle (.70: 0 came first)" in told
    two = (carrying(0, 2, 0, 0.9), carrying(1, 2, 1, 1.0))
    told = " ".join(drawn(monkeypatch, 3, two).split())
    assert "likely, 1.00: 1 came first" in told
    assert "also likely from 0, .90: 0 came first; copy: 100%" in told
