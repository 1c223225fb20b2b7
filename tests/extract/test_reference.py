"""Words that point back find whom they mean, or stay unresolved."""

import pytest
from made_reports import make_report, name_of

from communique.extract import extract

OPENING = (
    "Kenyan President Amina Otieno met Peruvian President Luis Quispe in Nairobi on Monday.\n"
    "Otieno thanked the African Union. "
)
CASES = [
    ("She praised the visit.", "She", ["Amina Otieno"]),
    ("Quispe thanked her for the welcome.", "her", ["Amina Otieno"]),
    ("In his speech, Quispe praised the visit.", "his", ["Luis Quispe"]),
    ("Her guest left.", "Her guest", ["Luis Quispe"]),
    ("Quispe's host waved.", "Quispe's host", ["Amina Otieno"]),
    ("The Peruvian leader left.", "The Peruvian leader", ["Luis Quispe"]),
    ("The two presidents shook hands.", "The two presidents", ["Amina Otieno", "Luis Quispe"]),
    ("Both sides will trade more.", "Both sides", ["Kenya", "Peru"]),
    ("The bloc will pay.", "The bloc", ["African Union"]),
    ("The East African country will pay.", "The East African country", ["Kenya"]),
    ("Quispe invited her to his country.", "his country", ["Peru"]),
    ("The ministry gave no date.", "The ministry", []),
    ("An aide told a reporter that he was tired.", "he", []),
    ("It is important that talks go on.", "It", None),
]


@pytest.mark.parametrize(("text", "words", "wanted"), CASES)
def test_words_that_point_back(text: str, words: str, wanted: list[str] | None) -> None:
    findings = extract(make_report(OPENING + text))
    start = len(OPENING) + text.index(words)
    found = [
        mention
        for mention in findings.mentions
        if mention.passage.span.start == start and mention.passage.text == words
    ]
    told = [name_of(findings, actor) for each in found for actor in each.actor_ids]
    assert (None if not found else sorted(told)) == (wanted if wanted is None else sorted(wanted))


def test_every_answer_names_its_rule() -> None:
    findings = extract(make_report(OPENING + "She praised the visit."))
    rules = {mention.passage.text: mention.rule for mention in findings.mentions}
    assert rules["She"] == "last speaker" or "subject" in rules["She"]
