"""Tables for people: short, plain, coloured on a terminal only."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from unrenew.model import Problem

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_WITHOUT_TERMINAL = 120
COMMAND = ": unrenew "
"""What stands between a sentence and the command that it ends with."""
SEVERITY_STYLE = {"info": "dim", "warning": "yellow", "error": "bold red"}


def width() -> int:
    """Return how wide running text may be: that of the terminal, but no wider than reads well."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def say(text: str, *, first: str = "", rest: str | None = None) -> None:
    """Print running text, wrapped; `first` stands before it, `rest` before its further lines.

    No address is broken, nor is a command at the end of the text: it can be copied as one line.
    """
    indent = " " * len(first) if rest is None else rest
    words, command, arguments = text.rpartition(COMMAND)
    fits = len(first) + len(text) <= width()
    head = text if fits or not command else f"{words}:"
    whole = textwrap.wrap(
        head,
        width(),
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    if head is not text:
        whole.append(f"{indent}{command.removeprefix(': ')}{arguments}")
    click.echo("\n".join(whole) or first.rstrip())


def plain(text: str) -> str:
    """Return text from a file without characters that steer a terminal, in one line."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def console(*, err: bool = False) -> "Console":
    """Return the console; as wide as the terminal, or fixed where the output goes elsewhere."""
    from rich.console import Console

    stream = sys.stderr if err else sys.stdout
    return Console(
        file=stream,
        width=None if stream.isatty() else WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        emoji=False,
        markup=False,
    )


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[str] = (), title: str = ""
) -> None:
    """Print rows under columns; the columns named in `right` are aligned to the right, as amounts are."""
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=None, pad_edge=False, header_style="bold", title=title or None, title_justify="left", padding=(0, 2, 0, 0)
    )
    numbers = set(right)
    for name in columns:
        table.add_column(name, justify="right" if name in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console().print(table)


def print_problems(problems: Sequence[tuple[str, Problem]], *, most: int = 20) -> None:
    """Print problems as `file, place: what`, worst first, and how many more there are."""
    from pathlib import Path

    from rich.text import Text

    order = {"error": 0, "warning": 1, "info": 2}
    shown = sorted(problems, key=lambda item: order[item[1].severity])[:most]
    out = console()
    for file, problem in shown:
        name = Path(file).name
        place = f"{name}, {problem.where}" if problem.where else name
        out.print(Text(f"  {plain(place)}: {plain(problem.what)}", style=SEVERITY_STYLE[problem.severity]))
    if len(problems) > most:
        click.echo(f"  … and {len(problems) - most} more (all of them with --json)")
