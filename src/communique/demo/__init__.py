"""The pages of the demonstration; SOURCES.md tells what they are."""

from pathlib import Path

PAGES = Path(__file__).with_name("pages")
"""The folder of the pages."""
