"""Small made pages with everything that a page can give rise to, for the tests of the register."""

from itertools import accumulate

from sqlalchemy import func, select

from communique.errors import Fault
from communique.register import MACHINE, Register, StaleCoverage, Writer, coverage_of
from communique.register.schema import metadata
from communique.types.coverage import Coverage, Difference, Link, Merged, Origin, SentenceRef
from communique.types.ids import content_id
from communique.types.parties import Actor, Mention, Role
from communique.types.provenance import Judgement
from communique.types.record import Event, Findings, Statement
from communique.types.standing import Instrument, RelationChange
from communique.types.text import Block, DateMention, Evidence, Page, Passage, Report, Span

TOPICS = ("fisheries", "railways", "visas", "grain", "water", "customs", "aviation", "energy")


def page(number: int) -> Page:
    """Page `number`: a headline and three lines. Every fourth page tells the same happening."""
    topic = TOPICS[number // 4 % len(TOPICS)]
    lines = (
        f"Ministers discuss {topic} in Geneva, report {number}",
        f"The two ministers met on Tuesday to discuss {topic}.",
        f'"We shall sign an agreement on {topic}," the minister of Ruritania said.',
        f"Outlet {number} adds that Ruritania and Graustark raised their ties.",
    )
    text = "\n".join(lines)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    spans = [Span(start=at, end=at + len(line)) for at, line in zip(starts, lines, strict=False)]
    return Page(
        id=content_id("pg", text),
        name=f"{number}.txt",
        address=None,
        media="text",
        encoding="utf-8",
        sha256=content_id("pg", "sha", text),
        text=text,
        blocks=tuple(Block(span=span, tag="line") for span in spans),
    )


def read(whole: Page, plan: str = "1") -> tuple[Report, Findings]:
    """What plan "1" or "2" reads from a page; "2" finds another cue and no relation."""
    passages = [Passage(span=block.span, text=_cut(whole, block.span)) for block in whole.blocks]
    report = Report(
        id=content_id("rp", whole.id),
        page_id=whole.id,
        kind="wire",
        language="en",
        headline=passages[0],
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=None,
        updated=None,
        paragraphs=tuple(passages[1:]),
        sentences=tuple(passages[1:]),
    )
    return report, _findings(report, plan)


def _cut(whole: Page, span: Span) -> str:
    return whole.text[span.start : span.end]


def _findings(report: Report, plan: str) -> Findings:
    met, said, raised = report.sentences
    cited = [
        Evidence(report_id=report.id, span=one.span, quote=one.text) for one in report.sentences
    ]
    role = Role(title="minister", iso3=None, evidence=(cited[1],))
    actor = Actor(
        id=content_id("ac", "minister"),
        name="the minister",
        kind="person",
        iso3=None,
        roles=(role,),
        evidence=(cited[1],),
    )
    statement = Statement(
        id=content_id("st", report.id),
        report_id=report.id,
        source=said.inner(0, 3),
        actor_ids=(actor.id,),
        cue=said.inner(5, 9) if plan == "1" else None,
        content=(said.inner(10, 20),),
        manner="direct",
        modality="actual",
        rule="quote",
        evidence=(cited[1],),
    )
    relation = _relation(report.id, None, (report.id,), (cited[2],))
    return Findings(
        report_id=report.id,
        actors=(actor,),
        mentions=(Mention(passage=met.inner(0, 3), actor_ids=(actor.id,), rule="name"),),
        dates=(
            DateMention(
                passage=raised.inner(0, 6), value="2024-07", precision="month", stated=False
            ),
        ),
        statements=(statement,),
        events=(_event(report.id, None, (report.id,), (cited[0],)),),
        instruments=(_instrument(report.id, None, (report.id,), (cited[1],)),),
        relations=(relation,) if plan == "1" else (),
    )


def _event(
    key: str, home: str | None, reports: tuple[str, ...], cited: tuple[Evidence, ...]
) -> Event:
    return Event(
        id=content_id("ev", key),
        type="CONSULT",
        mode="meet",
        quad="VERBAL COOPERATION",
        intensity=2.5,
        actors=("ac-1",),
        recipients=(),
        modality="actual",
        confidence=0.75,
        rule="met",
        report_ids=reports,
        coverage_id=home,
        evidence=cited,
    )


def _instrument(
    key: str, home: str | None, reports: tuple[str, ...], cited: tuple[Evidence, ...]
) -> Instrument:
    return Instrument(
        id=content_id("in", key),
        kind="agreement",
        title=None,
        parties=("RUR", "GRA"),
        coverage_id=home,
        report_ids=reports,
        evidence=cited,
    )


def _relation(
    key: str, home: str | None, reports: tuple[str, ...], cited: tuple[Evidence, ...]
) -> RelationChange:
    return RelationChange(
        id=content_id("rl", key),
        dyad=("GRA", "RUR"),
        change="raised",
        level_before=None,
        level_after=None,
        date=None,
        coverage_id=home,
        report_ids=reports,
        evidence=cited,
    )


def same(left: str, right: str, author: str = MACHINE, at: str = "2024-07-03") -> Judgement:
    """A judgement that two things are of one happening."""
    made = content_id("jd", "same", left, right, author)
    return Judgement(
        id=made, kind="same_happening", left=left, right=right, author=author, reason="", at=at
    )


def apart(left: str, right: str, author: str = "ada") -> Judgement:
    """A judgement that two things are not of one happening."""
    made = content_id("jd", "different", left, right, author)
    return Judgement(
        id=made, kind="different_happening", left=left, right=right, author=author, reason="", at=""
    )


def failed(number: int) -> Fault:
    """The fault of page `number` when it could not be read."""
    return Fault.of(f"{number}.txt", "E104", "made up")


def add(writer: Writer, number: int, plan: str = "1") -> bool:
    """Add page `number` as read under `plan`; every third page has a fault of its own too."""
    whole = page(number)
    report, findings = read(whole, plan)
    faults = [Fault.of(whole.name, "E201", "made up")] if number % 3 == 0 else []
    return writer.add_page(whole, plan, reports=[report], findings=[findings], faults=faults)


def group(writer: Writer) -> None:
    """Place every pending report with those of its topic, the least id founding."""
    view = writer.view
    founders = {}
    for report_id, home in sorted(view.membership().items()):
        if coverage_of(report_id) == home:
            founders[topic(view.report(report_id))] = report_id
    pending = list(view.pending())
    for report in pending:
        founders.setdefault(topic(report), report.id)
    writer.judge(same(one.id, coverage_of(founders[topic(one)])) for one in pending)


def topic(report: Report) -> str:
    """What a made report is about."""
    return next(one for one in TOPICS if one in report.body)


def merge(stale: StaleCoverage) -> tuple[Coverage, Merged]:
    """A coverage and its merged records, made from nothing but its members' ids."""
    members = stale.report_ids
    cited = tuple(
        Evidence(report_id=one, span=Span(start=0, end=4), quote="Mini") for one in members
    )
    first, last = (SentenceRef(report_id=one, sentence=0) for one in (members[0], members[-1]))
    coverage = Coverage(
        id=stale.id,
        report_ids=members,
        origins=(Origin(name="made", report_ids=members, reason="made"),),
        links=(Link(a=first, b=last, kind="near", score=0.5),),
        differences=(
            Difference(
                topic="t",
                report_id=members[0],
                says="s",
                kind="omitted",
                version=members[-1],
                evidence=cited[:1],
            ),
        ),
    )
    merged = Merged(
        coverage_id=stale.id,
        events=(_event(stale.id, stale.id, members, cited),),
        instruments=(_instrument(stale.id, stale.id, members[:1], cited[:1]),),
        relations=(_relation(stale.id, stale.id, members[:1], cited[:1]),),
    )
    return coverage, merged


def fill(register: Register, numbers: range, plan: str = "1", version: str = "m1") -> None:
    """Do what the service does: add pages one transaction each, group, merge what is stale."""
    run = register.begin_run("test", {"split": "1"}, {"report": "split"})
    for number in numbers:
        with register.write(run) as writer:
            add(writer, number, plan)
    with register.write(run) as writer:
        group(writer)
    with register.read() as view:
        stale = view.stale(version)
    for one in stale:
        with register.write(run) as writer:
            writer.derive(one, *(merge(one) if one.report_ids else (None, None)))
    register.end_run(run)


def contents(register: Register) -> dict[str, object]:
    """Everything that stands, to compare two registers by."""
    with register.read() as view:
        reports = tuple(view.reports())
        return {
            "pages": tuple(view.pages()),
            "reports": reports,
            "findings": tuple(view.findings(report.id) for report in reports),
            "membership": view.membership(),
            "coverages": tuple(view.coverages()),
            "events": tuple(view.events()),
            "instruments": tuple(view.instruments()),
            "relations": tuple(view.relations()),
            "actors": {actor.id: set(actor.evidence) for actor in view.actors()},
            "faults": tuple(view.faults()),
            "counts": view.counts(),
            "stale": view.stale("m1"),
        }


def rows(register: Register) -> dict[str, int]:
    """The number of rows of every table that is not about runs."""
    about_runs = {"runs", "run_ends", "provenances"}
    tables = [table for name, table in metadata.tables.items() if name not in about_runs]
    with register._transaction(writing=False) as connection:
        counted = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    return {table.name: count or 0 for table, count in zip(tables, counted, strict=True)}
