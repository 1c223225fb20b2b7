"""Lines of a page told apart: body, headline, stamp, caption, credit, furniture."""

from communique.clean.label import label_lines
from communique.clean.select import line_scores, select_body

__all__ = ["label_lines", "line_scores", "select_body"]
