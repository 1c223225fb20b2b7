"""Imported persons beside the bundled table: one look-up, one person under any of her names."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from communique.types.parties import Profile, Tenure
from communique.vocab.holders import Holders, holders
from communique.vocab.profiles import holders_of

POST = Tenure(title="Minister of Fisheries", iso3="PER", since="2023-01-10", until="2024-06-30")


def profile(name: str = "Ana Quispe", key: str = "p1", source: str = "made", **more) -> Profile:
    return Profile(id=f"pf-{source}-{key}", source=source, key=key, name=name, **more)


def test_a_tenure_holds_between_its_dates() -> None:
    (row,) = holders_of([profile(tenures=(POST,))])
    assert (row.iso3, row.title, row.family, row.source) == (
        "PER",
        "Minister of Fisheries",
        "Quispe",
        "made",
    )
    assert row.holds_on("2024-06-29")
    assert not row.holds_on("2024-06-30")
    assert not row.holds_on("2023-01-09")


def test_one_that_ended_nobody_knows_when_is_no_ground_for_a_date() -> None:
    ended = Tenure(title="Minister of Fisheries", iso3="PER", ended=True)
    (row,) = holders_of([profile(tenures=(ended,))])
    assert (row.name, row.title, row.iso3) == ("Ana Quispe", "", "PER")
    assert not row.holds_on("2024-01-01")


def test_nobody_holds_an_office_after_death() -> None:
    held = Tenure(title="Judge", iso3="PER", since="2001")
    (row,) = holders_of([profile(tenures=(held,), died="2005-03-01")])
    assert row.holds_on("2005-02-01")
    assert not row.holds_on("2006-02-01")


def test_one_of_the_table_keeps_the_name_of_the_table() -> None:
    alias = profile("Ilham Heydar oglu Aliyev", aliases=("Aliyev Ilham",), states=("AZE",))
    table = Holders(holders_of([alias]))
    assert {row.name for row in table.find("Ilham Heydar oglu Aliyev")} == {"Ilham Aliyev"}
    assert "head_of_state" in {row.office for row in table.find("Ilham Heydar oglu Aliyev")}
    assert {row.person for row in table.find("Ilham Aliyev")} == {""}


def test_a_namesake_of_another_state_is_somebody_else() -> None:
    other = profile("Ilham Aliyev", states=("KEN",))
    table = Holders(holders_of([other]))
    assert len({row.person for row in table.find("Ilham Aliyev")}) == 2


def test_two_lists_that_share_a_full_name_and_a_state_tell_of_one_person() -> None:
    one = profile(aliases=("Ana María Quispe",), states=("PER",), born="1970-05-01")
    other = profile("Ana Maria Quispe", "Q1", "other", states=("PER",), born="1970")
    third = profile("Ana María Quispe", "Q2", "other", states=("PER",), born="1951")
    assert len({row.person for row in holders_of([one, other])}) == 1
    assert len({row.person for row in holders_of([one, other, third])}) == 2


def test_given_names_states_and_short_words_never_stand_alone() -> None:
    aliases = ("Maria", "Peru", "Ana", "Pelusa")
    (row,) = holders_of([profile(aliases=aliases, tenures=(POST,))])
    assert row.variants == ("Pelusa",)
    assert set(row.weak) == {"Maria", "Peru", "Ana"}


def test_family_names_by_what_the_list_says_else_by_the_usage_of_the_state() -> None:
    rows = {
        row.name: (row.family, row.name_order)
        for row in holders_of(
            [
                profile("Kos Ana", "1", family="Kos"),
                profile("Zhang Min", "2", states=("CHN",)),
                profile("Ada von der Aue", "3"),
                profile("Abebe Kebede", "4", states=("ETH",)),
                profile("Joe Doe Jr.", "5"),
            ]
        )
    }
    assert rows == {
        "Kos Ana": ("Kos", "family_first"),
        "Zhang Min": ("Zhang", "family_first"),
        "Ada von der Aue": ("von der Aue", "given_first"),
        "Abebe Kebede": ("Abebe", "given_first"),
        "Joe Doe Jr.": ("Doe", "given_first"),
    }


def test_worker_processes_get_the_further_rows_alone() -> None:
    table = Holders(holders_of([profile(tenures=(POST,))]))
    sent = pickle.dumps(table)
    assert len(sent) < 2000
    assert pickle.loads(sent).find("Ana Quispe") == table.find("Ana Quispe") != ()


PROFILES = st.lists(
    st.builds(
        profile,
        name=st.sampled_from(["Ana Quispe", "Luz Rojas", "Ilham Aliyev", "Pelusa", "Xi Jinping"]),
        key=st.sampled_from("abc"),
        source=st.sampled_from("xy"),
        states=st.sampled_from([(), ("PER",), ("AZE",), ("PER", "AZE")]),
        born=st.sampled_from([None, "1970", "1980-01-01"]),
    ),
    unique_by=lambda each: each.id,
)


@given(PROFILES, st.randoms())
def test_rows_do_not_depend_on_the_order_of_profiles(profiles, dice) -> None:
    rows = holders_of(profiles)
    dice.shuffle(profiles)
    assert holders_of(profiles) == rows


@given(PROFILES)
def test_no_import_takes_a_row_from_the_table(profiles) -> None:
    table = Holders(holders_of(profiles))
    for row in (row for row in holders() if row.iso3 in ("AZE", "CHN")):
        assert row in table.find(row.name)
