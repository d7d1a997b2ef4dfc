"""docs/reference/commands.md, from the commands' own help."""

from typing import Any

import click

from unrenew.cli import root

HEAD = """# Commands

Written by `make docs` from the program's own help. Every command takes `--json`, `--as-of`, `--home`, `--country` and
`--language`, and ends with 0 (done), 1 (done, with problems that the output lists) or 2 (wrong use, or nothing could be
done).
"""


def section(command: click.Command, name: str, parent: click.Context | None) -> list[str]:
    """Return a command's help, and that of the commands in it."""
    wide: dict[str, Any] = {"max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, info_name=name, parent=parent, **(command.context_settings | wide))
    parts = [f"## `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            found = command.get_command(context, sub)
            assert found is not None
            parts += section(found, sub, context)
    return parts


def text() -> str:
    """Return the page."""
    return "\n".join([HEAD, *section(root, "unrenew", None)])
