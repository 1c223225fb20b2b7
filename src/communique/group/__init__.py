"""Which reports tell one happening: decisions, each with its score and reason."""

from communique.group.decide import Decision, KnownCoverage, group

__all__ = ["Decision", "KnownCoverage", "group"]
