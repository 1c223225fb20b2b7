"""Which line of a story is its headline: words that the body takes up, in front of it or behind."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from rapidfuzz import fuzz

from communique.types.text import Line

LEAST_OVERLAP = 0.2
"""The share of a headline's content words that the first paragraphs take up."""
QUESTION_WORDS = 15
"""A shorter question may well be a headline."""
WEIGHTY = 4
"""A headline of fewer content words finds them in any body; its share counts for less."""
NEAR = 0.04
FAR = 1.0
"""What each line between a headline and the body costs, and the most that distance costs."""
SIGNED = 0.4
"""What a stamp or a byline right under a line is worth."""
CLOSE = 4
"""A line this near to the first paragraph may be its headline on half of that share."""
OPENING = 6
_END = frozenset('.!:;…”"’»')
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SITE = re.compile(r"\s+(?:[|·•»]|[-–—])\s+")


def is_prose(line: Line) -> bool:
    """Whether a line may be a paragraph of the body: labelled so, and a sentence in length."""
    if line.label != "body":
        return False
    last, words = line.text.rstrip(" )]*")[-1:], len(line.text.split())
    return (words >= 5 and last in _END) or (words >= QUESTION_WORDS and last == "?")


def content_words(text: str) -> set[str]:
    """The words of more than three letters, and numbers, stems cut to six letters."""
    return {
        word[:6].lower()
        for word in _WORD.findall(text)
        if len(word) > 3 or word.isupper() or word[0].isdigit()
    }


def words_of(body: Sequence[Line]) -> set[str]:
    """The content words of several lines together."""
    return content_words(" ".join(line.text for line in body))


def overlap(headline: str, body: Set[str]) -> float:
    """The share of the headline's content words that are among the words of `body`."""
    words = content_words(headline)
    return len(words & body) / len(words) if words else 0.0


def headline_like(line: Line) -> bool:
    """Whether a line could be a headline by its form: some words, no full stop at the end."""
    words = line.text.split()
    return (
        line.label in ("body", "headline", "repeat", "gallery")
        and 3 <= len(words) <= 35
        and len(line.text) <= 220
        and not line.text.rstrip().endswith((".", ";", ",", ":"))
    )


def find_headline(lines: Sequence[Line], selected: Sequence[Line]) -> Line | None:
    """The headline among the lines of one story, or None where it has none.

    `selected` are the same lines with those outside the body relabelled. Candidates stand before
    the first paragraph or, if they are repeated, behind the last one. The head of an HTML page
    decides between several <h1>; without any, its title is the headline.
    """
    prose = [at for at, line in enumerate(selected) if is_prose(line)]
    if not prose:
        return None
    opening = words_of([lines[at] for at in prose[:OPENING]])
    title = next((line for line in lines if line.tag == "meta:title"), None)
    marked = [line for line in lines if line.label == "headline"]
    if marked and title:
        best = max(marked, key=lambda line: fuzz.ratio(line.text.lower(), title.text.lower()))
        if fuzz.partial_ratio(best.text.lower(), title.text.lower()) >= 70:
            return best
    if title:
        return marked[0] if marked and overlap(marked[0].text, opening) > 0.5 else _bare(title)
    times = Counter(line.text for line in lines)
    found: list[tuple[float, int, Line]] = []
    for at, line in enumerate(lines):
        behind = at > prose[-1] and times[line.text] > 1
        if headline_like(line) and (at < prose[0] or behind):
            shared = overlap(line.text, opening)
            least = LEAST_OVERLAP / 2 if 0 < prose[0] - at <= CLOSE else LEAST_OVERLAP
            if shared >= least:
                weight = min(1.0, len(content_words(line.text)) / WEIGHTY)
                distance = min(FAR, NEAR * abs(at - prose[0]))
                score = 2 * shared * weight + 0.3 * min(times[line.text], 4) - distance
                if any(after.label in ("stamp", "byline") for after in lines[at + 1 : at + 4]):
                    score += SIGNED
                found.append((score, -at, line))
    return max(found, key=lambda each: each[:2])[2] if found else None


def _bare(title: Line) -> Line:
    """A page title without the site's name behind a bar or dash."""
    parts = list(_SITE.finditer(title.text))
    if not parts:
        return title
    first, last = parts[0], parts[-1]
    start, end = 0, last.start()
    if last.start() < 0.4 * len(title.text):
        start, end = first.end(), len(title.text)
    return Line(passage=title.passage.inner(start, end), label=title.label, tag=title.tag)
