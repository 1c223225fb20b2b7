"""Floor 1: tables and pure look-ups: states, organisations, press, offices, cues, dates, PLOVER."""
