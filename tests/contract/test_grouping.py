"""One batch, one by one and in chunks of any size: the same coverages, up to a tolerance.

What stands is not united or taken apart when more comes, so that reports which come one by one may
be grouped otherwise than those that come at once. The agreement of two ways is the B-cubed F1 of
one against the other: it is at least `TOLERANCE` for the demo pages and for made-up happenings,
whether all that is placed is looked at or only what shares keys. Within one batch the order never
matters.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import service
from communique.group import KnownCoverage, group
from communique.pipeline import reading
from communique.pipeline.reading import reports_of
from communique.read import RawPage, open_sources, to_page
from communique.register import Register
from communique.types.ids import content_id
from communique.types.text import Page, Passage, Report, Stamp

TOLERANCE = 0.95
PAGES = Path(reading.__file__).parents[1] / "demo" / "pages"
SYLLABLES = "ba ko ri ma te lu san dor vel kin ash mir gol tan ber zu".split()
SUBJECTS = "grain,railways,visas,gas,fisheries,customs,forestry,tourism".split(",")


def demo() -> Iterator[Report]:
    """The reports of the demo pages."""
    for raw in open_sources([str(PAGES)]):
        assert isinstance(raw, RawPage)
        page = to_page(raw)
        assert isinstance(page, Page)
        found = reports_of(page)
        yield from found if isinstance(found, tuple) else ()


def made_up() -> Iterator[Report]:
    """Twenty happenings of one month in one to four versions each, cut and shuffled."""
    dice = random.Random(2)
    for number in range(20):
        host, guest, place = ("".join(dice.choices(SYLLABLES, k=3)).title() for _ in range(3))
        told = [
            f"{host} received {guest} in {place} for talks on {dice.choice(SUBJECTS)}.",
            f"{guest} told {host} that trade in {dice.choice(SUBJECTS)} had grown.",
            f"Experts will meet in {place} again, {host} said.",
            f"Both sides praised cooperation in {dice.choice(SUBJECTS)}.",
            f"{guest} also saw a factory near {place}.",
        ]
        for version in range(dice.randint(1, 4)):
            kept = [told[0], *dice.sample(told[1:], dice.randint(2, 4))]
            day = f"2024-05-{1 + number % 28:02}"
            yield report(f"{number} {version}", kept, day)


def report(name: str, lines: Sequence[str], day: str) -> Report:
    """A report of these sentences, published on a day."""
    text = "\n".join(lines)
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    cut = tuple(Passage.cut(text, at, at + len(line)) for at, line in zip(starts, lines))  # noqa: B905
    return Report(
        id=content_id("rp", name),
        page_id=content_id("pg", name),
        kind="news",
        language="en",
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        dateline=None,
        published=Stamp(value=day, stated=True),
        updated=None,
        paragraphs=cut,
        sentences=cut,
    )


def page_of(one: Report) -> Page:
    """A page that the report alone stands on."""
    page = content_id("pg", one.id)
    return Page(
        id=page,
        name=one.id,
        address=None,
        media="text",
        encoding="utf-8",
        sha256=page,
        text=one.body,
        blocks=(),
    )


SETS = {
    name: sorted((replace(each) for each in made()), key=lambda one: one.id)
    for name, made in (("demo", demo), ("made up", made_up))
}


def in_chunks(register: Register, chunks: Sequence[Sequence[Report]]) -> Mapping[str, str]:
    """The coverage of every report, where they came in these chunks."""
    run = register.begin_run("test", {})
    for chunk in chunks:
        with register.write(run) as writer:
            for each in chunk:
                writer.add_page(page_of(each), "1", reports=[each])
            service.place(writer)
    with register.read() as view:
        return dict(view.membership())


def chunked(reports: Sequence[Report], sizes: Sequence[int], seed: int) -> list[list[Report]]:
    """The reports in an order of their own, cut into chunks of random sizes among `sizes`."""
    dice = random.Random(seed)
    left, chunks = dice.sample(reports, len(reports)), []
    while left:
        size = dice.choice(sizes)
        chunks.append(left[:size])
        left = left[size:]
    return chunks


def agreement(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """B-cubed F1 of two partitions of the same reports."""
    assert one.keys() == other.keys()
    cells = Counter((one[each], other[each]) for each in one)
    rows, columns = Counter(one.values()), Counter(other.values())
    of_rows = sum(n * n / rows[a] for (a, _), n in cells.items()) / len(one)
    of_columns = sum(n * n / columns[b] for (_, b), n in cells.items()) / len(one)
    return 2 * of_rows * of_columns / (of_rows + of_columns)


@pytest.mark.parametrize("few", [0, 10_000], ids=["by keys", "all looked at"])
@pytest.mark.parametrize("sizes", [(1,), (1, 2, 5, 20)], ids=["one by one", "chunks"])
@pytest.mark.parametrize("name", SETS)
def test_batch_and_increments_agree(
    monkeypatch: pytest.MonkeyPatch, name: str, sizes: tuple[int, ...], few: int
) -> None:
    monkeypatch.setattr(service, "FEW", few)
    reports = SETS[name]
    batch = {each.report_id: each.coverage_id for each in group(reports)}
    assert 1 < len(set(batch.values())) < len(batch)
    with Register.in_memory() as register:
        found = in_chunks(register, chunked(reports, sizes, seed=len(sizes)))
    assert agreement(batch, found) >= TOLERANCE


def test_the_register_places_a_batch_as_the_grouping_does(register: Register) -> None:
    reports = SETS["demo"]
    batch = {each.report_id: each.coverage_id for each in group(reports)}
    assert in_chunks(register, [reports]) == batch


@settings(max_examples=15, deadline=None)
@given(st.permutations(SETS["made up"][:16]), st.data())
def test_the_order_within_a_batch_never_matters(order: list[Report], data: st.DataObject) -> None:
    standing = [
        KnownCoverage(id=f"cv-{number}", founding_report_id=each.id, reports=(each,))
        for number, each in enumerate(SETS["made up"][16:22])
    ]
    shuffled = data.draw(st.permutations(standing))
    assert group(order, shuffled) == group(sorted(order, key=lambda one: one.id), standing)
