"""Lines that carry marks of their own: stamps, editors, captions, bylines."""

import re

from communique.types.text import Label
from communique.vocab.dates import find_dates, find_times

_STAMP_WORDS = re.compile(
    r"\b(?:first|originally|last|page|article|date|time|published|publish|posted|post|updated?"
    r"|modified|revised|edited|created|issued|released|release|uploaded|reviewed|on|at|by|and|the|ago|read"
    r"|min(?:ute)?s?|hrs?|hours?|local|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b|[^\W\d_]+\s+time\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_EDITOR = re.compile(
    r"^\W*(?:(?:web|copy|news|photo|video|managing|duty|chief|responsible|english)\s+)?"
    r"(?:editors?|edited\s+by|editing\s+by|reporting\s+by|reported\s+by|writing\s+by|written\s+by"
    r"|additional\s+reporting|translated\s+by|translation|compiled\s+by|proofread\w*)"
    r"\b\s*[:\-–by ]",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*){0,4})"
CREDIT = re.compile(
    r"[(\[]\s*(?:(?:file\s+)?(?:photo|image|picture|pic|video|credit|source|courtesy)\b[^()\[\]]{0,80}"
    rf"|{_NAME}\s?/\s?(?-i:[A-Z])[^()\[\]]{{1,60}}"
    r"|[^()\[\]]{0,60}\b(?:file\s+photo|photo|via\s+(?-i:[A-Z])\w+))\s*[)\]]\.?\s*$"
    r"|(?:\b(?:photo|photograph|image|picture|credit)s?(?:\s*/\s*illustration)?"
    r"\s*(?:by|:|credit|courtesy)|©|\(c\))\s*[^.]{2,80}\.?\s*$"
    rf"|[.!?”\"]\s+{_NAME}/\s?{_NAME}\.?\s*$"
    r"|\b(?:(?-i:[A-Z])\w+/)?(?:Getty\s+Images|AFP|Shutterstock)\.?\s*$",
    re.IGNORECASE,
)
"""A photo credit at the end of a caption."""
_CAPTION_LEAD = re.compile(
    r"^\W*(?:(?:file\s+)?(?:photo|image|picture|caption)(?:\s+caption)?\s*[:|]|in\s+this\s+(?:file\s+)?"
    r"(?:photo|image|handout)|this\s+(?:photo|image)\s+taken)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^\W*[Bb][Yy]\W+(?P<name>(?:(?:[A-Z][\w.'’-]+|de|al|el|bin|van|von|and|&|,|\|)\W?\s*){1,10})"
    r"(?:(?:in|for|with|on|[|•·/-]).{0,60})?$"
    r"|^[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}\s?[,|–-]\s?[\w ]{0,30}"
    r"(?:correspondent|reporter|staff\swriter|columnist|in\s[A-Z]\w+)$"
)


def stamp_like(line: str) -> bool:
    """Whether a line is a time stamp: dates or times and next to nothing else.

    >>> stamp_like("2024-07-04 03:45 Last Updated At:14:27"), stamp_like("He left on 4 July 2024.")
    (True, False)
    """
    if len(line) > 140:
        return False
    spans = [(form.start, form.end) for form in find_dates(line)]
    spans += [(form.start, form.end) for form in find_times(line)]
    if not spans:
        return False
    rest = line
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    rest = _STAMP_WORDS.sub(" ", rest)
    words = _WORD.findall(rest)
    if line.rstrip().endswith((".", "!", "?")) and len(words) > 1:
        return False
    separated = any(mark in line for mark in "|•·:")
    return len(words) <= (6 if separated else 3)


_SIGNATURE = re.compile(
    r"^for\s(?:and\son\sbehalf\sof\s)?the\s(?:state|government|republic|kingdom|federal|people|united|european)\b"
    r"[^.:]{0,80}:?\s*(?:[^.]{0,80})$",
    re.IGNORECASE,
)


def mark(line: str) -> Label | None:
    """The label that a line's own marks give it, or None.

    >>> mark("(Web editor: Zhang Wei, Li Min)"), mark("By Jane Roe"), mark("He met her.")
    ('editor', 'byline', None)
    """
    if _EDITOR.match(line) and len(line) < 200:
        return "editor"
    if stamp_like(line):
        return "stamp"
    if len(line) < 700 and (_CAPTION_LEAD.match(line) or CREDIT.search(line)):
        return "caption"
    if len(line) < 160 and _SIGNATURE.match(line):
        return "credit"
    if len(line) < 120 and _BYLINE.match(line):
        return "byline"
    return None
