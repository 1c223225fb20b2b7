"""Many records at once are those that are given one by one."""

import pytest
from register_samples import fill

from communique.register import Register


@pytest.fixture(scope="module")
def view():
    with Register.in_memory() as register:
        fill(register, range(12))
        with register.read() as opened:
            yield opened


def test_what_reports_tell_is_what_each_tells(view):
    ids = [report.id for report in view.reports()]
    found = {one: view.folded_findings(one) for one in ids}
    told = [each for each in view.statements_in(ids) if each.report_id in ids]
    assert sorted(each.id for each in told) == sorted(
        each.id for one in found.values() for each in one.statements
    )
    assert view.mentions_in(ids) == {one: found[one].mentions for one in ids}
    assert list(view.positions_in(ids)) == []
    assert list(view.statements_in([])) == []


def test_coverages_come_in_the_order_asked_for(view):
    ids = [each.id for each in view.coverages()][::-1]
    assert [each.id for each in view.coverages_by_id([*ids, "cv-none"])] == ids


def test_actors_and_their_states(view):
    (actor,) = {each.id: each for each in view.actors()}.values()
    (found,) = view.actors_by_id([actor.id, "ac-none"])
    assert (found.id, found.name) == (actor.id, actor.name)
    assert view.actor_states() == {}


def test_pages_have_names_and_addresses(view):
    pages = {page.id: page for page in view.pages()}
    assert view.pages_named(pages) == {
        one: (view.names(one)[0], page.address) for one, page in pages.items()
    }
