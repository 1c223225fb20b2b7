"""Passages with the names and titles found in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.titles import Titled, find_titles
from communique.extract.words import Hit, flat, scan
from communique.types.text import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A passage with the names and titles found in it; `text` is its words on one line."""

    passage: Passage
    text: str
    hits: tuple[Hit, ...]
    titles: tuple[Titled, ...]


def scan_passage(passage: Passage) -> Scanned:
    """Find the names and titles of one passage."""
    text = flat(passage.text)
    hits, titles = _read(text)
    return Scanned(passage=passage, text=text, hits=hits, titles=titles)


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[tuple[Hit, ...], tuple[Titled, ...]]:
    """The names and titles of a text; kept, since most paragraphs are one sentence, read twice."""
    hits = scan(text)
    return hits, find_titles(text, hits)


def states_of(scanned: Sequence[Scanned], but: str = "") -> tuple[str, ...]:
    """The states named, each once, but for those named by a hit of kind `but`."""
    hits = (hit for item in scanned for hit in item.hits)
    return tuple(dict.fromkeys(hit.iso3 for hit in hits if hit.iso3 and hit.kind != but))


_STYLES = re.compile(
    r"^(?:(?:Datuk|Dato|Dato['’]|Datin|Tan Sri|Tun|Ayatollah|Ambassador|Professor|"
    r"Captain|Major|Colonel|Admiral|Marshal|Congressman|Congresswoman|Shri|Smt|"
    r"(?:H\.?E|H\.?R\.?H|HH|HM)\.?(?: (?:Sheikha?|Dr|Mr|Mrs|Ms))?(?=\.? \S+ \S))\.?(?: Seri)? )+"
)


def plain_name(words: str) -> str:
    """A name without the styles that go before it ("Datuk")."""
    return _STYLES.sub("", " ".join(words.split()))
