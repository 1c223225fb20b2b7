"""Who published and who wrote: outlet, agency, byline, editors, photo credits."""

import re
from collections.abc import Iterator, Sequence

from communique.split.datelines import DatelineForm
from communique.types.text import Credit, Line, Passage
from communique.vocab.dates import find_dates, find_times
from communique.vocab.press import find_press, marked_outlets
from communique.vocab.states import find_state
from communique.vocab.states import place as known_place

_NAMES = r"(?P<names>[^\n()|•·]{2,160}?)"
_EDITOR = re.compile(
    rf"(?:editors?|edited\s+by|editing\s+by)\s*[:\-–]?\s*{_NAMES}\s*(?:[;)|]|$)", re.IGNORECASE
)
_BYLINE = re.compile(
    r"^\W*by\s+(?P<names>[^|•·\n]{3,120}?)\s*(?:[|•·].*|,\s*\d.*|\bon\b.*)?$", re.I
)
_IN_BRACKETS = re.compile(r"[(\[]\s*(?P<credit>[^()\[\]]{2,80})\s*[)\]]\.?\s*$")
_PHOTO_LABEL = re.compile(
    r"^(?:(?:file\s+)?(?:photo|image|picture|credit)s?(?:\s+(?:by|credit))?\s*[:/]?\s*)+", re.I
)
_BARE_CREDIT = re.compile(
    r"(?:(?:photo|photograph|image|picture|credit)s?(?:\s+(?:by|credit))?\s*[:/]\s*|(?:photo|image|picture)s?\s+by\s+|©\s*)"
    r"(?P<credit>[^.:()]{2,60})\.?\s*$",
    re.IGNORECASE,
)
_SLASH_CREDIT = re.compile(
    r"[.!?”\"]\s+(?P<credit>[A-Z][\w.&'’ -]{1,30}/\s?[A-Z][\w&'’ -]{1,40})\.?\s*$"
)
_REPORTS = re.compile(
    r"[,–—-]\s(?P<name>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2})\s(?:reports|informs)(?:\s[^.]{0,60})?\.$"
)
_PRESS_WORD = re.compile(
    r"\b(?:agency|news|press|wire|desk|times|post|media|service|herald|daily)\b", re.I
)
_UNEDITED = re.compile(
    r"not\s(?:been\s)?edited\sby\s(?P<name>[A-Z][\w&'. -]{2,40}?)\s+(?:staff|team|and)\b"
)
_FILED = re.compile(
    r"\s*[,|–-]\s?[\w ]{0,30}(?:correspondent|reporter|writer|columnist|in\s[A-Z]\w+)$"
)
_SOURCE = re.compile(r"^\W*(?:source|agency|via)\s*[:\-–]\s*(?P<name>[^|•·]{2,50}?)\s*$", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?)?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][\w&’'. -]{2,50}?)\s*(?:[.,|]|all\s+rights|$)",
    re.IGNORECASE,
)


