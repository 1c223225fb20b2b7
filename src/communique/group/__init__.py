"""Which reports tell one happening: decisions, each with its score and reason."""

from communique.group.bridges import Bridge
from communique.group.decide import Decision, KnownCoverage, group

__all__ = ["Bridge", "Decision", "KnownCoverage", "group"]
