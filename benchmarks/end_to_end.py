"""Time the whole way: `end_to_end.py [--data ../shared/data] [--pages 1000] [--adds 10] [--each]`.

Pages of a mixed corpus, a fifth of it diplomacy (the project's gold reports and demo pages), the
rest other news (local news of LGL, ECB+), are added to a fresh register in `--adds` rounds: read,
split, extracted, grouped, compared, merged, stored. Prints pages for each CPU-second, the share of
every stage, and memory after each round. `--each` takes diplomacy, other news, and what the screen
passes over of that by themselves first: other news that tells of dealings between states is read
in full.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from happenings import read_happenings
from standing_gold import read_standing

from communique import demo, service
from communique.extract.screen import concerns_states
from communique.pipeline import reading
from communique.register import Register

ROOT = Path(__file__).resolve().parents[1]
extraction = import_module("communique.extract.extract")  # its package names the function so, too
STAGES = (
    (reading, "to_page", "read"),
    (reading, "reports_of", "clean and split"),
    (reading, "extract", "extract"),
    (extraction, "who_and_where", "  of it: who, where, statements"),
    (extraction, "find_events", "  of it: events"),
    (extraction, "find_positions", "  of it: positions"),
    (extraction, "find_instruments", "  of it: instruments"),
    (extraction, "find_relations", "  of it: relations"),
    (service, "place", "group"),
    (service, "united", "compare and merge"),
)
"""Where each stage is called, by which name, and what it is called here."""


def relevant_pages() -> Iterator[str]:
    """Pages of diplomatic reports, all written for the project."""
    for half in ("seen", "unseen"):
        yield from (page for each in read_happenings(half) for page in each.pages.values())
        yield from (each.page for each in read_standing(half))
    for path in sorted(demo.PAGES.glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def other_pages(data: Path) -> Iterator[str]:
    """Pages of news that is not diplomacy, but for what local news has of it."""
    for article in ElementTree.parse(data / "places/lgl.xml").iter("article"):
        yield f"{article.findtext('title') or ''}\n\n{article.findtext('text') or ''}\n"
    with (data / "grouping/ecbplus_dev.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] + "\n" for line in lines)


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Add up the CPU-seconds of each stage in `spent`."""

    def timing(call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return call(*given, **named)
            finally:
                spent[name] += time.process_time() - start

        return run

    kept = [(module, name, getattr(module, name)) for module, name, _ in STAGES]
    for module, name, shown in STAGES:
        setattr(module, name, timing(getattr(module, name), shown))
    try:
        yield
    finally:
        for module, name, call in kept:
            setattr(module, name, call)


def measure(pages: list[str], rounds: int) -> tuple[float, dict[str, float], list[int]]:
    """CPU-seconds of adding `pages`, by stage, and memory in MiB after each round."""
    spent: dict[str, float] = defaultdict(float)
    memory = []
    with tempfile.TemporaryDirectory() as folder, timed(spent):
        for number, page in enumerate(pages):
            (Path(folder) / f"p{number:05}.txt").write_text(page, encoding="utf-8")
        paths = sorted(map(str, Path(folder).glob("p*.txt")))
        start = time.process_time()
        with Register.open(Path(folder) / "register.db") as register:
            for n in range(rounds):
                service.add(register, paths[n::rounds])
                memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return time.process_time() - start, spent, memory


def show(title: str, pages: list[str], rounds: int) -> None:
    """Print the figures of `pages`."""
    total, spent, memory = measure(pages, rounds)
    print(f"{title}: {len(pages)} pages, {len(pages) / total:.1f} a CPU-second, {total:.0f} s")
    for _, _, name in STAGES:
        print(f"  {name:34} {spent[name] / total:6.1%}")
    apart = sum(spent[name] for _, _, name in STAGES if not name.startswith(" "))
    print(f"  {'register and the rest':34} {(total - apart) / total:6.1%}")
    print(f"  memory, MiB after each round       {' '.join(map(str, memory))}", flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--adds", type=int, default=10)
    parser.add_argument("--each", action="store_true", help="each kind by itself, too")
    options = parser.parse_args()
    dice = random.Random(0)
    relevant, other = list(relevant_pages()), list(other_pages(options.data))
    dice.shuffle(relevant)
    dice.shuffle(other)
    few = options.pages // 5
    relevant, other = relevant[:few], other[: options.pages - few]
    # What is loaded once, also to compare versions of one happening, is not counted.
    measure([*islice(relevant_pages(), 12), *other[:4]], 1)
    kinds = {"mixed": relevant + other}
    dice.shuffle(kinds["mixed"])
    if options.each:
        passed = [page for page in other if not concerns_states(page)]
        kinds |= {"diplomacy": relevant, "other news": other, "of it passed over": passed}
    for title, pages in kinds.items():
        # Each by a process of its own: what one has read and kept would spare the next the work.
        child = get_context("fork").Process(target=show, args=(title, pages, options.adds))
        child.start()
        child.join()


if __name__ == "__main__":
    main()
