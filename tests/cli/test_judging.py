"""`communique judge` and `communique history`, as a user acts."""

import json
import shutil
from pathlib import Path

import pytest

from communique.cli.app import judgements
from communique.register import Register
from communique.register.judging import bridge


class User:
    """Acts on a register of her own; every judgement has a reason and an author."""

    def __init__(self, run, register: Path) -> None:
        self._run, self.register = run, register

    def __call__(self, *args: str, code: int = 0):
        result = self._run(*args, register=self.register)
        assert result.exit_code == code, result.output
        return result

    def judge(self, *args: str, reason: str = "seen by eye", author: str = "ada", code: int = 0):
        return self("judge", *args, "--reason", reason, "--author", author, code=code)

    def judged(self, *args: str):
        return json.loads(self.judge(*args, "--json").stdout)

    def listed(self, *args: str):
        return [json.loads(line) for line in self(*args, "--json").stdout.splitlines()]

    def groups(self):
        return sorted(tuple(sorted(row["report_ids"])) for row in self.listed("coverages"))

    def state(self):
        return [self(kind, "--json").stdout for kind in ("reports", "coverages", "events")]

    def past(self, record_id: str):
        return self.listed("history", record_id)[0]


@pytest.fixture
def user(filled, tmp_path) -> User:
    return User(filled, Path(shutil.copy(filled.register, tmp_path / "own.db")))


@pytest.fixture
def big(user):
    """The coverage of the three reports from Warsaw."""
    return max(user.listed("coverages"), key=lambda row: len(row["report_ids"]))


@pytest.fixture
def others(user, big):
    return [row["id"] for row in user.listed("coverages") if row["id"] != big["id"]]


@pytest.mark.parametrize("command", [command.name for command in judgements.registered_commands])
def test_every_judgement_gives_an_example(filled, command):
    result = filled("judge", command, "--help")
    assert result.exit_code == 0
    assert f"Example: communique judge {command}" in result.stdout


def test_a_split_tells_before_and_after_and_can_be_taken_back(user, big):
    before, first = user.state(), big["report_ids"][0]
    told = user.judge("split", first[:11]).stdout
    assert f"{first[:11]} stands by itself" in told
    assert "Before: 1 coverage, " in told
    assert "After: 2 coverages, " in told
    assert f"  {big['id'][:11]}  3 reports, " in told
    assert f"  {big['id'][:11]}  2 reports, " in told
    assert (first,) in user.groups()
    (made,) = user.listed("judge", "list", "--author", "ada")
    assert (made["left"], made["reason"]) == (first, "seen by eye")
    assert "Withdrawn" in user.judge("withdraw", made["id"][:8]).stdout
    assert user.state() == before
    assert user.listed("judge", "list", "--author", "ada") == []
    assert "was withdrawn before" in user.judge("withdraw", made["id"]).stdout


def test_a_merge_of_coverages_joins_all_their_reports(user, big, others):
    made = user.judged("merge", big["id"][:9], others[0])
    assert made["changed"]
    assert {row["id"] for row in made["before"]} == {big["id"], others[0]}
    (after,) = made["after"]
    assert after["id"] == others[0]
    assert set(big["report_ids"]) < set(after["report_ids"])
    events = [row for row in user.listed("events") if row["coverage_id"] == others[0]]
    assert after["events"] == len(events) > 0
    assert "E402" in user.judge("merge", big["id"], others[1], code=1).stderr


def test_same_and_different_of_reports(user, big, others):
    one, other = big["report_ids"][0], user.listed("compare", others[0])[0]["told"][0]["report_id"]
    assert len(user.judged("same", one, other)["after"]) == 1
    assert len(user.judged("different", one, other)["after"]) == 2
    assert (one,) in user.groups()
    assert len(user.judged("same", one, other)["after"]) == 1


def test_judging_what_stands_already_changes_nothing(user, big):
    one, other, third = big["report_ids"]
    same = user.judge("same", one, other)
    assert "Nothing changed: " in same.stdout
    assert "one happening already" in same.stdout
    assert "As before: 1 coverage" in same.stdout
    assert user.listed("judge", "list", "--author", "ada") == []
    user.judge("merge", one, big["id"])
    user.judge("different", one, other)
    for again in (("different", one, other), ("different", other, one), ("split", one)):
        assert not user.judged(*again)["changed"]
    assert len(user.listed("judge", "list", "--author", "ada")) == 1
    assert user.judged("different", one, third)["changed"]  # apart, but nobody had said so


def test_the_newest_judgement_is_listed_first(user, big):
    one, other, _ = big["report_ids"]
    for verdict in (("split", one), ("same", one, other)):
        user.judge(*verdict)
    whole = user.listed("judge", "list")
    assert [row["kind"] for row in whole[:2]] == ["same_happening", "different_happening"]
    assert {row["author"] for row in whole[2:]} == {"machine"}
    shown = user("judge", "list", "--author", "ada").stdout.splitlines()
    assert shown[0].split("\t") == ["judgement", "at", "author", "what", "reason"]
    assert f"{one[:11]} and {other[:11]} are one happening\tseen by eye" in shown[1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"reason": " \n"}, "no reason"),
        ({"author": " "}, "nobody is named"),
        ({"author": "Machine"}, "Machine cannot be its author"),
    ],
)
def test_a_judgement_needs_a_reason_and_a_person(user, big, options, words):
    before = user.state()
    for asked in (("split", big["report_ids"][0]), ("withdraw", "jd-1")):
        told = user.judge(*asked, code=2, **options)
        assert "E405" in told.stderr
        assert words in told.stderr
    assert user.state() == before


