"""One register of a few demo pages for all tests of the command line."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.demo import PAGES

NAMES = (
    "warsaw-partnership-wire.txt",
    "warsaw-partnership-readout-delhi.txt",
    "warsaw-partnership-readout-warsaw.txt",
    "algiers-severs-wire.txt",
    "algiers-severs-copy.html",
    "nauru-switch-local.html",
)


class Runner:
    """Runs commands in this process on one register."""

    def __init__(self, register: Path) -> None:
        self.register = register

    def __call__(self, *args: str, register: Path | None = None) -> Result:
        named = {
            "COMMUNIQUE_REGISTER": str(register or self.register),
            "TERMINAL_WIDTH": "500",  # long paths of temporary folders must not be broken
        }
        return CliRunner().invoke(app, list(args), env=named)


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name in NAMES:
        shutil.copy(PAGES / name, folder)
    return folder


@pytest.fixture(scope="session")
def filled(pages, tmp_path_factory) -> Runner:
    """A runner on a register that holds the pages, and one empty page's fault."""
    run = Runner(tmp_path_factory.mktemp("register") / "pages.db")
    empty = pages.parent / "empty.txt"
    empty.write_text("")
    result = run("add", str(pages), str(empty))
    assert result.exit_code == 0, result.output
    return run
