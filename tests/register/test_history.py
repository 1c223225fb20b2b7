"""What a register tells of the past of a thing."""

from dataclasses import replace

import pytest
from register_samples import apart, fill, page, read, same

from communique.errors import CommuniqueError
from communique.register import MACHINE, Register


@pytest.fixture
def register():
    with Register.in_memory() as opened:
        fill(opened, range(8))
        yield opened


def past(register, record_id):
    with register.read() as view:
        return view.past(record_id)


def test_what_was_read_differently_is_told_in_order(register):
    report, findings = read(page(0))
    fill(register, range(4), plan="2")
    statement = past(register, findings.statements[0].id)
    whats = [(one.what, one.record.cue is None) for one in statement.entries]
    assert whats == [("asserted", False), ("asserted", True), ("withdrawn", False)]
    assert statement.stands
    counted = [(one.what, one.counted) for one in past(register, report.id).entries if one.counted]
    assert counted[0][0] == "asserted"
    assert ("asserted", (("found_relation", 1),)) in counted
    assert ("withdrawn", (("found_relation", 1),)) in counted
    assert ("withdrawn", (("found_event", 1),)) not in counted
    gone = past(register, findings.relations[0].id)
    assert (gone.stands, gone.entries[-1].reason) == (False, "not made under plan 2")


def test_a_coverage_that_was_merged_away_says_where_its_reports_are(register):
    with register.read() as view:
        homes = sorted(set(view.membership().values()))
    assert len(homes) == 2
    joined = same(*homes, author="ada")
    with register.write(register.begin_run("test", {}, author="ada")) as writer:
        writer.judge([joined])
    fill(register, range(0))
    found = past(register, homes[0])
    assert (found.stands, found.homes) == (False, (homes[1],))
    assert joined in [one.record for one in found.entries]
    kept = past(register, homes[1])
    assert (kept.stands, kept.homes) == (True, (homes[1],))
    sizes = [
        len(one.record.report_ids) for one in kept.entries if one.what == "asserted" and one.record
    ]
    assert sizes == [4, 8]


def test_a_judgement_of_its_reports_is_of_a_coverage_too(register):
    one, other = (read(page(number))[0].id for number in (0, 1))
    with register.read() as view:
        home = view.coverage_of(one)
    made = replace(apart(one, other), at="2024-07-04")
    with register.write(register.begin_run("test", {}, author="ada")) as writer:
        writer.judge([made])
    with register.write(register.begin_run("test", {}, author="bob")) as writer:
        writer.withdraw_judgement(made.id, "a slip")
    for about in (one, other, home, made.id):
        found = [each for each in past(register, about).entries if each.about == made.id]
        assert [(each.what, each.by, each.reason) for each in found] == [
            ("judged", "ada", ""),
            ("judgement withdrawn", "bob", "a slip"),
        ]
    assert not past(register, made.id).stands
    assert all(each.by == MACHINE for each in past(register, page(0).id).entries)
    third = read(page(2))[0].id
    assert made.id not in [each.about for each in past(register, third).entries]


def test_a_page_tells_its_names_plans_and_reports(register):
    with register.write(register.begin_run("test", {})) as writer:
        writer.add_page(replace(page(0), name="copy.txt"), "1")
    found = past(register, page(0).id[:9])
    assert [one.reason for one in found.entries if one.what == "read"] == [
        "seen as 0.txt",
        "done under plan 1",
        "seen as copy.txt",
    ]
    assert {type(one.record).__name__ for one in found.entries if one.record} == {"Report", "Fault"}


@pytest.mark.parametrize("prefix", ["", "pg-", "rp-none", "jd-none", "%"])
def test_an_unknown_or_ambiguous_id_is_told(register, prefix):
    with pytest.raises(CommuniqueError, match="E406" if prefix == "pg-" else "E402"):
        past(register, prefix)
