"""Worker processes on one machine; a page that kills its worker costs that page alone."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any

from communique.engines.base import Item, Result

AHEAD = 4
"""Items handed out per worker beyond the one it works on."""


class ProcessEngine:
    """Spreads items over `workers` processes, started fresh so that no lock or handle is shared.

    The processes start with the first item and stay until `close`, the end of a `with` block, or
    another function: each gets the function, with the data it carries, when it starts.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._kept: ProcessPoolExecutor | None = None
        self._function: Callable[..., Any] | None = None

    def __enter__(self) -> "ProcessEngine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the workers go."""
        if self._kept:
            self._kept.shutdown(wait=True, cancel_futures=True)
            self._kept = self._function = None

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """Yield results in order. `function` and items must be picklable."""
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        for item in items:
            try:
                future = self._submit(function, item)
            except BrokenProcessPool:
                yield from self._rescue(function, waiting, lost)
                future = self._submit(function, item)
            waiting.append((item, future))
            if len(waiting) > AHEAD * self.workers:
                yield from self._next(function, waiting, lost)
        while waiting:
            yield from self._next(function, waiting, lost)

    def _submit(self, function: Callable[[Item], Result], item: Item) -> "Future[Result]":
        if self._function is not function:
            self.close()
        if self._kept is None:
            self._kept, self._function = _pool(self.workers, function), function
        return self._kept.submit(_work, item)

    def _next(
        self,
        function: Callable[[Item], Result],
        waiting: deque[tuple[Item, Future[Result]]],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        try:
            result = waiting[0][1].result()
        except BrokenProcessPool:
            yield from self._rescue(function, waiting, lost)
        else:
            waiting.popleft()
            yield result

    def _rescue(
        self,
        function: Callable[[Item], Result],
        waiting: deque[tuple[Item, Future[Result]]],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """A worker died: do what was handed out one by one, each in a process of its own."""
        self.close()
        while waiting:
            item, future = waiting.popleft()
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
                continue
            with _pool(1, function) as alone:
                try:
                    yield alone.submit(_work, item).result()
                except BrokenProcessPool:
                    yield lost(item)


def _pool(workers: int, function: Callable[..., Any]) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        max_workers=workers, mp_context=context, initializer=_take, initargs=(function,)
    )


_TAKEN: list[Callable[..., Any]] = []
"""In a worker process, the one function that it was started for."""


def _take(function: Callable[..., Any]) -> None:
    _TAKEN[:] = [function]


def _work(item: Any) -> Any:
    return _TAKEN[0](item)
