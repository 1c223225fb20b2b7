"""The stages put in order: the standard plan, the way of one page, and the codec."""
