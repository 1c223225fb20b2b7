"""The standard plan: the stages in order, with versions, and what each needs and gives."""

from dataclasses import dataclass

from communique.pipeline.codec import Kind

PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A named step. `version` goes up with every change of what the stage gives."""

    name: str
    version: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]


STAGES: tuple[Stage, ...] = (
    Stage(name="read", version="1", needs=("bytes",), gives=(PAGE,)),
    Stage(name="clean", version="1", needs=(PAGE,), gives=("lines",)),
    Stage(name="split", version="2", needs=(PAGE, "lines"), gives=("report",)),
    Stage(name="import", version="1", needs=("bytes",), gives=("profiles",)),
    Stage(name="extract", version="7", needs=("report", "profiles"), gives=("findings",)),
    Stage(name="group", version="3", needs=("report",), gives=("membership",)),
    Stage(name="align", version="4", needs=("report", "membership"), gives=("coverage",)),
    Stage(name="merge", version="6", needs=("coverage", "findings"), gives=("merged",)),
)
MAKERS: dict[Kind, str] = {
    "report": "split",
    "mentions": "extract",
    "actor": "extract",
    "statement": "extract",
    "position": "extract",
    "found_event": "extract",
    "found_instrument": "extract",
    "found_relation": "extract",
    "coverage": "align",
    "event": "merge",
    "instrument": "merge",
    "relation": "merge",
    "fault": "read",
    "profile": "import",
    "post": "import",
}
"""The stage that makes each kind of record."""


def check_plan(stages: tuple[Stage, ...]) -> None:
    """Raise ValueError where a stage needs what no stage before it gives, or a name stands twice.

    >>> check_plan(STAGES)
    """
    given, names = {"bytes"}, set[str]()
    for stage in stages:
        missing = [need for need in stage.needs if need not in given]
        if missing:
            raise ValueError(
                f"stage {stage.name} needs {missing[0]}, which nothing before it gives"
            )
        if stage.name in names:
            raise ValueError(f"two stages are called {stage.name}")
        given.update(stage.gives)
        names.add(stage.name)


def versions(profiles: str = "") -> dict[str, str]:
    """Version of each stage; that of the extraction names the imported profiles it rests on.

    `profiles` is their digest, "" where there are none.
    """
    found = {stage.name: stage.version for stage in STAGES}
    if profiles:
        found["extract"] += f"+profiles-{profiles}"
    return found


def _stamp(*names: str, profiles: str = "") -> str:
    told = versions(profiles)
    return " ".join(f"{name}-{told[name]}" for name in names)


def page_plan(profiles: str = "") -> str:
    """Stands for the stages that work on one page; a page done under another plan is done again.

    `profiles` is the digest of the imported profiles, which the extraction uses.
    """
    return _stamp("read", "clean", "split", "extract", profiles=profiles)


MERGE_PLAN = _stamp("align", "merge")
"""Stands for the stages that work on a whole coverage."""
