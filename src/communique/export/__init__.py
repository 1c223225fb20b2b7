"""What leaves the register: files in the forms that others rely on."""

from collections.abc import Callable, Mapping
from pathlib import Path

from communique.export.colt import write_colt
from communique.export.ftm import write_ftm
from communique.export.icews import write_icews
from communique.export.jsonl import KINDS, write_jsonl
from communique.export.jsonld import write_jsonld
from communique.export.polecat import write_polecat
from communique.export.source import Source
from communique.export.tables import write_csv, write_parquet

WRITERS: Mapping[str, Callable[[Source, Path], dict[str, int]]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "polecat": write_polecat,
    "icews": write_icews,
    "colt": write_colt,
    "ftm": write_ftm,
    "jsonld": write_jsonld,
}
"""Form to what writes it into a folder and returns the rows of each file by name. Raises E403."""

__all__ = ["KINDS", "WRITERS", "Source"]