def find_editors(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The names of editors, one passage each."""
    found: list[Passage] = []
    for line in lines:
        if line.label == "editor":
            for match in _EDITOR.finditer(line.text):
                found.extend(_each_name(line.passage, match.start("names"), match["names"]))
    return tuple(found)


def _each_name(passage: Passage, start: int, names: str) -> Iterator[Passage]:
    for match in re.finditer(r"(?:(?!,|;|&|\sand\s).)+", names):
        words = match[0].strip(" .&")
        words = words.removeprefix("and ")
        if words:
            at = names.index(words, match.start())
            yield passage.inner(start + at, start + at + len(words))


def find_byline(lines: Sequence[Line]) -> Passage | None:
    """The writer's name as the page gives it, without "By"."""
    for line in lines:
        if line.label == "byline":
            text = line.text
            if _is_date(text):
                continue
            match = _BYLINE.match(text)
            if match:
                return line.passage.inner(match.start("names"), match.end("names"))
            filed = _FILED.search(text)
            if filed:
                return line.passage.inner(0, filed.start())
            if len(text.split()) <= 6 and text[:1].isupper():
                return line.passage
    author = next((line for line in lines if line.tag == "meta:author"), None)
    return author.passage if author and 2 <= len(author.text.split()) <= 8 else None


def _is_date(text: str) -> bool:
    return any(True for _ in find_dates(text)) and not text.lower().startswith("by ")


def find_photo_credits(captions: Sequence[Line]) -> tuple[Passage, ...]:
    """The credits inside captions ("Xinhua/Yue Yuewei"), without words like "Photo:"."""
    found: list[Passage] = []
    for line in captions:
        match = (
            _IN_BRACKETS.search(line.text)
            or _BARE_CREDIT.search(line.text)
            or _SLASH_CREDIT.search(line.text)
        )
        if match:
            start, end = match.span("credit")
            label = _PHOTO_LABEL.match(line.text[start:end])
            start += label.end() if label and label.end() < end - start else 0
            if line.text[start:end].strip():
                found.append(line.passage.inner(start, end))
    return tuple(found)


def find_agency(lines: Sequence[Line], dateline: tuple[Line, DatelineForm] | None) -> Credit | None:
    """The agency that wrote the report, where the page says so: dateline, stamp, byline, source."""
    if dateline and dateline[1].agency:
        line, form = dateline
        start = form.agency_start
        return _credit(line.passage.inner(start, start + len(form.agency or "")), "the dateline")
    for line in lines:
        passage = _from_stamp(line) or _from_source(line)
        if passage:
            return _credit(passage, f"the {line.label} line")
    first = next((line for line in lines if line.label == "body"), None)
    match = _REPORTS.search(first.text) if first else None
    if first and match and not find_state(match["name"]):
        return _credit(first.passage.inner(*match.span("name")), "the first paragraph")
    return None


def _credit(passage: Passage, where: str) -> Credit:
    known = find_press(passage.text)
    name = known.name if known and known.name.lower() == passage.text.lower() else passage.text
    return Credit(name=name, stated=True, reason=f"named in {where}", passage=passage)


def _from_stamp(line: Line) -> Passage | None:
    """Words in front of a stamp: "Reuters | Beijing | Updated: ..." or "Xinhua) 08:23"."""
    if line.label not in ("stamp", "byline"):
        return None
    text = line.text
    first = re.match(r"\W*(?P<name>[A-Z][\w&’'.]*(?:\s[A-Z][\w&’'.]*){0,3})\s*[)|•·]", text)
    if first and _is_press(first["name"], text[first.end() :]):
        return line.passage.inner(*first.span("name"))
    for part in re.finditer(r"[^|•·,]+", text):
        words = part[0].strip()
        known = find_press(words)
        if known and known.kind == "agency":
            start = part.start() + part[0].index(words)
            return line.passage.inner(start, start + len(words))
    return None


def _is_press(name: str, rest: str) -> bool:
    """Known, called a press name, or followed by a place as agencies are ("X | Beijing | ...")."""
    if known_place(name) or find_state(name):
        return False
    second = re.split(r"[|•·]", rest)[0].strip()
    return bool(find_press(name) or _PRESS_WORD.search(name) or known_place(second))


def _from_source(line: Line) -> Passage | None:
    if line.label in ("repeat", "gallery", "caption") or len(line.text) > 70:
        return None
    match = _SOURCE.match(line.text)
    if match and not any(True for _ in (*find_dates(line.text), *find_times(line.text))):
        return line.passage.inner(*match.span("name"))
    return None


def find_outlet(lines: Sequence[Line], page_lines: Sequence[Line]) -> Credit | None:
    """The publisher: stated by the page's head or copyright line, else inferred from known marks.

    Marks ("(Xinhua) HH:MM, Month DD, YYYY" and "Web editor:" stand together on one site) only ever
    give an inferred outlet, with the reason.
    """
    for line in page_lines:
        if line.tag == "meta:site":
            return Credit(
                name=line.text, stated=True, reason="the page's head", passage=line.passage
            )
    for line in lines:
        match = _UNEDITED.search(line.text) if line.label == "furniture" else None
        if match:
            passage = line.passage.inner(*match.span("name"))
            return Credit(name=passage.text, stated=True, reason="a notice", passage=passage)
    for line in page_lines:
        short = line.label in ("furniture", "editor") and len(line.text) < 200
        match = _COPYRIGHT.search(line.text) if short else None
        if match and not match["name"].lower().startswith("all rights"):
            passage = line.passage.inner(*match.span("name"))
            return Credit(
                name=passage.text, stated=True, reason="the copyright line", passage=passage
            )
    text = "\n".join(line.text for line in lines)
    for each, marks in marked_outlets():
        if marks.search(text):
            return Credit(name=each.name, stated=False, reason=f"its layout: {each.marks}")
    return None
