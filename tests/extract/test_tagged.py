"""Attributions of a tagger on sentences: acts of speech, what they carry, what lies within."""

from made_reports import make_report

from communique.extract.cast import cast_of
from communique.extract.extract import context_of
from communique.extract.statements import find_statements
from communique.extract.tagged import LEAST, tagged
from communique.models.attribution import Attribution
from communique.types.text import Report, Span
from communique.vocab.holders import bundled

TEXT = (
    "Kenyan President Amina Otieno met Peruvian President Luis Quispe. "
    "Roads matter to all of us. “They pay,” Otieno said. Everybody needs them. "
    "Otieno told the press that Quispe had promised a bridge. They signed a treaty."
)


def span(report: Report, words: str) -> Span:
    text = report.paragraphs[0].text
    start = report.paragraphs[0].span.start + text.index(words)
    return Span(start=start, end=start + len(words))


def attribution(
    report: Report, source: str, cue: str, *content: str, score: float = 0.9
) -> Attribution:
    return Attribution(
        source=span(report, source),
        cue=span(report, cue),
        content=tuple(span(report, words) for words in content),
        kind="say",
        score=score,
    )


def report_and_units():
    report = make_report(TEXT)
    context = context_of(report, cast_of(report, bundled()), attributed=False)
    return report, context.units


def test_content_in_other_sentences_is_carried_there() -> None:
    report, units = report_and_units()
    found = attribution(
        report, "Otieno said"[:6], "said", "Roads matter to all of us", "“They pay,”", "Everybody"
    )
    statements = find_statements(report, [units], [found])
    act = next(each for each in statements if each.cue)
    parts = [each for each in statements if each.continues == act.id]
    assert [p.content[0].text for p in parts] == ["Roads matter to all of us", "Everybody"]
    assert all(part.actor_ids == act.actor_ids and part.cue is None for part in parts)
    assert act.content[0].text == "“They pay,”"


def test_a_statement_within_another_names_it() -> None:
    report, units = report_and_units()
    outer = attribution(report, "Otieno", "told", "that Quispe had promised a bridge")
    inner = attribution(report, "Quispe had"[:6], "promised", "a bridge")
    statements = find_statements(report, [units], [outer, inner])
    told = next(each for each in statements if each.cue and each.cue.text == "told")
    promised = next(each for each in statements if each.cue and each.cue.text == "promised")
    assert (told.within, promised.within) == (None, told.id)
    assert told.content[0].text == "Quispe had promised a bridge"


def test_deeds_and_doubtful_cues_are_no_statements() -> None:
    report, units = report_and_units()
    deed = attribution(report, "They signed"[:4], "signed", "a treaty")
    doubtful = attribution(report, "Otieno", "told", "a bridge", score=LEAST - 0.01)
    assert not any(each.said for each in tagged(units, [deed, doubtful]))
