"""Which sentences say the same, whose words they are, and what only one version says."""

from communique.align.copies import copies
from communique.align.cover import cover
from communique.align.differences import differences
from communique.align.links import align
from communique.align.origins import origins

__all__ = ["align", "copies", "cover", "differences", "origins"]
