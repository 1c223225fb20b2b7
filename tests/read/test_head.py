"""What the head of an HTML page states, and what it leaves open."""

import pytest
from lxml.html import document_fromstring

from communique.read.head import head_facts

NEWS = (
    '{"@type": "NewsArticle", "headline": "Talks open", "datePublished": "2024-07-04T08:23+08:00"}'
)


def facts(head: str, body: str = "<p>Talks opened.</p>") -> dict[str, str]:
    return head_facts(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_meta_elements() -> None:
    found = facts(
        '<meta property="og:title" content=" Talks  open ">'
        '<meta name="article:published_time" content="2024-07-04T08:23:00Z">'
        '<meta property="article:modified_time" content="2024-07-05">'
        '<meta name="Author" content="Jane Roe"><meta property="og:site_name" content="The Post">'
        '<meta property="og:url" content="https://example.org/a">'
    )
    assert found == {
        "title": "Talks open",
        "published": "2024-07-04T08:23:00Z",
        "modified": "2024-07-05",
        "author": "Jane Roe",
        "site": "The Post",
        "address": "https://example.org/a",
    }


@pytest.mark.parametrize(
    "data",
    [
        NEWS,
        f"[{NEWS}]",
        f'{{"@graph": [{{"@type": "WebSite", "headline": "No"}}, {NEWS}]}}',
        f'{{"@type": "WebPage", "mainEntity": {NEWS}}}',
        NEWS.replace('"NewsArticle"', '["Thing", "ReportageNewsArticle"]') + ";",
    ],
)
def test_linked_data_of_articles(data: str) -> None:
    found = facts(linked(data))
    assert (found["title"], found["published"]) == ("Talks open", "2024-07-04T08:23+08:00")


def test_parties_of_linked_data() -> None:
    found = facts(
        linked(
            '{"@type": "Article", "author": [{"name": "Jane Roe"}, {"name": "B"}],'
            ' "publisher": {"@type": "Organization", "name": "The Post"}}'
        )
    )
    assert found == {"author": "Jane Roe", "site": "The Post"}


@pytest.mark.parametrize(
    "data",
    [
        NEWS[:-5],
        "",
        "not json",
        "[" * 5000 + "]" * 5000,
        '{"@graph":[' * 2000 + "1" + "]}" * 2000,
        NEWS.replace("NewsArticle", "Recipe"),
        '{"@type": null, "headline": "No"}',
        '{"@type": "Article", "headline": 7, "author": [], "publisher": "x"}',
        "1e999",
    ],
    ids=range(9),
)
def test_broken_or_other_linked_data_states_nothing(data: str) -> None:
    assert facts(linked(data)) == {}


def test_meta_comes_before_linked_data() -> None:
    found = facts(linked(NEWS) + '<meta name="date" content="2024-07-01">')
    assert found["published"] == "2024-07-01"


def test_time_behind_the_headline() -> None:
    first, second = (f"<time datetime='{day}'>a day</time>" for day in ("1999-01-01", "2024-07-04"))
    assert facts("", f"{first}<h1>Talks</h1>{second}")["published"] == "2024-07-04"


@pytest.mark.parametrize(
    "body",
    [
        "<p>No time at all</p>",
        "<h1>Talks</h1><div>Updated <time datetime='2024-07-04'>4 July</time></div>",
        "<h1>Talks</h1><time>4 July</time>",
        "<div class='related'><time datetime='2024-07-04'>4 July</time></div>",
    ],
)
def test_no_date_is_made_up(body: str) -> None:
    assert "published" not in facts("<title>Talks</title>", body)


def test_overlong_and_empty_values_state_nothing() -> None:
    assert facts(f'<meta name="author" content="{"x" * 600}"><meta name="date" content=" ">') == {}
