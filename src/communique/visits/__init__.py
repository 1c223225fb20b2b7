"""Floor 2: visits, out of merged events and the words of their reports."""

from communique.visits.find import find_visits
from communique.visits.joining import join_visits

__all__ = ["find_visits", "join_visits"]
