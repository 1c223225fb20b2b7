"""Floor 0: the immutable records every stage takes and returns; standard library only."""
