"""The use cases: add pages, judge what is one happening, and bring coverages up to date."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from communique.engines import Engine, LoopEngine
from communique.errors import CommuniqueError, Fault
from communique.group import KnownCoverage, group
from communique.importing import Imported, file_name, read_people
from communique.pipeline.plan import MAKERS, MERGE_PLAN, page_plan, versions
from communique.pipeline.reading import Reading, read_raw
from communique.pipeline.uniting import united
from communique.read import RawPage, open_sources, to_page
from communique.register import MACHINE, Register, Run, StaleCoverage, View, Writer, judging
from communique.register.judging import Change, Groupings, Verdict, bridge, groupings, judgement
from communique.register.membership import kept_apart, parted_coverage
from communique.register.relating import known_coverages, relations
from communique.types.coverage import Coverage, Merged
from communique.types.parties import Post, Profile
from communique.types.provenance import Judgement
from communique.types.text import Page, Report
from communique.version import VERSION
from communique.vocab.holders import holders_with
from communique.vocab.profiles import holders_of

BATCH_PAGES = 32
BATCH_BYTES = 16_000_000
"""A batch of pages is one transaction; it closes at this many pages or bytes."""
BATCH_COVERAGES = 32
FEW = 200
"""Placed reports that are all held against new ones; of more, those alone that share rare keys."""


@dataclass(slots=True)
class Summary:
    """What one `add` did. `read` counts all pages that were opened, `known` those already there."""

    read: int = 0
    added: int = 0
    known: int = 0
    reports: int = 0
    coverages: int = 0
    faults: list[Fault] = field(default_factory=list)


def add(
    register: Register,
    paths: Iterable[str],
    engine: Engine | None = None,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Read pages from `paths`, add what is new, and bring coverages and merged events up to date.

    May be stopped at any moment, and started again: each batch of pages is one transaction, and
    what a stopped run left to do is found and done by the next. `progress` is called after every
    batch with the counts so far.
    """
    summary = Summary()
    with register.read() as view:
        people = view.profiles_digest()
        table = holders_with(tuple(holders_of(view.profiles())))
    run = register.begin_run(VERSION, versions(people), MAKERS)
    work = _PageWork(page_plan(people), partial(read_raw, table=table), engine or LoopEngine())
    for batch in _batches(open_sources(paths)):
        _add_batch(register, run, batch, work, summary)
        if progress:
            progress(summary)
    summary.coverages = refresh(register, run)
    register.end_run(run)
    return summary


@dataclass(frozen=True, slots=True)
class _PageWork:
    """How the pages of one run are read: under which plan, by what, on which engine."""

    plan: str
    read: Callable[[RawPage], Reading]
    engine: Engine


def import_people(register: Register, path: Path, source: str) -> tuple[Imported, int]:
    """Read a list of persons and keep them in the register as the word of `source`.

    Returns what the file gave, and how much of it is new or changed: giving the same file again
    changes nothing. Pages that are added from then on are read with them. Raises what
    `importing.read_people` raises, with nothing kept.
    """
    found = read_people(path, source)
    run = register.begin_run(VERSION, versions(), MAKERS)
    with register.write(run) as writer:
        records: list[Profile | Post] = [*found.profiles, *found.posts]
        told = writer.import_list(source, file_name(path), records, found.faults)
    register.end_run(run)
    return found, told


def _batches(items: Iterable[RawPage | Fault]) -> Iterator[list[RawPage | Fault]]:
    batch: list[RawPage | Fault] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data) if isinstance(item, RawPage) else 0
        if len(batch) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _add_batch(
    register: Register,
    run: Run,
    batch: list[RawPage | Fault],
    work: _PageWork,
    summary: Summary,
) -> None:
    raws = [item for item in batch if isinstance(item, RawPage)]
    faults = [item for item in batch if isinstance(item, Fault)]
    with register.read() as view:
        done = view.done({raw.page_id for raw in raws}, work.plan)
        seen = {raw.page_id: view.names(raw.page_id) for raw in raws if raw.page_id in done}
    new = [raw for raw in raws if raw.page_id not in done]
    again = [raw for raw in raws if raw.page_id in done and raw.name not in seen[raw.page_id]]
    readings = list(work.engine.map(work.read, new, _lost))
    summary.read += len(batch)
    summary.known += len(raws) - len(new)
    with register.write(run) as writer:
        for page in map(to_page, again):
            if isinstance(page, Page):
                writer.sight(page)
        for reading in readings:
            _add_reading(writer, reading, work.plan, summary)
        writer.add_faults(faults)
    summary.faults.extend(faults)


def _add_reading(writer: Writer, reading: Reading, plan: str, summary: Summary) -> None:
    summary.faults.extend(reading.faults)
    if reading.page is None:
        writer.add_faults(reading.faults)
        return
    failed = any(fault.code == "E201" for fault in reading.faults)
    added = writer.add_page(
        reading.page,
        # A page that a stage failed on is not done: the next run tries it again.
        f"{plan} failed" if failed else plan,
        reports=reading.reports,
        findings=reading.findings,
        faults=reading.faults,
    )
    summary.added += added
    summary.known += not added
    summary.reports += len(reading.reports) if added else 0


def _lost(raw: RawPage) -> Reading:
    """The reading of a page whose worker process died on it."""
    fault = Fault.of(raw.name, "E201", "the process that read it died", raw.sha256)
    return Reading(page=None, faults=(fault,))


