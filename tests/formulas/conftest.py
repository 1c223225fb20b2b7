import sys
from pathlib import Path

# Tests are imported each by itself; this lets them share their made utterances.
sys.path.append(str(Path(__file__).parent))
