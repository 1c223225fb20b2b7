"""Floor 2: phrases that are repeated verbatim or nearly, found without a list of them."""

from communique.formulas.find import find_formulas
from communique.formulas.phrase import uses_of
from communique.formulas.shifts import shifts

__all__ = ["find_formulas", "shifts", "uses_of"]
