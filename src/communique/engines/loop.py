"""The plain loop: one process, no set-up; what tests and small jobs use."""

from collections.abc import Callable, Iterable, Iterator

from communique.engines.base import Item, Result


class LoopEngine:
    """Runs everything here, one item after the other."""

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],  # noqa: ARG002 - nothing is lost without workers
    ) -> Iterator[Result]:
        """Yield `function(item)` for each item."""
        return map(function, items)
