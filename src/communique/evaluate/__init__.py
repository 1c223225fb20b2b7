"""How right the record is: against sentences a scholar has coded, and by a sample she checks."""

from communique.evaluate.audits import draw, read_sheet, score_sheet, sheet_text
from communique.evaluate.codings import Coded, evaluate, read_coded
from communique.evaluate.scores import Score, Share

__all__ = [
    "Coded",
    "Score",
    "Share",
    "draw",
    "evaluate",
    "read_coded",
    "read_sheet",
    "score_sheet",
    "sheet_text",
]
