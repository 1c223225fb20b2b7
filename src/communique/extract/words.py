"""Finding names in running text: a lexicon scan, the shape of personal names, quotation marks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from communique.extract.ids import state_name
from communique.extract.sectors import plain_sector
from communique.vocab.dates import MONTHS, WEEKDAYS
from communique.vocab.figures import find_figure
from communique.vocab.given_names import pronoun_of
from communique.vocab.groups import Group, group_index
from communique.vocab.offices import institution_name, institution_pattern
from communique.vocab.organisations import organisation_index
from communique.vocab.press import press_index
from communique.vocab.seats import Seat, seat_index
from communique.vocab.states import decoys, name_index

_UPPER = "".join(c for c in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]) if c.isupper())
_CAPITAL = rf"[{_UPPER}](?:[^\W\d_]|['’\-][^\W\d_])*(?<!['’]s)"
_NAME_WORD = rf"(?:(?:[ae][lnst]|ash|az)-{_CAPITAL}|[{_UPPER}]\.(?:[{_UPPER}]\.)*|{_CAPITAL})"
_PARTICLE = r"(?:bin|ibn|al|el|von|van|der|de|da|do|dos|du|la|le|den|ten|ter|oglu|oghlu|af|zu)"
NAME = rf"{_NAME_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_NAME_WORD}){{0,5}}(?: Jr\.)?"
"""A run of capitalised words with the particles that personal names have."""
HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sheikh|Sheikha|Sir|Lord|Lady|Prof|Gen|Lt|Col|H\.E|HE|Hon|Shri|Smt|"
    r"Counselor)\.? ){1,3}"
)

_NO_NAME = frozenset(
    word.capitalize()
    for word in (
        *MONTHS,
        *WEEKDAYS,
        *"the a an in on at and but for when while during after before he she it they we i his her "
        "their this that these those both as if not also meanwhile earlier later president prime "
        "minister foreign secretary state council party congress government ministry parliament "
        "republic kingdom union airport palace hall hotel street mr mrs ms dr general who".split(),
    )
)
"""Capitalised words that are no part of a personal name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name of a table found at `start:end`.

    States have `iso3` and a `kind` of `NameKind`; organisations of states are of kind "igo",
    groups, parties and companies "organisation", agencies and outlets "press", all with their
    usual name and, but for the first, `home`, the state they are of, and their `sector`.
    """

    start: int
    end: int
    kind: str
    name: str
    iso3: str | None = None
    home: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a surface form of the tables stands for."""

    surface: str
    kind: str
    name: str
    iso3: str | None = None
    home: str | None = None
    sector: str | None = None

    def at(self, start: int, end: int) -> Hit:
        """This name as found at `start:end`."""
        return Hit(
            start=start,
            end=end,
            kind=self.kind,
            name=self.name,
            iso3=self.iso3,
            home=self.home,
            sector=self.sector,
        )


def seat_entry(surface: str, seat: Seat) -> Entry:
    """A seat under one of its names; a ministry of defence is government, whoever it commands."""
    sector = "GOV" if seat.kind == "defence_ministry" else seat.sector
    return Entry(surface, "government_seat", _usual_name(seat), seat.iso3, None, sector)


_MINISTRIES = {"foreign_ministry": "Foreign Ministry", "defence_ministry": "Defence Ministry"}


def _usual_name(seat: Seat) -> str:
    """A ministry is one office by whatever name: "Foreign Ministry of China"."""
    if seat.kind not in _MINISTRIES:
        return seat.name
    named = institution_pattern().search(seat.name)
    usual = institution_name(named.group()) if named else _MINISTRIES[seat.kind]
    return f"{usual} of {state_name(seat.iso3)}"


def group_entry(surface: str, group: Group) -> Entry:
    """A group under one of its names; companies are one sector, wherever they do business."""
    sector = "BUS" if group.kind == "company" else plain_sector(group.sector)
    return Entry(surface, "organisation", group.name, None, group.iso3, sector)


def entries() -> Iterator[Entry]:
    """Every surface form; of two for one form the later counts."""
    for surface, named in press_index().items():
        homes = {each.iso3 for each in named}
        yield Entry(surface, "press", named[0].name, None, homes.pop() if len(homes) == 1 else None)
    for surface, group in group_index().items():
        yield group_entry(surface, group)
    for surface, (iso3, kind) in name_index().items():
        yield Entry(surface, kind, surface, iso3)
    for surface, row in organisation_index().items():
        ngo = row.kind == "ngo"
        yield Entry(
            surface, "organisation" if ngo else "igo", row.name, None, None, "NGO" if ngo else "IGO"
        )
    for surface, seat in seat_index().items():
        yield seat_entry(surface, seat)
    for surface in decoys():
        yield Entry(surface, "decoy", surface)


