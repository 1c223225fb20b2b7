import sys
from pathlib import Path

# The made pages that the contract of the stores is tested with.
sys.path.append(str(Path(__file__).parents[1] / "register"))
