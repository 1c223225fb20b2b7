"""The brief of two states: composed once as records, written as Markdown, JSON or HTML."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from communique.export.briefing.as_json import json_text
from communique.export.briefing.compose import compose
from communique.export.briefing.html import html_text
from communique.export.briefing.markdown import markdown_text
from communique.export.briefing.model import Brief, Scope
from communique.export.briefing.visits import Findable, with_visits
from communique.export.dossier import Archive, gather

FORMATS: Mapping[str, Callable[[Brief], str]] = {
    "md": markdown_text,
    "json": json_text,
    "html": html_text,
}
"""Format to what writes a brief in it."""

__all__ = ["FORMATS", "Brief", "Scope", "make_brief"]


class Source(Archive, Findable, Protocol):
    """Where all of a brief comes from; a register's view is one."""


def make_brief(archive: Source, a: str, b: str, scope: Scope | None = None) -> Brief:
    """The brief on the states `a` and `b` (alpha-3 codes); falsy where nothing is known."""
    with _uncollected():
        wanted = scope or Scope()
        return compose(with_visits(archive, gather(archive, a, b), wanted), wanted)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the search for cycles, which records never form: it takes most of a large brief's time.

    Every so many new objects Python looks through all that there are.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
