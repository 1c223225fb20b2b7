"""The time line of a brief: PLOVER intensities, cooperation above the line, conflict below."""

from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from communique.export.briefing.model import Bar
from communique.export.briefing.phrases import EVENTS
from communique.export.briefing.svg import WIDTH, TimeAxis, element, picture
from communique.vocab.periods import edges

_LEFT, _RIGHT, _TOP, _HEIGHT = 30.0, WIDTH - 6.0, 8.0, 120.0
_THINNEST, _WIDEST = 1.5, 14.0


def timeline(bars: Sequence[Bar]) -> Markup:
    """The bars drawn, each with a title that tells what it counts; "" for fewer than two."""
    if len(bars) < 2:
        return Markup("")
    spans = [edges(bar.period) for bar in bars]
    axis = TimeAxis(first=spans[0][0], last=spans[-1][1], left=_LEFT, right=_RIGHT)
    up = max(bar.cooperation for bar in bars)
    down = min(bar.conflict for bar in bars)
    scale = _HEIGHT / ((up - down) or 1.0)
    zero = _TOP + up * scale
    drawn = [_bar(bar, span, axis, zero, scale) for bar, span in zip(bars, spans, strict=True)]
    return picture(
        _TOP + _HEIGHT + 22,
        f"Time line of {sum(map(count, bars))} events, {bars[0].period} to {bars[-1].period}",
        _level(zero - up * scale, f"{up:g}") if up else "",
        _level(zero - down * scale, f"{down:g}") if down else "",
        _level(zero, "0"),
        *drawn,
        axis.drawn(_TOP + _HEIGHT + 6),
    )


def count(bar: Bar) -> int:
    """How many events a bar sums."""
    return sum(n for _, n in bar.types)


def told(bar: Bar) -> str:
    """What a bar shows, in words."""
    types = ", ".join(f"{n} × {EVENTS[name].lower()}" for name, n in bar.types)
    return f"{bar.period}: cooperation {bar.cooperation:g}, conflict {bar.conflict:g} ({types})"


def _bar(bar: Bar, span: tuple[date, date], axis: TimeAxis, zero: float, scale: float) -> Markup:
    left, right = axis.x(span[0]), axis.x(span[1] + timedelta(1))
    width = min(_WIDEST, max(_THINNEST, right - left - 0.5))
    x = min(max(axis.left, (left + right - width) / 2), axis.right - width)
    boxes = [
        element("rect", x=x, y=top, width=width, height=height, class_=kind)
        for kind, top, height in (
            ("up", zero - bar.cooperation * scale, bar.cooperation * scale),
            ("down", zero, -bar.conflict * scale),
        )
        if height > 0
    ]
    return element("g", element("title", told(bar)), *boxes, class_="mark")


def _level(y: float, words: str) -> Markup:
    line = element("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, class_="guide")
    label = element("text", words, x=_LEFT - 4, y=y + 3, class_="small", text_anchor="end")
    return line + label
