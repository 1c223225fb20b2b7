"""`communique search`: reports by their words."""

from typing import Annotated

import typer
from rich.text import Text

from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading
from communique.cli.screen import Screen, notice, write_json
from communique.export.plain import one_line


def search(
    words: Annotated[list[str], typer.Argument(help="All must stand in the report.")],
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    limit: Annotated[int, typer.Option(min=1, help="Most reports.")] = 20,
) -> None:
    """Find the reports whose headline and body hold all the words, best first.

    Words in double quotes must follow one another; the shell takes the quotes away where they are
    not themselves quoted, as in `search '"joint statement"'`.
    """
    if not any(char.isalnum() for char in "".join(words)):
        raise typer.BadParameter("no words were given to search for", param_hint="WORDS")
    with reading(register) as view:
        hits = view.search(" ".join(words), limit)
    if json:
        write_json(
            {"report_id": hit.report_id, "headline": hit.headline, "snippet": hit.snippet}
            for hit in hits
        )
        return
    screen = Screen()
    for hit in hits:
        snippet = Text("  ")
        for piece, found in hit.pieces:
            text = one_line(f"|{piece}|")[1:-1]
            if found and not screen.is_terminal:
                text = f"[{text}]"
            snippet.append(text, style="bold" if found else "")
        screen.print(
            f"{hit.report_id}  {one_line(hit.headline or '(no headline)')}", soft_wrap=True
        )
        screen.print(snippet, soft_wrap=True)
    if not hits:
        notice("Nothing found.")
