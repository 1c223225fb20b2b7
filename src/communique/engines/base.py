"""What every engine promises."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Applies a function to a stream of items.

    Results come in the order of the items; only a bounded number of items is held at a time, so
    that a stream of any length runs in flat memory.
    """

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """Yield `function(item)` for each item; `lost(item)` where a worker died on the item.

        `function` may carry data (a `functools.partial`): it is handed to each worker once.
        """
        ...
