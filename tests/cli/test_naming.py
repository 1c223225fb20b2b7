"""`communique aliases`, as a user acts."""

import json
import shutil

import pytest

CORRIDOR = ("Middle Corridor", "the Trans-Caspian International Transport Route")

PAGE = """\
Presidents open a port terminal in Aktau

Published: May 5, 2024

The presidents of Kazakhstan and Azerbaijan opened a port terminal in Aktau on Sunday{more}.

{name} carried four million tonnes of goods last year. They will meet again in Baku.
"""


BOTH = """\
Georgia and Romania speak about a ferry

Published: March 12, 2023

The foreign ministers of Georgia and Romania met in Batumi on Sunday and spoke about a ferry.

They said that the Middle Corridor, or the Trans-Caspian International Transport Route, had grown.
"""


@pytest.fixture
def own(filled, tmp_path):
    """Runs commands on a register of its own, one report of which names the corridor twice."""
    register = shutil.copy(filled.register, tmp_path / "own.db")

    def run(*args, code=0):
        result = filled(*args, register=register)
        assert result.exit_code == code, result.output
        return result

    (tmp_path / "both.txt").write_text(BOTH, encoding="utf-8")
    run("add", str(tmp_path / "both.txt"))
    return run


def listed(own, *args):
    return [json.loads(line) for line in own("aliases", "--json", *args).stdout.splitlines()]


def confirm(own, *names, **options):
    return own("aliases", "confirm", *names, "--reason", "usage", "--author", "ada", **options)


def test_a_confirmed_pair_is_known_until_it_is_withdrawn(own):
    before = listed(own)
    told = confirm(own, *CORRIDOR).stdout
    assert "Middle Corridor and Trans-Caspian International Transport Route are one name" in told
    (made,) = [row for row in listed(own, "--known") if row["confirmed_by"]]
    assert (made["known"], made["confirmed_by"], made["reason"]) == (True, "ada", "usage")
    assert "confirmed" in own("aliases").stdout
    assert confirm(own, *reversed(CORRIDOR)).stdout.startswith("Nothing changed")
    (judged,) = [
        json.loads(line)
        for line in own("judge", "list", "--author", "ada", "--json").stdout.splitlines()
    ]
    assert "are one name" in own("judge", "list", "--author", "ada").stdout
    own("judge", "withdraw", judged["id"], "--reason", "a slip", "--author", "ada")
    assert listed(own) == before


def test_a_confirmation_leaves_the_coverages_as_they_are(own):
    before = own("coverages", "--json").stdout
    confirm(own, *CORRIDOR)
    assert own("coverages", "--json").stdout == before


def test_later_versions_are_linked_under_confirmed_names(own, tmp_path):
    names = (f"The {CORRIDOR[0]}", CORRIDOR[1].replace("the", "The"))
    for name, more, page in zip(names, ("", ", at noon"), ("one.txt", "two.txt"), strict=True):
        (tmp_path / page).write_text(PAGE.format(name=name, more=more), encoding="utf-8")
        own("add", str(tmp_path / page))
        confirm(own, *CORRIDOR)
    lines = own("reports", "--json").stdout.splitlines()
    (two,) = [row for row in map(json.loads, lines) if row["page"].endswith("two.txt")]
    aligned = [json.loads(line) for line in own("compare", two["id"], "--json").stdout.splitlines()]
    words = {row["told"][0]["sentences"][0]["text"].split()[-3]: row["kind"] for row in aligned}
    assert words["goods"] == "same"


@pytest.mark.parametrize("names", [("TTP", "the T.T.P."), ("", "TTP")])
def test_two_names_are_needed(own, names):
    assert "E405" in confirm(own, *names, code=2).stderr


@pytest.mark.parametrize("names", [("Middle Corridor", "Xyzzy Road"), ("Foo Pact", "Bar Pact")])
def test_names_that_stand_in_no_report_are_refused(own, names):
    before = listed(own)
    told = confirm(own, *names, code=2).stderr
    assert "E405" in told
    assert "stands in no report" in told
    assert listed(own) == before


def test_every_pair_cites_the_words_of_its_reports(own, tmp_path):
    own("export", "jsonl", str(tmp_path / "out"))
    lines = (tmp_path / "out" / "aliases.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows == listed(own)
    for row in rows:
        assert {piece["report_id"] for piece in row["evidence"]} == set(row["report_ids"])
        assert row["known"] == (len(row["coverage_ids"]) > 1)
