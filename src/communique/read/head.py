"""What an HTML page states about itself: title, dates, author, site and address."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from lxml.html import HtmlElement

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "publication_date",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.date",
        "dcterms.issued",
        "citation_publication_date",
        "citation_date",
        "sailthru.date",
        "parsely-pub-date",
        "originalpublicationdate",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "last-modified",
        "dcterms.modified",
    ),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "site": ("og:site_name", "application-name"),
    "address": ("og:url",),
}
_FIELD_OF = {name: field for field, names in _META.items() for name in names}
_LINKED_DATA = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "modified",
}
_UPDATE = re.compile(r"updat|modif|revis|review|related|sidebar", re.IGNORECASE)
_OWN_DATE = re.compile(
    r"\b(?:post|article|entry|publi\w+|byline)[\w-]*date|published", re.IGNORECASE
)
LABEL = 40
"""How many characters in front of a <time> may say what it is."""
_ARTICLE = re.compile(r"(?:Article|Posting|Report|WebPage|Review|Guide)$")


def head_facts(root: HtmlElement) -> dict[str, str]:
    """The first stated value of each of title, published, modified, author, site, address.

    Meta elements come first, then JSON-LD of articles, then microdata and <title>. Values are in
    the page's own words.
    """
    facts: dict[str, str] = {}
    for field, value in _stated(root):
        words = " ".join(value.split())
        if words and len(words) < 500:
            facts.setdefault(field, words)
    return facts


def _stated(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        field = _FIELD_OF.get(name.strip().lower())
        if field and meta.get("content"):
            yield field, meta.get("content")
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _linked_data(script.text or "")
    for element in root.iter("time", "span", "div", "p", "abbr"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield (
                "published",
                element.get("datetime") or element.get("content") or (element.text_content()),
            )
    yield from _time_elements(root)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield "address", link.get("href")
    for title in root.iter("title"):
        yield "page_title", title.text_content()


def _time_elements(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """The <time datetime> behind the headline, or classed as the page's date; no update's."""
    behind = 0
    headed = False
    for element in root.iter("h1", "time"):
        if element.tag == "h1":
            headed = True
        elif element.get("datetime"):
            around = [element, *element.iterancestors()][:3]
            names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in around)
            if not (headed or _OWN_DATE.search(names)):
                continue
            behind += 1
            before, _, _ = around[-1].text_content().partition(element.text_content())
            if not _UPDATE.search(f"{names} {before[-LABEL:]}"):
                yield "published", element.get("datetime")
                return
            if behind == 2:
                return


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    try:
        data = msgspec.json.decode(text.strip().removesuffix(";"))
    except (msgspec.DecodeError, RecursionError):
        return
    todo: deque[Any] = deque([data])
    while todo:
        node = todo.popleft()
        if isinstance(node, list):
            todo.extend(node)
        elif isinstance(node, dict):
            todo.extend(v for k, v in node.items() if k in ("@graph", "mainEntity"))
            yield from _article_facts(node)


def _article_facts(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kinds = node.get("@type")
    if not any(_ARTICLE.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
        return
    for key, field in _LINKED_DATA.items():
        if isinstance(node.get(key), str):
            yield field, node[key]
    for key, field in (("author", "author"), ("publisher", "site")):
        party = node.get(key)
        party = party[0] if isinstance(party, list) and party else party
        name = party.get("name") if isinstance(party, dict) else None
        if isinstance(name, str):
            yield field, name
