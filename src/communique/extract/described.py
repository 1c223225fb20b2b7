"""Persons without an office: those of the table of public figures, and "NAME, a nurse in Dakar"."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.drafts import Draft, Drafts
from communique.extract.scanned import Scanned, plain_name
from communique.extract.sectors import sector_told
from communique.extract.whereabouts import around, behind, described, of_town
from communique.extract.words import NAME, trim_name
from communique.vocab.figures import Figure, find_figure
from communique.vocab.given_names import pronoun_of

_RUN = re.compile(NAME)
_WHO = re.compile(
    r",\s+(?:now\s+|then\s+|once\s+|himself\s+|herself\s+)?(?P<noun>(?:an?|the|one\s+of\s+the|his|her|its|their|whose|who\s+(?:\w+\s+){0,2}?"
    r"(?:owns?|runs?|heads?|leads?|led|founded|chairs?|teaches|edits|commands?|plays?|works?)\b|"
    r"(?:chief|head|owner|founder|director|editor|chair\w*|manager|secretary|president)\b)"
    r"[^,.;]{0,90})"
)
_DOES = (
    (re.compile(r"\bwho\b.*\b(?:owns?|runs?|founded)\b"), "BUS"),
    (re.compile(r"\bteach"), "EDU"),
    (re.compile(r"\bcommand"), "MIL"),
)
_OPPOSED = re.compile(r"\b(?:opposition|dissident|exiled|jailed critic|widow of the opposition)\b")
_BROAD = frozenset({"GOV", None})


def add_figures(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
    """Give the public figures of the table their state and sector, and add those without a title.

    What the report says of an office held goes before the table's sector.
    """
    for name, draft in drafts.items():
        figure = find_figure(name)
        if figure:
            _take(draft, figure)
    for item in scanned:
        whole = ((run.group(), run.start()) for run in _RUN.finditer(item.text))
        for name, start in (*whole, *_names(item, drafts)):
            figure = find_figure(name)
            if figure:
                draft = drafts.setdefault(name, Draft(rule="table of public figures"))
                draft.seen = draft.seen or item.passage.inner(start, start + len(name))
                _take(draft, figure)


def _take(draft: Draft, figure: Figure) -> None:
    if figure.iso3 is None:
        draft.states.clear()
        draft.body_sector = figure.sector
        return
    contrary = draft.states and figure.iso3 not in draft.states
    if contrary and draft.rule != "table of public figures" and draft.titles:
        return
    draft.states[figure.iso3] += 1
    outside = figure.sector in ("OPP", "REB", "BUS", "NGO", "REL", "MED") and _plain_titles(draft)
    if outside or not draft.titles:
        draft.body_sector = draft.body_sector or figure.sector


def _plain_titles(draft: Draft) -> bool:
    """Whether the titles the report gives say no more than that somebody leads something."""
    vague = ("leader", "founder", "head", "chief", "director", "member", "chair", "spokesman")
    return all(
        title.lower().split()[-1] in vague and sector_told(title) in _BROAD
        for title, _, _ in draft.titles
    )


def _names(item: Scanned, drafts: Drafts) -> Iterator[tuple[str, int]]:
    """Names of persons that are not yet drafted, with their places."""
    for run in _RUN.finditer(item.text):
        name = item.text[run.start() : trim_name(item.text, *run.span(), item.hits)]
        if name and name not in drafts:
            yield name, run.start()
            bare = plain_name(name)
            if bare != name and bare not in drafts:
                yield bare, run.start() + len(name) - len(bare)


def add_described(drafts: Drafts, scanned: Sequence[Scanned], states: Sequence[str]) -> None:
    """Add "NAME, a Kenyan nurse" and "NAME, who owns a mine": the words behind tell what they are.

    `states` are those the report names.
    """
    for item in scanned:
        for name, start in _names(item, drafts):
            end = start + len(name)
            told = _WHO.match(item.text, end)
            if not told or len(name.split()) < 2 or not _is_person(name, told["noun"]):
                continue
            sector = _sector(told["noun"])
            if sector is None:
                continue
            draft = drafts.setdefault(name, Draft(rule="description beside the name"))
            draft.body_sector = sector
            draft.seen = item.passage.inner(start, end)
            iso3 = _state(item, told, states)
            if iso3:
                draft.states[iso3] += 1


_TRADE = re.compile(
    r"(?<![\w-])(?:[a-z][\w-]*\s+){0,2}(?P<last>[a-z][\w-]*(?:er|or|ist|ian|man|woman|ant|ent|ess|"
    r"eur|star|ster)|nurse|monk|nun|priest|cleric|chef|poet|tycoon|magnate|activist|judge|coach|analyst|"
    r"surgeon|refugee|pilot|critic|hero|heir|baron|guru|laureate|scholar|clerk|academic|athlete|"
    r"champion|mogul|oligarch|medic|midwife)\s+$"
)
_FIRM = re.compile(
    r"(?:[a-z]maker|carrier|retailer|insurer|producer|miner|brewer|lender|refiner|operator|developer|"
    r"supplier|manufacturer|contractor|broadcaster|paper|exporter|importer|trader|shipbuilder|"
    r"regulator|monitor|giant|shipper|pioneer|conglomerate|competitor|group|start)$"
)
"""Words for companies and bodies, behind which no person is named."""
_NO_TRADE = frozenset(
    "president minister leader former member prisoner later under over after other never her "
    "for senior whether number paper order offer river water master father mother brother sister "
    "or nor mayor governor major minor parliament government when then than men women van de "
    "president's opponent agent client government current recent different independent".split()
)


def add_trades(drafts: Drafts, scanned: Sequence[Scanned], states: Sequence[str]) -> None:
    """Add "the Greek shipowner NAME" and "novelist NAME": a trade before a full name.

    Behind a nationality any trade will do; else it must be one that tells a sector.
    """
    for item in scanned:
        for run in _RUN.finditer(item.text):
            start, end = run.span()
            if " " not in run.group() or not item.text[max(0, start - 2) : start - 1].islower():
                continue
            told = _TRADE.search(item.text, max(0, start - 60), start)
            name = item.text[start : trim_name(item.text, start, end, item.hits)]
            if told is None or " " not in name or name in drafts:
                continue
            noun, last = told.group().strip(), told["last"]
            if last in _NO_TRADE or _FIRM.search(last):
                continue
            national = next(
                (
                    hit.iso3
                    for hit in item.hits
                    if hit.kind in ("demonym_adjective", "name", "short")
                    and re.fullmatch(r"(?:['’]s?|-born)?\s+", item.text[hit.end : told.start()])
                ),
                None,
            )
            sector = _sector(noun) or ("CVL" if national else None)
            if sector is None or sector == "GOV":
                continue
            draft = drafts.setdefault(name, Draft(rule="trade before the name"))
            draft.body_sector = sector
            draft.seen = item.passage.inner(start, start + len(name))
            iso3 = national or around(item.text, item.hits, states)
            draft.states.update([iso3] if iso3 else [])


def _is_person(name: str, noun: str) -> bool:
    """Whether a name is a person's: a known given name, or described as only persons are."""
    human = re.match(
        r"who\b|\w+\s+(?:[\w-]+\s+){0,3}(?:\w+(?:er|or|ist|man|woman|ent|ant)|nurse|"
        r"candidate|academic|critic|monk|priest|nun|cleric|refugee|judge|analyst|widow|villager|"
        r"economist|lawmaker|pensioner|tycoon|magnate|envoy|survivor|witness|mother|father)\b",
        noun,
    )
    return pronoun_of(name, ()) is not None or bool(human)


def _sector(noun: str) -> str | None:
    if _OPPOSED.search(noun):
        return "LEG" if re.search(r"lawmaker|legislator|senator|\bMP\b", noun) else "OPP"
    for pattern, sector in _DOES:
        if pattern.search(noun):
            return sector
    return sector_told(noun) or sector_told(_PLURAL.sub(r"\1s", noun))


_PLURAL = re.compile(r"\b([a-z]+(?:ist|er|or|ian|ant|ent|man))\b")
"""Words for one person, most of which the signal words have in the plural."""


def _state(item: Scanned, told: re.Match[str], states: Sequence[str]) -> str | None:
    """The state in the description, else of the town in it, else the only one near."""
    start, end = told.span("noun")
    for hit in item.hits:
        if start <= hit.start < end and (hit.iso3 or hit.home):
            return hit.iso3 or hit.home
    words = item.text[start:end]
    place = re.search(rf"\b(?:in|of|from|at)\s+(?:the\s+)?(?P<place>{NAME})", words)
    town = of_town(place["place"]) if place else None
    found = town or behind(item.text, end, item.hits) or described(item.text, start, end, item.hits)
    return found or around(item.text, item.hits, states)
