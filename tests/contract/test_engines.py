"""What every engine promises, held against each of them.

The work is Python source and the function `eval`, which a fresh worker process can import, unlike
a function of this file.
"""

from collections.abc import Iterator
from functools import partial

import pytest

from communique.engines import Engine, LoopEngine, ProcessEngine
from communique.engines.processes import AHEAD

DIE = "__import__('os').kill(__import__('os').getpid(), 9)"
SLOW = "__import__('time').sleep(0.3) or 'slow'"
WORKERS = 2


def gone(item: str) -> str:
    return f"lost {item[:10]}"


@pytest.fixture(params=["loop", "processes"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "loop":
        yield LoopEngine()
    else:
        with ProcessEngine(WORKERS) as processes:
            yield processes


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    items = [SLOW, *(f"{n} * {n}" for n in range(40))]
    assert list(engine.map(eval, items, gone)) == ["slow", *(n * n for n in range(40))]


def test_no_items_no_results(engine: Engine) -> None:
    assert list(engine.map(eval, [], gone)) == []


def test_only_a_few_items_are_held(engine: Engine) -> None:
    drawn = 0

    def endless() -> Iterator[str]:
        nonlocal drawn
        while True:
            drawn += 1
            yield str(drawn)

    results = iter(engine.map(eval, endless(), gone))
    for wanted in range(1, 30):
        assert next(results) == wanted
        assert drawn <= wanted + AHEAD * WORKERS + 1


def test_an_exception_reaches_the_caller(engine: Engine) -> None:
    results = engine.map(eval, ["1", "1 / 0", "2"], gone)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        list(results)


def test_an_exception_of_the_stream_reaches_the_caller(engine: Engine) -> None:
    def broken() -> Iterator[str]:
        yield "1"
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        list(engine.map(eval, broken(), gone))


def test_an_engine_that_was_left_in_the_middle_may_be_used_again(engine: Engine) -> None:
    items = [str(n) for n in range(30)]
    assert next(iter(engine.map(eval, items, gone))) == 0
    assert list(engine.map(eval, items, gone)) == list(range(30))


def test_a_killed_worker_costs_its_item_alone() -> None:
    items = ["1", SLOW, DIE, *(str(n) for n in range(20)), DIE, "7"]
    lost = gone(DIE)
    with ProcessEngine(WORKERS) as engine:
        results = list(engine.map(eval, items, gone))
        assert results == [1, "slow", lost, *range(20), lost, 7]
        assert list(engine.map(eval, ["8"], gone)) == [8]


def test_the_last_item_may_kill_its_worker() -> None:
    with ProcessEngine(1) as engine:
        assert list(engine.map(eval, ["1", DIE], gone)) == [1, gone(DIE)]


def test_a_function_may_carry_data_and_another_may_follow(engine: Engine) -> None:
    for base in (2, 3):
        raised = partial(pow, base)
        assert list(engine.map(raised, [1, 2, 3], gone)) == [base, base**2, base**3]


def test_the_data_of_a_function_reach_each_worker_once() -> None:
    heavy = partial(divmod, Heavy())
    with ProcessEngine(1) as engine:
        list(engine.map(heavy, [1] * 20, gone))
    assert Heavy.pickled == 1


class Heavy:
    """Counts how often it is handed on; arrives as the number 7."""

    pickled = 0

    def __reduce__(self) -> tuple[type[int], tuple[int]]:
        Heavy.pickled += 1
        return int, (7,)
