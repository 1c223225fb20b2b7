"""The version, importable without loading anything else."""

VERSION = "0.1.0"
"""The version of communique; the same as in pyproject.toml (a test compares them)."""
