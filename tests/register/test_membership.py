"""Which coverage a report belongs to, from judgements alone."""

from hypothesis import given
from hypothesis import strategies as st
from register_samples import apart, same

from communique.register import coverage_of, membership
from communique.register.membership import kept_apart, parted_coverage

REPORTS = [f"rp-{number}" for number in range(6)]


def groups(judgements):
    homes = membership(judgements)
    return {frozenset(one for one in homes if homes[one] == home) for home in homes.values()}


def test_a_founder_and_its_followers():
    homes = membership([same("rp-1", coverage_of("rp-1")), same("rp-2", "rp-1")])
    assert homes == dict.fromkeys(["rp-1", "rp-2"], coverage_of("rp-1"))


def test_a_report_named_on_the_right_founds():
    assert membership([same("rp-2", "rp-1")]) == dict.fromkeys(
        ["rp-2", "rp-1"], coverage_of("rp-1")
    )


def test_coverages_join_as_a_whole():
    judgements = [same("rp-2", "rp-1"), same("rp-4", "rp-3"), same("rp-2", "rp-4", "ada")]
    assert groups(judgements) == {frozenset(REPORTS[1:5])}
    assert set(membership(judgements).values()) == {coverage_of("rp-3")}


def test_a_founder_can_be_parted_and_joined_to_another():
    judgements = [same("rp-2", "rp-1"), same("rp-3", "rp-3"), apart("rp-1", "rp-2")]
    assert groups(judgements) == {frozenset({one}) for one in ("rp-1", "rp-2", "rp-3")}
    judgements.append(same("rp-1", "rp-3", "ada"))
    assert groups(judgements) == {frozenset({"rp-1", "rp-3"}), frozenset({"rp-2"})}


def test_a_person_is_heard_after_the_machine():
    decided = apart("rp-2", "rp-1")
    assert groups([decided, same("rp-2", "rp-1")]) == groups([same("rp-2", "rp-1"), decided])
    assert len(groups([decided, same("rp-2", "rp-1")])) == 2


def test_parting_what_is_apart_moves_nothing():
    judgements = [same("rp-2", "rp-1"), same("rp-3", coverage_of("rp-3"))]
    assert membership([*judgements, apart("rp-3", "rp-1")]) == membership(judgements)


def test_a_report_apart_from_itself_stands_by_itself():
    judgements = [same("rp-2", "rp-1"), same("rp-3", "rp-1")]
    alone = apart("rp-1", "rp-1")
    assert groups([*judgements, alone]) == {frozenset({"rp-1"}), frozenset({"rp-2", "rp-3"})}
    assert membership([*judgements, alone])["rp-1"] == parted_coverage(alone)
    # It stays so where what had brought it together is taken back, and where nothing placed it.
    joined = same("rp-1", "rp-4", author="ada")
    assert groups([*judgements, joined, alone]) >= {frozenset({"rp-1"})}
    assert groups([alone]) == {frozenset({"rp-1"})}


def test_who_is_kept_apart_is_so_both_ways():
    judgements = [apart("rp-1", "rp-2"), apart("rp-3", "rp-3"), same("rp-1", "rp-4")]
    assert kept_apart(judgements) == {"rp-1": {"rp-2"}, "rp-2": {"rp-1"}}


pairs = st.tuples(st.sampled_from(REPORTS), st.sampled_from(REPORTS))


@given(st.lists(pairs))
def test_same_alone_makes_the_connected_groups(edges):
    expected = {one: {one} for edge in edges for one in edge}
    for left, right in edges:
        joined = expected[left] | expected[right]
        for one in joined:
            expected[one] = joined
    assert groups(same(*edge) for edge in edges) == {frozenset(one) for one in expected.values()}


@given(st.lists(pairs), pairs)
def test_the_last_word_of_a_person_holds(edges, last):
    made = [same(*edge, author="ada") for edge in edges]
    left, right = last
    if left != right:
        homes = membership([*made, apart(left, right)])
        assert homes.get(left) is None or homes.get(left) != homes.get(right)
    homes = membership([*made, same(left, right, author="bob")])
    assert homes[left] == homes[right]