def test_what_cannot_be_judged_is_told(user, big):
    one = big["report_ids"][0]
    assert "given twice" in user.judge("same", one, one, code=2).stderr
    assert "is a coverage" in user.judge("same", one, big["id"], code=2).stderr
    assert "E402" in user.judge("same", one, "rp-none", code=1).stderr
    assert "E402" in user.judge("withdraw", "jd-none", code=1).stderr
    (placed,) = [row for row in user.listed("judge", "list") if row["left"] == one]
    told = user.judge("withdraw", placed["id"], code=2).stderr
    assert "is the machine's" in told
    assert "Missing option" in user("judge", "split", one, code=2).stderr


@pytest.mark.parametrize(
    "command", [("judge", "split", "rp-1", "--reason", "x"), ("judge", "list"), ("history", "rp-1")]
)
def test_no_register_is_made(filled, tmp_path, command):
    told = filled(*command, register=tmp_path / "none.db")
    assert (told.exit_code, "E301" in told.stderr) == (1, True)
    assert not list(tmp_path.iterdir())


def test_the_author_is_who_is_logged_in(user, big, monkeypatch):
    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", lambda: "grace")
    user("judge", "split", big["report_ids"][0], "--reason", "x")
    assert user.listed("judge", "list")[0]["author"] == "grace"
    monkeypatch.setattr("getpass.getuser", nobody)
    told = user("judge", "split", big["report_ids"][1], "--reason", "x", code=2).stderr
    assert "Say who judges" in told


def test_words_that_would_steer_a_terminal_are_not_kept(user, big):
    user.judge("split", big["report_ids"][0], reason="two\n\x1b[31mvisits")
    assert user.listed("judge", "list")[0]["reason"] == "two �[31mvisits"


def test_the_history_of_a_coverage_that_was_merged_away(user, big, others):
    user.judge("merge", big["id"], others[0], reason="one visit")
    past = user.past(big["id"][:9])
    assert (past["stands"], past["coverage_ids"]) == (False, [others[0]])
    whats = [entry["what"] for entry in past["entries"]]
    assert whats[:3] == ["judged"] * 3
    assert "3 reports" in next(e["says"] for e in past["entries"] if e["what"] == "asserted")
    judged = next(entry for entry in past["entries"] if entry["by"] == "ada")
    assert (judged["stage"], judged["reason"]) == ("judge", "one visit")
    assert whats.index("withdrawn") > past["entries"].index(judged)
    shown = user("history", big["id"]).stdout
    assert f"Its reports are in {others[0]} now." in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_history_of_a_report_tells_who_moved_it_and_who_took_that_back(user, big):
    one = big["report_ids"][0]
    user.judge("split", one, reason="another visit")
    (made,) = user.listed("judge", "list", "--author", "ada")
    user.judge("withdraw", made["id"], reason="a slip", author="bob")
    past = user.past(one)
    assert (past["stands"], past["coverage_ids"]) == (True, [big["id"]])
    told = [(e["what"], e["by"], e["reason"]) for e in past["entries"] if e["about"] == made["id"]]
    assert told == [("judged", "ada", "another visit"), ("judgement withdrawn", "bob", "a slip")]
    first, second, third = past["entries"][:3]
    assert (first["what"], first["stage"], first["about"]) == ("asserted", "split", one)
    assert "statements" in second["says"]
    assert (third["stage"], third["by"]) == ("group", "machine")
    by_judgement = user.past(made["id"][:9])
    assert [e["what"] for e in by_judgement["entries"]] == ["judged", "judgement withdrawn"]
    assert not by_judgement["stands"]


def test_the_history_of_an_event_and_of_a_page(user, big, others):
    event = next(row for row in user.listed("events") if row["coverage_id"] == big["id"])
    user.judge("merge", big["id"], others[0])
    past = user.past(event["id"])
    assert past["entries"][0]["what"] == "asserted"
    assert event["type"] in past["entries"][0]["says"]
    page = next(row["page_id"] for row in user.listed("reports") if row["id"] in big["report_ids"])
    read = user.past(page)
    assert read["stands"]
    assert {"read", "asserted"} == {e["what"] for e in read["entries"]}
    assert any("seen as" in e["reason"] for e in read["entries"])
    assert "E402" in user("history", "cv-none", code=1).stderr


def test_coverages_that_may_be_one_are_listed_until_a_person_judges(user, big, others):
    held = {row["id"]: row["report_ids"][0] for row in user.listed("coverages")}
    with Register.open(user.register) as register:
        run = register.begin_run("test", {})
        with register.write(run) as writer:
            writer.judge([bridge(held[big["id"]], held[others[0]], 0.2, "a report ties to both")])
    told = user("coverages").stdout
    assert f"may be one with {big['id'][:11]}" in told
    assert f"may be one with {others[0][:11]}" in told
    assert "may be one with" in user("judge", "list", "--author", "machine").stdout
    (made,) = (row for row in user.listed("judge", "list") if row["kind"] == "bridge")
    assert (made["score"], made["author"]) == (0.2, "machine")
    assert "may be one" in user("history", made["id"]).stdout
    user.judge("different", held[big["id"]], held[others[0]])
    assert "may be one with" not in user("coverages").stdout
    assert not any(row["kind"] == "bridge" for row in user.listed("judge", "list"))
