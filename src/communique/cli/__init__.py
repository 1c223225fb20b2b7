"""The command line: `communique`, or `python -m communique`."""


def main() -> None:
    """Run the command that the arguments name; ends the process with its exit code."""
    from communique.cli.app import app

    app(prog_name="communique")
