r"""Reads diplomatic reporting and keeps the record: who met, said and agreed what.

>>> import communique
>>> text = (
...     "Talks in Ljubljana\n\n"
...     "LJUBLJANA, March 4 (Alpine Wire) - Slovenian Prime Minister Ana Kos met Austrian "
...     "Chancellor Karl Lang in Ljubljana on March 4, 2021.\n\n"
...     "Lang said that Austria wants more trains over the pass.\n"
... )
>>> page = communique.read_page(text.encode())
>>> (report,) = communique.reports_of(page)
>>> report.headline.text
'Talks in Ljubljana'
>>> findings = communique.findings_of(report)
>>> said = findings.statements[0]
>>> said.cue.text, said.content[0].text
('said', 'Austria wants more trains over the pass')
>>> all(page.text[e.span.start : e.span.end] == e.quote for e in said.evidence)
True

A register keeps what many pages say; adding them again changes nothing.

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder, communique.Register.in_memory() as register:
...     name = pathlib.Path(folder, "talks.txt")
...     _ = name.write_text(text)
...     first, again = (communique.add(register, [str(name)]) for _ in range(2))
...     brief = communique.brief(register, "Austria", "Slovenian")
>>> first.added, again.added
(1, 0)
>>> brief.splitlines()[0]
'# Austria and Slovenia'
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError, Fault
from communique.types.record import Event, Findings, Statement
from communique.types.text import Page, Report
from communique.version import VERSION

if TYPE_CHECKING:
    from communique.register import Register
    from communique.service import add
    from communique.vocab.states import find_state

__all__ = [
    "CommuniqueError",
    "Event",
    "Fault",
    "Findings",
    "Page",
    "Register",
    "Report",
    "Statement",
    "__version__",
    "add",
    "brief",
    "find_state",
    "findings_of",
    "read_page",
    "reports_of",
]

__version__ = VERSION

_LATER = {
    "Register": "communique.register",
    "add": "communique.service",
    "find_state": "communique.vocab.states",
}
"""Names whose modules take long to load, and are loaded when the name is first used."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)


def read_page(source: str | Path | bytes, name: str = "-") -> Page:
    """Read one page, text or HTML, from a file's path or from bytes called `name`.

    Archives hold many pages: give them to `add`. Raises `CommuniqueError` E101 to E110.
    """
    from communique.read import read_bytes

    if not isinstance(source, bytes):
        name, source = str(source), _bytes_of(Path(source))
    page = read_bytes(source, name)
    if isinstance(page, Fault):
        raise _error(page)
    return page


def reports_of(page: Page) -> tuple[Report, ...]:
    """The reports that stand on a page, at least one. Raises `CommuniqueError` E111 for none."""
    from communique.pipeline.reading import reports_of as reports_or_fault

    reports = reports_or_fault(page)
    if isinstance(reports, Fault):
        raise _error(reports)
    return reports


def findings_of(report: Report) -> Findings:
    """All that a report asserts: actors, statements, events, instruments, changes of relations."""
    from communique.extract import extract

    return extract(report)


def brief(register: "Register", a: str, b: str) -> str:
    """The brief of two states, named as a person would, in Markdown; "" where nothing is known.

    Raises `CommuniqueError` E401 where a name is no state's.
    """
    from communique.export.briefing import FORMATS, make_brief
    from communique.vocab.states import find_state

    states = [find_state(words) for words in (a, b)]
    for words, state in zip((a, b), states, strict=True):
        if state is None:
            raise CommuniqueError("E401", words)
    first, second = (state.iso3 for state in states if state)
    with register.read() as view:
        return FORMATS["md"](make_brief(view, first, second))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise CommuniqueError("E101", str(path)) from problem
    except OSError as problem:
        raise CommuniqueError("E102", f"{path}: {problem.strerror}") from problem


def _error(fault: Fault) -> CommuniqueError:
    """The error that says what a fault records."""
    from communique.errors import CODES

    detail = fault.message.removeprefix(CODES[fault.code]).removeprefix(": ")
    return CommuniqueError(fault.code, ": ".join(filter(None, (fault.page, detail))))
