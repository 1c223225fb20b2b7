"""The commands in the order of the help, and what becomes of their errors."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from communique.cli import (
    adding,
    briefing,
    comparing,
    demo,
    evaluating,
    events,
    exporting,
    formulas,
    history,
    judging,
    listing,
    naming,
    people,
    positions,
    searching,
    show,
    standing,
    tracing,
    visits,
)
from communique.cli.screen import notice
from communique.errors import CommuniqueError
from communique.version import VERSION

USAGE = ("E101", "E401", "E404", "E405")
"""Codes of errors that lie in the command line itself."""


class Commands(TyperGroup):
    """Runs a command and turns what goes wrong into a message and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Exit 1 where the command failed, 2 where it was called wrongly, 130 where stopped.

        With COMMUNIQUE_DEBUG=1 errors are left to show where they arose.
        """
        debug = os.environ.get("COMMUNIQUE_DEBUG") == "1"
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            notice("Stopped.")
            raise typer.Exit(130) from None
        except CommuniqueError as error:
            if debug:
                raise
            notice(str(error))
            raise typer.Exit(2 if error.code in USAGE else 1) from None
        except Exception as error:  # the last resort: a fault of ours, told as such
            if debug or type(error).__module__.startswith("typer."):
                raise
            notice(f"communique failed: {type(error).__name__}: {error}")
            notice("This is a fault of communique. COMMUNIQUE_DEBUG=1 shows where it arose.")
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {VERSION}")
        raise typer.Exit


@app.callback(epilog="Start with `communique demo`, or `communique add PAGES` and `reports`.")
def communique(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    """Read diplomatic reporting and keep the record: who met, said and agreed what.

    Each line is traced to the words that say it, and each happening is one entry, however many
    reports carry it.
    """


actors = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Show who is in the register, or import persons and their offices.",
)


measures = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Compare the coding with sentences you have coded yourself.",
)


judgements = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Judge which reports tell one happening, where the grouping is wrong; take that back.",
)


names = typer.Typer(rich_markup_mode="markdown", invoke_without_command=True)


def _add(name: str, command: Any, example: str, to: typer.Typer = app) -> None:
    to.command(name, epilog=f"Example: `communique {example}`")(command)


_add("demo", demo.demo, "demo")
_add("add", adding.add, 'add pages/ "more/**/*.html" crawl.warc.gz')
_add("reports", listing.reports, "reports")
_add("show", show.show, "show rp-a0e3be75")
_add("brief", briefing.brief, "brief Azerbaijan CHN --out brief.html")
_add("relation", standing.relation, "relation Azerbaijan CHN --on 2025-06-30")
_add("events", events.events, "events --type CONSULT --actor Poland --since 2024-08")
_add("statements", listing.statements, "statements --by Tusk --about Ukraine --act support")
_add("formulas", formulas.formulas, "formulas CHN KAZ --since 2023")
_add("positions", positions.positions, 'positions Norway --on "two-state"')
_add("visits", visits.visits, "visits Poland Kazakhstan --since 2024")
_add("coverages", listing.coverages, "coverages")
_add("compare", comparing.compare, "compare cv-914d7555")
_add("trace", tracing.trace, "trace rp-a0e3be75")
app.add_typer(
    judgements, name="judge", epilog='Example: `communique judge split rp-a0e3 --reason "..."`'
)
_add("merge", judging.merge, 'judge merge cv-914d cv-0b2a --reason "one call"', judgements)
_add("split", judging.split, 'judge split rp-a0e3be75 --reason "another visit"', judgements)
_add("same", judging.same, 'judge same rp-a0e3 rp-77c1 --reason "one call"', judgements)
_add("different", judging.different, 'judge different rp-a0e3 rp-77c1 --reason "..."', judgements)
_add("withdraw", judging.withdraw, 'judge withdraw jd-5e1f --reason "a slip"', judgements)
_add("list", judging.list_, "judge list --author ada", judgements)
_add("history", history.history, "history cv-914d7555")
app.add_typer(actors, name="actors", epilog="Example: `communique actors show Tusk`")
_add("list", people.list_, "actors list --state Poland --kind person", actors)
_add("show", people.show, "actors show Tusk", actors)
_add("import", people.import_, "actors import peps.ftm.json --source opensanctions", actors)
names.callback()(naming.aliases)
app.add_typer(names, name="aliases", epilog="Example: `communique aliases --known`")
_add("confirm", naming.confirm, 'aliases confirm TTP "Pakistani Taliban" --reason "..."', names)
app.add_typer(measures, name="evaluate", epilog="Example: `communique evaluate events mine.tsv`")
_add("events", evaluating.events, "evaluate events mine.tsv", measures)
_add("audit", evaluating.audit, "audit --sample 200 --out sheet.csv")
_add("search", searching.search, 'search Astana "joint statement"')
_add("faults", listing.faults, "faults")
_add("export", exporting.export, "export jsonl out/")
_add("import", exporting.import_, "import out/ --register copy.db")
