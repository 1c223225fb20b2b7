"""What the reports of one coverage assert together, each thing once."""

from communique.merge.unite import merge

__all__ = ["merge"]
