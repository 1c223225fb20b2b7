"""The ladder of a brief: at which level each matter between two states stood, and how long."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from communique.export.briefing.model import Rung
from communique.export.briefing.svg import WIDTH, TimeAxis, element, picture
from communique.vocab.periods import edges

_LEFT, _RIGHT, _ROW, _TITLE = 6.0, WIDTH - 6.0, 24.0, 18.0


def ladder(rungs: Sequence[Rung], last: str | None = None) -> Markup:
    """A row for each level, the closest first, with a bar while it held; "" for fewer than two.

    The last level of each matter holds until the end: the last change, or the end of `last` (an
    ISO day, perhaps partial) where that is later.
    """
    if len(rungs) < 2:
        return Markup("")
    begun = [edges(rung.day)[0] for rung in rungs]
    end = max(max(begun), edges(last)[1] if last else min(begun))
    axis = TimeAxis(first=date(min(begun).year, 1, 1), last=end, left=_LEFT, right=_RIGHT)
    y, drawn = 4.0, []
    for matter, held in groupby(rungs, key=lambda each: each.matter):
        drawn.append(element("text", matter.capitalize(), x=_LEFT, y=y + 12, class_="strong"))
        rows, height = _lane(list(held), axis, y + _TITLE)
        drawn += rows
        y += _TITLE + height + 8
    words = f"Levels of relations from {rungs[0].day}: {'; '.join(map(told, rungs))}"
    return picture(y + 18, words, *drawn, axis.drawn(y))


def told(rung: Rung) -> str:
    """A level and from when it held, in words."""
    return f"{rung.matter}: {rung.level}, from {rung.day}"


def _lane(rungs: Sequence[Rung], axis: TimeAxis, top: float) -> tuple[list[Markup], float]:
    """The rows of one matter, and how high they are together."""
    closeness = {rung.level.casefold(): rung.closeness for rung in rungs}
    levels = sorted(closeness, key=lambda level: -closeness[level])
    heights = {level: top + (number + 1) * _ROW - 6 for number, level in enumerate(levels)}
    drawn = [
        element("line", x1=axis.left, x2=axis.right, y1=y, y2=y, class_="guide")
        for y in heights.values()
    ]
    named = {rung.level.casefold(): rung.level for rung in rungs}
    drawn += [
        element("text", named[level], x=axis.left, y=y - 6, class_="small")
        for level, y in heights.items()
    ]
    ends = [*(axis.x(edges(rung.day)[0]) for rung in rungs[1:]), axis.right]
    before: float | None = None
    for rung, end in zip(rungs, ends, strict=True):
        start, y = axis.x(edges(rung.day)[0]), heights[rung.level.casefold()]
        if before is not None:
            drawn.append(element("line", x1=start, x2=start, y1=before, y2=y, class_="step"))
        drawn.append(_held(rung, start, end, y))
        before = y
    return drawn, len(levels) * _ROW


def _held(rung: Rung, start: float, end: float, y: float) -> Markup:
    kind = "down" if rung.closeness < 0 else "up"
    bar = element("line", x1=start, x2=max(start + 1, end), y1=y, y2=y, class_=f"held {kind}")
    dot = element("circle", cx=start, cy=y, r=4, class_=kind)
    return element("g", element("title", told(rung)), bar, dot, class_="mark")