def judge(
    register: Register, verdict: Verdict, left: str, right: str = "", *, author: str, reason: str
) -> Change:
    """Judge two reports or coverages, by the beginnings of their ids, and merge anew at once.

    `merge` (of reports or coverages) and `same` (of reports) make their coverages one, that of
    `right`; after `different` the report `left` is in no coverage with `right`, nor will be put
    there by the grouping; `split` takes `left` alone out of its coverage. Raises E402, E405.
    """
    with register.read() as view:
        made = judging.proposed(view, verdict, left, right, author=author, reason=reason)
        before = groupings(view)
        if judging.holds_already(view, made):
            return judging.change(made, before, before, changed=False)
    return _settle(register, made, before, made.author, lambda writer: writer.judge([made]))


def withdraw(register: Register, prefix: str, *, author: str, reason: str) -> Change:
    """Take a person's judgement back, and with it all that it did, and merge anew at once.

    What the grouping put into a coverage that was there by this judgement alone is placed again.
    Raises E402 where there is no such judgement, E405 where it is the machine's.
    """
    author, reason = judging.signed(author, reason)
    with register.read() as view:
        made = view.judgement(prefix)
        if made.author == MACHINE:
            advice = "Judge otherwise: split, same, different or merge."
            raise CommuniqueError("E405", f"{made.id} is the machine's", advice)
        standing, before = view.judgements(), groupings(view)
    if made not in standing:
        return judging.change(made, before, before, changed=False)
    gone = parted_coverage(made)
    rest = [one.id for one in standing if one.right == gone and one.author == MACHINE]

    def undo(writer: Writer) -> None:
        writer.withdraw_judgement(made.id, reason)
        for each in rest:
            writer.withdraw_judgement(each, "its coverage was there by a judgement taken back")

    return _settle(register, made, before, author, undo)


def _settle(
    register: Register,
    made: Judgement,
    before: Groupings,
    author: str,
    write: Callable[[Writer], None],
) -> Change:
    """Write, merge anew what changed, and tell it."""
    run = register.begin_run(VERSION, versions(), MAKERS, author=author)
    with register.write(run) as writer:
        write(writer)
    refresh(register, run)
    register.end_run(run)
    with register.read() as view:
        return judging.change(made, before, groupings(view), changed=True)


def refresh(register: Register, run: Run) -> int:
    """Place the reports that have no coverage, then merge anew every coverage that changed.

    Returns how many coverages were merged. Grouping holds the write lock, so that two processes
    never place the same report twice; merging computes outside it and is checked on writing.
    """
    with register.write(run) as writer:
        writer.judge(list(relations(writer.view, place(writer))))
    merged = 0
    while True:
        with register.read() as view:
            stale = view.stale(MERGE_PLAN)
        if not stale:
            return merged
        waiting = iter(stale)
        while some := list(islice(waiting, BATCH_COVERAGES)):
            merged += _merge_some(register, run, some)


def place(writer: Writer) -> list[Report]:
    """Let the grouping place every pending report, where no person's judgement bars it.

    What is barred from anything is placed last and alone, with those coverages out of sight.
    """
    pending = list(writer.view.pending())
    if not pending:
        return []
    apart = kept_apart(writer.view.judgements("different_happening"))
    free = [report for report in pending if report.id not in apart]
    barred = [[report] for report in pending if report.id in apart]
    for reports in filter(None, (free, *barred)):
        homes = writer.view.membership()
        others = frozenset().union(*(apart.get(report.id, ()) for report in reports))
        known = _known(writer.view, reports, {homes.get(one, one) for one in others})
        decisions = group(reports, known)
        writer.judge(
            judgement("same_happening", one.report_id, one.coverage_id, MACHINE, one.reason)
            for one in decisions
        )
        writer.judge(
            bridge(one.founding_report_id, other.founding_report_id, other.score, other.reason)
            for one in decisions
            for other in one.bridges
        )
    return pending


def _known(view: View, new: Sequence[Report], barred: Container[str]) -> list[KnownCoverage]:
    """The coverages that stand and may take one of `new`, but for those that are `barred`.

    Where few reports are placed, or fewer than are new, all are looked at.
    """
    homes = view.membership()
    few = len(homes) <= max(FEW, len(new))
    near = homes.keys() if few else view.nearby(new)
    return known_coverages(view, (one for one in near if homes[one] not in barred))


def _merge_some(register: Register, run: Run, stale: list[StaleCoverage]) -> int:
    made: list[tuple[StaleCoverage, Coverage | None, Merged | None]] = []
    with register.read() as view:
        names = [(one.left, one.right) for one in view.judgements("one_name")]
        for each in stale:
            reports: list[Report] = list(view.reports_by_id(each.report_ids))
            if not reports:
                made.append((each, None, None))
                continue
            partly = each.partly
            reports += view.reports_by_id(dict.fromkeys(one.report_id for one in partly.parts))
            found = [view.findings(report.id) for report in reports]
            coverage, merged = united(each.id, reports, found, partly.told(reports), names)
            coverage = replace(coverage, parts=partly.parts, related=partly.related)
            made.append((each, coverage, merged))
    with register.write(run) as writer:
        return sum(writer.derive(each, coverage, merged) for each, coverage, merged in made)
