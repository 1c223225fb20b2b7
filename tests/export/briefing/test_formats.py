import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from export_samples import ONE, Archive, cite, event, instrument, relation, statement

from communique.export.briefing import FORMATS, Scope, make_brief
from communique.export.briefing.citing import around
from communique.export.briefing.html import web_address
from communique.export.briefing.model import Bar, Plots, Rung, Spot


@pytest.fixture
def made():
    return make_brief(Archive([event()], [instrument()], [relation()], [statement()]), "AUT", "SVN")


class Loads(HTMLParser):
    """What a page would fetch, and the tags that are open at its end."""

    def __init__(self):
        super().__init__()
        self.fetched, self.open, self.ids = [], [], []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.ids += [named["id"]] if "id" in named else []
        keys = {"src", "srcset", "data", "action", "poster"} | ({"href"} if tag != "a" else set())
        self.fetched += [named[key] for key in keys & named.keys()]
        if tag not in ("meta", "br", "img", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(page):
    reader = Loads()
    reader.feed(page)
    reader.close()
    return reader


def test_nothing_known_is_nothing_written():
    empty = make_brief(Archive(), "AUT", "SVN")
    assert (FORMATS["md"](empty), FORMATS["html"](empty)) == ("", "")
    assert json.loads(FORMATS["json"](empty))["sections"] == []


def test_markdown_ends_each_line_in_its_citations(made):
    text = FORMATS["md"](made)
    told, listed = text.split("## Citations")
    found = [line for line in told.splitlines() if line.startswith("- ")]
    assert found
    assert all(re.search(r"(?: \[\d+\])+$", line) for line in found)
    assert (
        "1. “Ana Kos met Karl Lang.” Alpine Wire, 2021-03-05 (pg-one.txt, 0–22, rp-one)" in listed
    )


def test_titles_are_no_markup(made):
    assert r"“Treaty on \*Trains\*” (treaty): signed 2021-03-04" in FORMATS["md"](made)
    title = "</style><script>alert(1)</script>"
    hostile = make_brief(Archive([event()], [replace(instrument(), title=title)]), "AUT", "SVN")
    assert title not in FORMATS["html"](hostile)
    assert "&lt;script&gt;alert(1)" in FORMATS["html"](hostile)


def test_a_scope_is_told(made):
    narrowed = replace(made, scope=Scope(since="2020", topic="trains"))
    told = "From 2020, only what tells of “trains”"
    assert told in FORMATS["md"](narrowed)
    assert told in FORMATS["html"](narrowed)


def test_json_is_the_model(made):
    row = json.loads(FORMATS["json"](made))
    assert row["dyad"] == ["AUT", "SVN"]
    assert row["scope"] == {"since": None, "until": None, "topic": None}
    assert [each["key"] for each in row["sections"]] == [each.key for each in made.sections]
    first = row["citations"][0]
    assert (first["number"], first["report_id"], first["start"]) == (1, "rp-one", 0)
    assert first["quote"] == "Ana Kos met Karl Lang."
    assert first["after"] == "Lang said that Austria wants trains."
    assert set(row["plots"]) == {"bars", "rungs", "spots"}


def test_the_page_loads_nothing(made):
    page = FORMATS["html"](made)
    assert parsed(page).fetched == []
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|import\(", page)
    assert "default-src 'none'" in page


def test_the_page_is_well_formed_and_its_links_lead_somewhere(made):
    page = FORMATS["html"](made)
    reader = parsed(page)
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(reader.ids)
    assert page.count("<h1") == 1
    assert 'lang="en"' in page


def test_evidence_stands_with_its_neighbours(made):
    page = FORMATS["html"](made)
    assert "<mark>Ana Kos met Karl Lang.</mark>" in page
    assert '<span class="near">Lang said that Austria wants trains.</span>' in page


def test_only_web_addresses_become_links():
    assert web_address("https://example.org/a") == "https://example.org/a"
    assert web_address("data:text/html,x") is None
    assert web_address(None) is None


def test_around_a_part_of_a_sentence():
    sentence = ONE.sentences[1]
    piece = ONE.evidence(sentence.inner(10, 14).span)
    assert around(piece, ONE) == (
        ONE.sentences[0].text,
        sentence.text[:10],
        sentence.text[14:],
        "",
    )


def test_around_a_headline():
    report = replace(ONE, headline=ONE.sentences[0], sentences=ONE.sentences[1:])
    (piece,) = cite(ONE)
    assert around(piece, report) == ("", "", "", "")


def test_plots_are_drawn_with_words_and_tables(made):
    plots = Plots(
        bars=(
            Bar(period="2021-03", cooperation=7.0, conflict=0.0, types=(("CONSULT", 2),)),
            Bar(period="2021-05", cooperation=0.0, conflict=-4.0, types=(("ACCUSE", 1),)),
        ),
        rungs=(
            Rung(day="2001", matter="partnership", level="partnership", closeness=1),
            Rung(day="2021-03-04", matter="partnership", level="<new>", closeness=2),
        ),
        spots=(
            Spot(
                name="Ljubljana", country="SVN", lat=46.1, lon=14.5, times=2, first=None, last=None
            ),
        ),
    )
    page = FORMATS["html"](replace(made, plots=plots))
    assert parsed(page).open == []
    assert page.count('role="img"') == 3
    assert page.count("As a table") == 3
    assert "2021-05: cooperation 0, conflict -4 (1 × accusation)" in page
    assert "partnership: &lt;new&gt;, from 2021-03-04" in page
    assert "Ljubljana (Slovenia), 2 meetings" in page
