"""Worker processes on one machine; a page that kills its worker costs that page alone."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from communique.engines.base import Item, Result

AHEAD = 4
"""Items handed out per worker beyond the one it works on."""


class ProcessEngine:
    """Spreads items over `workers` processes, started fresh so that no lock or handle is shared."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """Yield results in order. `function` and items must be picklable."""
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        pool = self._pool(self.workers)
        try:
            for item in items:
                try:
                    waiting.append((item, pool.submit(function, item)))
                except BrokenProcessPool:
                    yield from self._rescue(function, waiting, lost)
                    pool = self._pool(self.workers)
                    waiting.append((item, pool.submit(function, item)))
                if len(waiting) > AHEAD * self.workers:
                    yield from self._next(function, waiting, lost)
            while waiting:
                yield from self._next(function, waiting, lost)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

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
        while waiting:
            item, future = waiting.popleft()
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
                continue
            with self._pool(1) as alone:
                try:
                    yield alone.submit(function, item).result()
                except BrokenProcessPool:
                    yield lost(item)

    @staticmethod
    def _pool(workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(max_workers=workers, mp_context=context)
