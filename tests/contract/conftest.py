import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.register import Register

# The made pages that the contract of the stores is tested with.
sys.path.append(str(Path(__file__).parents[1] / "register"))

STORES: dict[str, Callable[[Path], Register]] = {
    "sqlite-file": lambda folder: Register.open(folder / "register.db"),
    "sqlite-memory": lambda _: Register.in_memory(),
}


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    with STORES[request.param](tmp_path) as opened:
        yield opened
