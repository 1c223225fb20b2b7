"""Which reports are one account, and whose: invented reports of two sides and of a third."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_reports import named_report

from communique.align import align, copies, origins
from communique.align.bodies import named_states, official_state
from communique.align.runs import shared_runs
from communique.align.sides import scene, voice
from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.types.coverage import Origin
from communique.types.text import Credit, Page, Passage, Report, ReportKind, Span

from .test_align import COPY, OTHER_SIDE, WIRE

KENYAN = """\
On Monday, President William Ruto received the President of Finland, Alexander Stubb, at the \
State House.
President Ruto recalled that Kenya was the first country in the region to host a Finnish school.
The two sides exchanged views on forestry and on the waters of Lake Victoria."""
FINNISH = """\
The President of Finland, Alexander Stubb, met with President Ruto of Kenya in Nairobi today.
He told the host that rules protect small countries best.
Finland will send twenty foresters to Eldoret next spring."""
BOTH = f"{KENYAN}\n{FINNISH}"
WIRED = """\
Kenya and Finland will train foresters together, {source}.
The plan follows a meeting of the two presidents in Nairobi.
It would cost three million euros a year and begin in the spring near Eldoret."""


def told(
    name: str,
    text: str,
    *,
    kind: ReportKind = "news",
    agency: str | None = None,
    outlet: str | None = None,
    headline: str | None = None,
) -> Report:
    made = replace(named_report(name, text, agency), kind=kind)
    if headline:
        title = Passage(span=Span(start=0, end=len(headline)), text=headline)
        made = replace(made, headline=title)
    return replace(made, outlet=Credit(name=outlet, stated=True)) if outlet else made


def found(*reports: Report) -> tuple[Origin, ...]:
    return origins(reports, align(reports), copies(reports))


def parts(*reports: Report) -> list[tuple[str, ...]]:
    return [origin.report_ids for origin in found(*reports)]


def whose(*reports: Report) -> list[tuple[str, str | None]]:
    return [(origin.stance, origin.side) for origin in found(*reports)]


WIRE_REPORT, COPY_REPORT = named_report("wire", WIRE), named_report("copy", COPY)
OTHER_REPORT = named_report("other", OTHER_SIDE)
KENYA = told("kenya", KENYAN, kind="readout")
FINLAND = told("finland", FINNISH, kind="readout")


def test_a_copy_is_one_origin_and_the_other_side_another() -> None:
    assert parts(WIRE_REPORT, OTHER_REPORT, COPY_REPORT) == [("wire", "copy"), ("other",)]


def test_the_same_agency_is_one_origin() -> None:
    (one,) = found(
        named_report("wire", WIRE, "Agence X"), named_report("other", OTHER_SIDE, "Agence X")
    )
    assert (one.name, one.report_ids) == ("Agence X", ("wire", "other"))
    assert "credit Agence X" in one.reason


def test_ten_papers_with_one_wire_are_one_account_of_no_side() -> None:
    papers = [told(f"p{n}", WIRE, agency="Reuters", outlet=f"Paper {n}") for n in range(10)]
    (one,) = found(*papers)
    assert len(one.report_ids) == 10
    assert (one.stance, one.side) == ("third party", None)
    assert "and 42 pairs more" in one.reason


def test_a_paper_whose_lede_names_the_agency_carries_its_account() -> None:
    wire = told("wire", WIRE, agency="Kyodo")
    paper = told("paper", WIRED.format(source="Kyodo reported"))
    assert parts(wire, paper) == [("wire", "paper")]


def test_a_common_quotation_makes_no_common_origin() -> None:
    quoted = "“We will plant ten million trees along the river before the decade is over,” "
    a = named_report("a", f"{quoted}Ruto said.\nHe spoke in Nairobi.")
    b = named_report("b", f"{quoted}the Kenyan leader told reporters.\nHis guest listened.")
    assert copies([a, b])
    assert parts(a, b) == [("a",), ("b",)]


def test_every_report_has_one_origin_with_a_reason() -> None:
    (one,) = found(WIRE_REPORT)
    assert one.report_ids == ("wire",)
    assert one.reason == "the only report; wire credits nobody"
    assert (one.stance, one.side) == ("unknown", None)


def test_two_sides_and_a_third() -> None:
    third = told("third", WIRE, agency="Reuters")
    assert whose(KENYA, FINLAND, third) == [
        ("party", "KEN"),
        ("party", "FIN"),
        ("third party", None),
    ]


def test_a_readout_copied_by_a_paper_is_its_makers_account() -> None:
    paper = told("paper", KENYAN, agency="Reuters", outlet="Daily Nation")
    (one,) = found(paper, KENYA)
    assert (one.side, one.name) == ("KEN", "Reuters")
    assert "kenya is a readout" in one.reason


def test_a_page_with_both_readouts_does_not_make_them_one() -> None:
    third = told("third", BOTH)
    made = found(KENYA, FINLAND, third)
    assert [origin.side for origin in made] == ["KEN", "FIN"]
    assert sorted(name for origin in made for name in origin.report_ids) == [
        "finland",
        "kenya",
        "third",
    ]


def test_set_phrases_do_not_make_two_sides_readouts_one() -> None:
    phrase = "\nThe two sides agreed to hold the next round of their consultations in the spring."
    kenya = told("kenya", KENYAN + phrase, kind="readout")
    finland = told("finland", FINNISH + phrase, kind="readout")
    shared = shared_runs([kenya, finland], align([kenya, finland]))
    assert shared["kenya", "finland"] >= 0.2
    assert whose(kenya, finland) == [("party", "KEN"), ("party", "FIN")]


def test_one_text_issued_by_both_sides_is_the_parties_account() -> None:
    one = told("one", WIRE, outlet="Ministry of Foreign Affairs of Kenya")
    two = told("two", WIRE, outlet="Ministry for Foreign Affairs of Finland")
    assert whose(one, two) == [("parties", None)]
    assert whose(told("both", WIRE, kind="joint_statement")) == [("parties", None)]


def test_state_media_of_both_sides_with_one_text_are_nobodys_for_certain() -> None:
    text = WIRE.replace("Finland", "China").replace("Helsinki", "Beijing")
    kenyan, chinese = told("a", text, agency="Kenya News Agency"), told("b", text, agency="Xinhua")
    (one,) = found(kenyan, chinese)
    assert (one.stance, one.side) == ("unknown", None)
    assert "Kenya News Agency" in one.reason
    assert "Xinhua" in one.reason


@pytest.mark.parametrize(
    ("agency", "outlet", "stance", "side"),
    [
        ("Kenya News Agency", None, "party", "KEN"),
        (None, "Embassy of Finland in Kenya", "party", "FIN"),
        (None, "Finnish Government", "party", "FIN"),
        ("Xinhua", None, "third party", None),
        ("Reuters", "Ministry of Foreign Affairs of Kenya", "party", "KEN"),
        ("Reuters", "Daily Nation", "third party", None),
        ("STT", None, "unknown", None),
        (None, "Daily Nation", "unknown", None),
        ("Agence X", None, "unknown", None),
        (None, "Ministry of Foreign Affairs", "unknown", None),
    ],
)
def test_credits_tell_whose_account(
    agency: str | None, outlet: str | None, stance: str, side: str | None
) -> None:
    (one,) = found(told("it", WIRE, agency=agency, outlet=outlet))
    assert (one.stance, one.side) == (stance, side)


@pytest.mark.parametrize(
    ("source", "stance", "side"),
    [
        ("according to the Kenyan Foreign Ministry", "party", "KEN"),
        ("Reuters wrote, citing the Finnish government", "party", "FIN"),
        ("Xinhua News Agency reported", "third party", None),
        ("according to a teacher", "unknown", None),
        ("citing what it called old ties", "unknown", None),
    ],
)
def test_the_source_of_the_lede_tells_whose_account(
    source: str, stance: str, side: str | None
) -> None:
    assert whose(told("it", WIRED.format(source=source))) == [(stance, side)]


def test_a_ledes_source_counts_beside_an_agency_that_is_not_known() -> None:
    text = WIRED.format(source="according to the Kenyan Foreign Ministry")
    assert whose(told("it", text, agency="Agence X")) == [("party", "KEN")]


def test_a_report_with_several_sources_is_of_none() -> None:
    text = WIRED.format(source="according to the Kenyan Foreign Ministry")
    more = f"{text}\nThe sum is not fixed, according to the Finnish Foreign Ministry."
    assert whose(told("it", more)) == [("unknown", None)]


def test_a_host_is_not_held_to_be_a_third_party() -> None:
    text = "China and Azerbaijan raised their ties at talks in Astana, Kazakhstan, on Monday."
    made = told("it", text, agency="Kazinform")
    assert scene([made]).parties == {"CHN", "AZE"}
    assert voice(made, scene([made])).stance == "unknown"
    assert voice(replace(made, agency=Credit(name="Xinhua", stated=True)), scene([made])).side


def test_a_state_that_one_lede_in_four_names_takes_no_part() -> None:
    odd = told("odd", "Kenya and Finland met while Peru looked on.")
    same = [told(f"r{n}", WIRE) for n in range(3)]
    assert "PER" not in scene([odd, *same]).parties
    assert "PER" in scene([odd, *same]).named


@pytest.mark.parametrize(
    ("headline", "text", "side"),
    [
        ("Statement by the Foreign Ministry of Kenya on Finland", "It was a good day.", "KEN"),
        (None, "The Ministry of Foreign Affairs of the Republic of Finland announces aid.", "FIN"),
        (None, "On Monday, President William Ruto met with Finnish President Stubb.", "KEN"),
        ("Readout of President Ruto's Talks with the President of Finland", "They met.", "KEN"),
        (None, "President of Finland Alexander Stubb received President Ruto of Kenya.", "FIN"),
        (None, "Kenyan President William Ruto met with the President of Finland.", None),
        (None, "President John Nobody met with President William Ruto.", None),
    ],
)
def test_the_form_of_a_readout_tells_its_side(
    headline: str | None, text: str, side: str | None
) -> None:
    made = told("it", text, kind="readout", headline=headline)
    assert voice(made, scene([made])).side == side


def test_of_two_sides_a_readout_is_by_the_one_it_does_not_name() -> None:
    wire = told("wire", WIRE, agency="Agence X")
    made = told("it", "The Foreign Minister of Kenya was received at the palace.", kind="readout")
    unnamed = told("it", "The minister received her Kenyan guest, Jane Roe.", kind="readout")
    assert voice(unnamed, scene([wire, unnamed])).side == "FIN"
    assert voice(made, scene([wire, made])).side == "KEN"


def test_what_is_inferred_is_told_as_likely() -> None:
    likely = replace(
        told("it", WIRE), agency=Credit(name="Kenya News Agency", stated=False, reason="a mark")
    )
    assert "it is likely of Kenya News Agency" in found(likely)[0].reason
    assert "(likely Kenya)" in found(KENYA)[0].reason


def test_names_of_states() -> None:
    text = "In Astana, Kazakhstan, Japan's envoy spoke of the South China Sea to the U.S. team."
    assert [(each.iso3, each.as_place) for each in named_states(text)] == [
        ("KAZ", True),
        ("JPN", False),
        ("USA", False),
    ]
    assert official_state("Ministry of Foreign Affairs of the Republic of China (Taiwan)") == "TWN"
    assert official_state("The Kenya Times") is None


ROOT = Path(__file__).parents[2]
PAGES = ROOT / "src" / "communique" / "demo" / "pages"
SEEDS = ROOT.parent / "shared" / "seeds"


def read(path: Path) -> Report:
    page = read_bytes(path.read_bytes(), path.name)
    assert isinstance(page, Page)
    reports = reports_of(page)
    assert isinstance(reports, tuple)
    return reports[0]


@pytest.mark.parametrize(
    ("names", "sides"),
    [
        (("call-readout-beijing.txt", "call-readout-kyiv.txt"), ["CHN", "UKR"]),
        (("cairo-visit-readout-ankara.txt", "cairo-visit-readout-cairo.html"), ["TUR", "EGY"]),
        (
            ("hanoi-upgrade-readout-hanoi.html", "hanoi-upgrade-readout-washington.txt"),
            ["VNM", "USA"],
        ),
        (("nauru-communique-readout.txt", "nauru-communique-wire.html"), ["CHN"]),
        (("baku-partnership-short.txt", "baku-partnership-wire.txt"), ["AZE", None]),
        (("algiers-severs-rabat.txt", "algiers-severs-wire.txt"), ["MAR", None]),
        (("nauru-switch-taipei.txt", "nauru-switch-local.html"), ["TWN", None]),
    ],
)
def test_sides_of_the_demo(names: tuple[str, ...], sides: list[str | None]) -> None:
    assert [each.side for each in found(*(read(PAGES / name) for name in names))] == sides


@pytest.mark.skipif(not SEEDS.exists(), reason="no seed pages here")
def test_three_carriers_of_one_sides_readout() -> None:
    pages = sorted(SEEDS.glob("0*.txt"))
    (one,) = found(*map(read, pages))
    assert len(one.report_ids) == 3
    assert (one.stance, one.side) == ("party", "CHN")
