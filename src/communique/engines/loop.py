"""The plain loop: one process, no set-up; what tests and small jobs use."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType

from communique.engines.base import Item, Result


class LoopEngine:
    """Runs everything here, one item after the other; a `with` block closes nothing."""

    def __enter__(self) -> "LoopEngine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],  # noqa: ARG002 - nothing is lost without workers
    ) -> Iterator[Result]:
        """Yield `function(item)` for each item."""
        return map(function, items)
