"""The command line: `communique`, or `python -m communique`."""

import io
import sys


def main() -> None:
    """Run the command that the arguments name; ends the process with its exit code."""
    from communique.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what the terminal cannot show becomes "?"
            stream.reconfigure(errors="replace")
    app(prog_name="communique")