@cache
def _lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """Surface forms by their first word, longest first."""
    by_first: dict[str, list[Entry]] = {}
    listed = {entry.surface: entry for entry in entries()}
    for entry in listed.values():
        for form in {entry.surface, plain(entry.surface)}:
            found = re.match(r"\w+", form)
            if found and (form == entry.surface or form not in listed):
                by_first.setdefault(found.group(), []).append(replace(entry, surface=form))
    return {
        first: tuple(sorted(rows, key=lambda entry: -len(entry.surface)))
        for first, rows in by_first.items()
    }


_NATIONAL = re.compile(r"\b(?:National|Supreme|Federal|State)\s+$")
"""What makes a body of one state of an organisation's name ("National Security Council")."""


def plain(words: str) -> str:
    """Words without their accents, as many outlets write them."""
    parts = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


_PLAIN = str.maketrans("ıəøłđ", "ieold")


def flat(text: str) -> str:
    """`text` with every white-space character a plain space, so that offsets stay."""
    return re.sub(r"\s", " ", text)


def scan(text: str) -> tuple[Hit, ...]:
    """Names of states, their peoples, seats and capitals, and of organisations; longest wins.

    A name behind a hyphen and a lower-case word ("one-China") names a policy and is passed over.
    """
    lexicon, found, at = _lexicon(), [], 0
    for word in re.finditer(r"\w+", text):
        if word.start() < at or word.group() not in lexicon:
            continue
        if re.search(r"\b[a-z]+-$", text[max(0, word.start() - 12) : word.start()]):
            continue
        for entry in lexicon[word.group()]:
            if entry.kind == "igo" and _NATIONAL.search(text[: word.start()]):
                break
            end = word.start() + len(entry.surface)
            if text.startswith(entry.surface, word.start()) and not text[end : end + 1].isalnum():
                if _in_longer_name(text, word.start(), end, entry):
                    continue
                at = end
                if entry.kind != "decoy":
                    found.append(entry.at(word.start(), end))
                break
    return tuple(found)


_CAPITALISED = re.compile(r"\s+[A-Z]")
_NO_OUTLET = re.compile(
    r"(?!(?:['’]s)?\s+(?:said|says|reported|reports|newspaper|daily|wrote|quoted|revealed)\b|[,.])"
)
"""What follows "The Australian" where the newspaper is not meant."""
_WORD_BEFORE = re.compile(r"(?<=\s)([A-Z][\w'’-]+)\s$")


def _in_longer_name(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a capital ("Rosa Lima") or an outlet ("The National Assembly") is part of a name."""
    if entry.kind == "press":
        nation = text[start:end].startswith("The ") and text[start + 4 : end] in name_index()
        return bool((_NO_OUTLET if nation else _CAPITALISED).match(text, end))
    before = _WORD_BEFORE.search(text[:start]) if entry.kind == "capital_metonym" else None
    return before is not None and before[1] not in _NO_NAME


def trim_name(text: str, start: int, end: int, hits: Iterable[Hit]) -> int:
    """Where the personal name that seems to fill `start:end` really ends; `start` if there is none.

    It ends before a weekday, a title or a name of the tables.
    """
    for hit in hits:
        if start <= hit.start < end and hit.kind != "capital_metonym":
            given = hit.start > start and hit.kind in ("name", "short", "organisation")
            surname = given and hit.end == end and _is_given(text[start : hit.start].strip())
            if not (surname or find_figure(text[start:end])):
                end = hit.start
    kept = start
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group().rstrip(".,") in _NO_NAME:
            break
        if word.group()[0].isupper() or "-" in word.group():
            kept = start + word.end()
    return kept


def _is_given(word: str) -> bool:
    """Whether a word is a given name, so that a state's behind it is a surname."""
    return " " not in word and pronoun_of(word) is not None


_OPEN, _CLOSE = '“"', '”"'


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches between double quotation marks, marks included, as (start, end).

    An opening mark without its fellow runs to the end of the text.
    """
    stretches, opened = [], -1
    for at, letter in enumerate(text):
        if opened < 0 and letter in _OPEN:
            opened = at
        elif opened >= 0 and letter in _CLOSE:
            stretches.append((opened, at + 1))
            opened = -1
    if opened >= 0:
        stretches.append((opened, len(text)))
    return tuple(stretches)
