"""What a brief tells of the documents between two states."""

from collections.abc import Iterable, Iterator

from communique.export.briefing.draft import Draft
from communique.export.briefing.phrases import acts_phrase, instrument_phrase
from communique.types.standing import Instrument


def agreements(found: Iterable[Instrument], dyad: tuple[str, str]) -> Iterator[Draft]:
    """Every instrument: when something was last done with it, what it is, and all that was done."""
    for each in found:
        day = max((act.date for act in each.acts if act.date), default=None)
        acts = acts_phrase(each)
        yield Draft(
            record_id=each.id,
            head=day.replace("/", " to ") if day else "No date stated",
            text=instrument_phrase(each, dyad) + (f": {acts}" if acts else ""),
            day=day,
            others=each.evidence,
            report_ids=each.report_ids,
            words=" ".join(each.subjects),
        )
