from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.types.record import EventDate
from communique.types.visit import Visit
from communique.visits import join_visits


def on(day):
    return EventDate(value=day, precision="day", stated=True)


def visit(first, last=None, **changes):
    made = Visit(
        id=f"vs-{first}",
        traveller="ac-1",
        rank="head_of_state",
        title="President",
        iso3="KEN",
        to="POL",
        place=None,
        first=on(first) if first else None,
        last=on(last) if last else None,
        status="done",
        coverage_ids=(f"cv-{first}",),
    )
    return replace(made, **changes)


def test_adjoining_days_are_one_visit():
    (joined,) = join_visits([visit("2024-05-13"), visit("2024-05-14", status="under way")])
    assert joined.first == on("2024-05-13")
    assert joined.status == "done"
    assert joined.coverage_ids == ("cv-2024-05-13", "cv-2024-05-14")


def test_days_apart_other_states_and_other_travellers_are_not():
    first = visit("2024-05-13")
    for other in (
        visit("2024-05-16"),
        visit("2024-05-13", to="CZE"),
        visit("2024-05-13", traveller="ac-2"),
        visit(None),
    ):
        assert len(join_visits([first, other])) == 2


def test_what_lies_within_the_days_of_a_longer_one_belongs_to_it():
    long = visit("2024-05-10", "2024-05-15")
    assert len(join_visits([visit("2024-05-14"), long, visit("2024-05-16")])) == 1


def test_a_plan_that_came_true_is_done_and_one_called_off_cancelled():
    plan = visit("2024-05-13", status="planned")
    assert join_visits([plan, visit("2024-05-13")])[0].status == "done"
    assert join_visits([plan, visit("2024-05-13", status="cancelled")])[0].status == "cancelled"


@given(st.lists(st.integers(1, 28), min_size=1, max_size=8).flatmap(
    lambda days: st.tuples(st.just(days), st.permutations(days))))  # fmt: skip
def test_the_order_of_tellings_does_not_matter(pair):
    one, other = (join_visits([visit(f"2024-05-{day:02}") for day in days]) for days in pair)
    assert [(v.id, v.first) for v in one] == [(v.id, v.first) for v in other]
