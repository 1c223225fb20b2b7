"""A brief as one HTML file that loads nothing: style, script and pictures stand in it."""

from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined

from communique.export.briefing.ladder import ladder
from communique.export.briefing.markdown import notes_of, scope_words
from communique.export.briefing.model import Brief
from communique.export.briefing.phrases import EVENTS
from communique.export.briefing.timeline import timeline
from communique.export.briefing.worldmap import worldmap
from communique.export.phrases import possessive, state_name
from communique.export.plain import counted, one_line, short_name


def html_text(brief: Brief) -> str:
    """The brief as a page; "" where it says nothing."""
    if not brief:
        return ""
    last = brief.plots.bars[-1].period if brief.plots.bars else None
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            narrowed=scope_words(brief),
            citations={each.number: each for each in brief.citations},
            timeline=timeline(brief.plots.bars),
            ladder=ladder(brief.plots.rungs, brief.scope.until or last),
            worldmap=worldmap(brief.plots.spots),
        )
    )


def asset(name: str) -> str:
    """The text of a file of the page."""
    path = files("communique.export.briefing").joinpath("assets", name)
    return path.read_text(encoding="utf-8")


def web_address(address: str | None) -> str | None:
    """The address where it is one of the web; nothing else may become a link.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    return address if address and urlsplit(address).scheme in ("http", "https") else None


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {
        "plain": one_line,
        "state": state_name,
        "whose": possessive,
        "notes": notes_of,
        "short": short_name,
        "web": web_address,
        "event": lambda name: EVENTS[name],
    }
    made.globals |= {"counted": counted, "asset": asset}
    return made
