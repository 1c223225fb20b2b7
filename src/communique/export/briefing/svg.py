"""Pieces of SVG, and the axis of time that the plots share. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

WIDTH = 360
"""Width of every picture in its own units: so many pixels on a phone, where it is read best."""
TICKS = 6
"""Most years named along an axis."""


def element(name: str, *held: str, **attributes: object) -> Markup:
    """An element; words in `held` are escaped, markup is not. `class_` gives the class.

    >>> element("text", "a < b", x=1, class_="small")
    Markup('<text x="1" class="small">a &lt; b</text>')
    """
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    given = Markup("").join(Markup(' {}="{}"').format(key, number(v)) for key, v in named)
    inner = Markup("").join(map(escape, held))
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, inner)


def number(value: object) -> object:
    """A coordinate to a tenth; all else as it is."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def picture(height: float, words: str, *held: str) -> Markup:
    """A picture `WIDTH` wide; `words` tell what it shows to those who do not see it."""
    return element(
        "svg",
        element("title", words),
        *held,
        viewBox=f"0 0 {WIDTH} {number(height)}",
        role="img",
        aria_label=words,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Days from `first` to `last` laid out between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins; what is outside lies on the edge, where the last day ends."""
        span = (self.last - self.first).days + 1
        share = min(1.0, max(0.0, (day - self.first).days / span))
        return self.left + share * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Where the years begin that are named, and their names; of a short time its two ends."""
        years = range(self.first.year, self.last.year + 1)
        starts = [year for year in years if date(year, 1, 1) >= self.first]
        if len(starts) < 2:
            yield self.left, self.first.isoformat()
            if self.last > self.first:
                yield self.right, self.last.isoformat()
            return
        step = -(-len(starts) // TICKS)
        for year in starts[::step]:
            yield self.x(date(year, 1, 1)), str(year)

    def drawn(self, y: float) -> Markup:
        """The axis at height `y`, with its years below."""
        line = element("line", x1=self.left, x2=self.right, y1=y, y2=y, class_="axis")
        labels = [
            element("text", words, x=x, y=y + 12, class_="small", text_anchor=self._anchor(x))
            for x, words in self.ticks()
        ]
        return Markup("").join((line, *labels))

    def _anchor(self, x: float) -> str:
        if x <= self.left + 12:
            return "start"
        return "end" if x >= self.right - 12 else "middle"
