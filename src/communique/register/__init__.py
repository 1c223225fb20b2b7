"""The register: an append-only store of pages, assertions with their evidence, and judgements.

with Register.open("communique.db") as register:
    run = register.begin_run("0.1.0", {"split": "1"})
    with register.write(run) as writer:
        writer.add_page(page, "plan-1", reports=reports, findings=findings)
    register.end_run(run)
    with register.read() as view:
        hits = view.search("joint statement")
"""

from communique.register.history import Entry, History
from communique.register.judging import Change, Grouping
from communique.register.membership import MACHINE, coverage_of, membership
from communique.register.records import Assertion, Hit, Run, StaleCoverage
from communique.register.store import Register
from communique.register.view import View
from communique.register.writing import Writer

__all__ = [
    "MACHINE",
    "Assertion",
    "Change",
    "Entry",
    "Grouping",
    "History",
    "Hit",
    "Register",
    "Run",
    "StaleCoverage",
    "View",
    "Writer",
    "coverage_of",
    "membership",
]
