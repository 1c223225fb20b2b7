from collections.abc import Callable

import pytest

from communique.errors import Fault
from communique.pipeline.reading import reports_of
from communique.read import read_bytes
from communique.types.text import Page, Report

ReportsOf = Callable[..., tuple[Report, ...]]


@pytest.fixture
def reports() -> ReportsOf:
    """The reports of a page given as text."""

    def read(text: str, name: str = "page.txt") -> tuple[Report, ...]:
        page = read_bytes(text.encode(), name)
        assert isinstance(page, Page), page
        found = reports_of(page)
        assert not isinstance(found, Fault), found
        return found

    return read
