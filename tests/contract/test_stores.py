"""What every store must do, whichever database is behind it; a new one is added in conftest."""

from dataclasses import replace

import pytest
from register_samples import (
    add,
    apart,
    contents,
    coverage_of,
    failed,
    fill,
    group,
    merge,
    page,
    read,
    rows,
    same,
)
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from communique.errors import CommuniqueError
from communique.register.schema import metadata


def test_what_is_written_is_read_back(register):
    fill(register, range(1))
    whole = page(0)
    report, findings = read(whole)
    with register.read() as view:
        assert view.page(whole.id) == whole
        assert view.names(whole.id) == ("0.txt",)
        assert view.report(report.id[:10]) == report
        assert view.reports_of(whole.id) == (report,)
        assert view.findings(report.id) == findings
        assert view.statement(findings.statements[0].id) == findings.statements[0]
        home = view.coverage_of(report.id)
        assert home == coverage_of(report.id)
        assert view.coverage(home).report_ids == (report.id,)
        assert [view.event(event.id) for event in view.merged(home).events] == list(view.events())
        assert next(view.faults()).code == "E201"
        assert view.done([whole.id, "pg-none"], "1") == {whole.id}


def test_the_same_pages_twice_add_no_row(register):
    fill(register, range(9))
    before = rows(register)
    assert all(before[name] for name in before if "standings" not in name)
    fill(register, range(9))
    assert rows(register) == before


def test_every_assertion_knows_its_maker(register):
    fill(register, range(1))
    with register.read() as view:
        run = view.runs()[0]
        assert run.finished
        (made,) = view.history(next(view.reports()).id)[:1]
    assert made.provenance.run_id == run.id
    assert (made.provenance.stage, made.provenance.version) == ("split", "1")


def test_another_plan_withdraws_and_the_first_raises_again(register):
    fill(register, range(3), plan="1")
    first = contents(register)
    fill(register, range(3), plan="2")
    with register.read() as view:
        for number in range(3):
            report, findings = read(page(number), "2")
            assert view.findings(report.id) == findings
            assert [one.stands for one in view.history(findings.statements[0].id)] == [False, True]
    fill(register, range(3), plan="1")
    assert contents(register) == first
    grown = rows(register)
    fill(register, range(3), plan="1")
    assert rows(register) == grown


def test_a_report_that_is_no_longer_read_leaves_its_coverage(register):
    fill(register, range(2))
    gone = read(page(1))[0].id
    run = register.begin_run("test", {})
    with register.write(run) as writer:
        assert writer.add_page(page(1), "3")
    fill(register, range(0))
    with register.read() as view:
        assert view.findings(gone).statements == ()
        assert [one.report_ids for one in view.coverages()] == [(read(page(0))[0].id,)]
        assert view.search("outlet 1") == ()
        assert view.stale("m1") == ()


def test_a_coverage_without_members_is_withdrawn(register):
    fill(register, range(1))
    with register.write(register.begin_run("test", {})) as writer:
        writer.add_page(page(0), "3")
    fill(register, range(0))
    with register.read() as view:
        assert list(view.coverages()) == list(view.events()) == []
        assert view.coverage_of(read(page(0))[0].id) is None


def test_a_new_member_makes_a_coverage_stale_until_merged(register):
    fill(register, range(1))
    run = register.begin_run("test", {})
    with register.write(run) as writer:
        add(writer, 1)
        group(writer)
    with register.read() as view:
        (stale,) = view.stale("m1")
        assert set(stale.report_ids) == {read(page(number))[0].id for number in (0, 1)}
    with register.write(run) as writer:
        assert writer.derive(stale, *merge(stale))
        assert writer.view.stale("m1") == ()
        assert [one.id for one in writer.view.stale("m2")] == [stale.id]


def test_what_was_merged_from_old_members_is_refused(register):
    fill(register, range(1))
    run = register.begin_run("test", {})
    with register.read() as view:
        (before,) = view.stale("m2")
    with register.write(run) as writer:
        add(writer, 1)
        group(writer)
    with register.write(run) as writer:
        assert not writer.derive(before, *merge(before))
    with register.read() as view:
        (now,) = view.stale("m2")
        assert len(now.report_ids) == 2


def test_a_change_elsewhere_does_not_refuse_a_merge(register):
    fill(register, range(1))
    run = register.begin_run("test", {})
    with register.read() as view:
        (before,) = view.stale("m2")
    with register.write(run) as writer:
        add(writer, 7)
        group(writer)
    with register.write(run) as writer:
        assert writer.derive(before, *merge(before))


