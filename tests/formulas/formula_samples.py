"""Made utterances of two states, among things that nobody repeats."""

from communique.types.formula import Utterance
from communique.types.text import Passage, Span

DYAD = ("CHN", "KAZ")
PLEDGE = "China firmly supports Kazakhstan in defending its independence and territorial integrity"
REST = (
    "wheat exports through the northern terminal grew by a tenth",
    "students of engineering will find dormitories in Almaty",
    "the copper smelter near the lake burns less coal",
    "a museum of nomad carpets opens its doors to schools",
    "wind turbines along the ridge feed villages with power",
    "doctors of both hospitals trained nurses for rural clinics",
    "the satellite watches floods and locusts over the steppe",
    "film festivals brought actors and painters together",
)


def utterance(words: str, number: int, **changes) -> Utterance:
    """Words said in report `number`, each of its own happening and day."""
    made = {
        "passage": Passage(span=Span(start=10, end=10 + len(words)), text=words),
        "report_id": f"rp-{number}",
        "coverage_id": f"cv-{number}",
        "day": f"2023-05-{number:02}",
        "kind": "statement",
        "actor_ids": ("ac-li",),
        "states": ("CHN",),
        "dyad": DYAD,
    }
    return Utterance(**{**made, **changes})


def rest() -> list[Utterance]:
    """What nobody repeats."""
    return [utterance(words, 10 + number) for number, words in enumerate(REST)]
