"""Full-text search, for words as people type them."""

import re

from sqlalchemy import Connection

from communique.pipeline.codec import decode
from communique.register.dialect import MARK_OFF, MARK_ON, full_text
from communique.register.records import Hit
from communique.types.text import Report

MOST_WORDS = 32
"""Words of a search beyond these are left out: thousands would take the database minutes."""

_TERMS = re.compile(r'"([^"]*)"|([^\s"]+)')
_MARKED = re.compile(f"{MARK_ON}([^{MARK_OFF}]*){MARK_OFF}")


def search(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """The standing reports that hold all `words`, best first; see `View.search`."""
    wanted = terms(words)
    if not wanted or limit < 1:
        return ()
    return tuple(
        Hit(report_id=report_id, headline=_headline(record), pieces=_pieces(snippet or ""))
        for report_id, record, snippet, _ in connection.execute(full_text(wanted, limit))
    )


def terms(words: str) -> tuple[str, ...]:
    """The words and quoted phrases to search for; those with no letter or figure are left out.

    >>> terms('joint "strategic partnership" & (2024) OR')
    ('joint', 'strategic partnership', '2024', 'OR')
    """
    found = (phrase or word for phrase, word in _TERMS.findall(words))
    cleaned = (re.sub(r"[^\w]+", " ", one).strip() for one in found)
    return tuple(one for one in cleaned if re.search(r"[^\W_]", one))[:MOST_WORDS]


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    # `re.split` with one group gives plain and marked text by turns.
    parts = enumerate(_MARKED.split(snippet))
    return tuple((part, place % 2 == 1) for place, part in parts if part)


def _headline(record: str) -> str | None:
    headline = decode(Report, record).headline
    return headline.text if headline else None