def test_merged_records_of_another_coverage_are_refused(register):
    fill(register, range(8))
    with register.read() as view:
        first, second = view.stale("m2")
    run = register.begin_run("test", {})
    with register.write(run) as writer, pytest.raises(ValueError, match="is not of coverage"):
        writer.derive(first, *merge(second))


def test_judgements_are_undone_by_taking_them_back(register):
    fill(register, range(8))
    before = contents(register)
    with register.read() as view:
        first, second = sorted(set(view.membership().values()))
    run = register.begin_run("test", {})
    joined = same(first, second, author="ada")
    with register.write(run) as writer:
        writer.judge([joined])
        assert set(writer.view.membership().values()) == {second}
    fill(register, range(0))
    with register.read() as view:
        assert [len(one.report_ids) for one in view.coverages()] == [8]
    with register.write(run) as writer:
        writer.withdraw_judgement(joined.id, "a mistake")
    fill(register, range(0))
    assert contents(register) == before
    with register.write(run) as writer:
        writer.judge([joined])
        assert set(writer.view.membership().values()) == {second}
        with pytest.raises(CommuniqueError, match="E402"):
            writer.withdraw_judgement("jd-none", "")


def test_a_person_can_part_two_reports(register):
    fill(register, range(4))
    one, other = (read(page(number))[0].id for number in (0, 1))
    with register.write(register.begin_run("test", {})) as writer:
        writer.judge([apart(one, other)])
    fill(register, range(4))
    with register.read() as view:
        assert view.coverage_of(one) != view.coverage_of(other)
        assert sorted(len(each.report_ids) for each in view.coverages()) == [1, 3]


def test_faults_stand_until_the_page_can_be_read(register):
    run = register.begin_run("test", {})
    for _ in range(2):
        with register.write(run) as writer:
            writer.add_faults([failed(1), failed(2)])
    with register.read() as view:
        assert {fault.page for fault in view.faults()} == {"1.txt", "2.txt"}
    fill(register, range(1, 2))
    with register.read() as view:
        assert [fault.page for fault in view.faults()] == ["2.txt"]
    with register.write(run) as writer:
        writer.add_faults([failed(1)])
        writer.sight(page(1))
        assert [fault.page for fault in writer.view.faults()] == ["2.txt"]


def test_a_page_under_another_name_is_one_page(register):
    fill(register, range(1))
    before = rows(register)
    with register.write(register.begin_run("test", {})) as writer:
        assert not writer.add_page(replace(page(0), name="copy.txt"), "1")
    with register.read() as view:
        assert view.names(page(0).id) == ("0.txt", "copy.txt")
    assert rows(register) == before | {"sightings": before["sightings"] + 1}


def test_a_failing_transaction_leaves_nothing(register):
    run = register.begin_run("test", {})

    def fail() -> None:
        with register.write(run) as writer:
            add(writer, 1)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert sum(rows(register).values()) == 0


def test_actors_are_united_over_reports(register):
    fill(register, range(4))
    with register.read() as view:
        (actor,) = view.actors()
        assert view.actor(actor.id[:8]) == actor
        assert view.counts()["actor"] == 1
    assert len(actor.roles) == 1
    assert len(actor.evidence) == len(actor.roles[0].evidence) == 4


def test_words_lead_to_the_assertions_that_cite_them(register):
    fill(register, range(1))
    report, findings = read(page(0))
    span = findings.relations[0].evidence[0].span
    with register.read() as view:
        found = view.citing(report.id, span.start + 1, span.start + 2)
        assert [one.record for one in found] == list(findings.relations)
        assert view.citing(report.id, span.end, span.end + 9) == ()


def test_records_come_in_the_order_of_ids(register):
    fill(register, range(12))
    with register.read() as view:
        for records in (view.reports(), view.statements(), view.events(), view.coverages()):
            ids = [record.id for record in records]
            assert ids
            assert ids == sorted(ids)
        assert view.counts()["page"] == view.counts()["report"] == 12


def test_an_unknown_or_ambiguous_id_is_told(register):
    fill(register, range(8))
    with register.read() as view:
        for prefix in ("rp-", "rp-none", "", "%", "_"):
            with pytest.raises(CommuniqueError, match="E406" if prefix == "rp-" else "E402"):
                view.report(prefix)
        with pytest.raises(CommuniqueError, match="E406"):
            view.page("pg")


def test_rows_cannot_be_changed(register):
    fill(register, range(1))
    names = inspect(register._engine).get_table_names()
    assert "assertions" in names
    for name in set(metadata.tables) - {"standings", "judgement_standings"}:
        with register._engine.begin() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.execute(text(f"DELETE FROM {name}"))
