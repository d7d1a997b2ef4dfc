"""Tables for people: short, plain, coloured on a terminal only."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from unrenew.model import Problem

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_WITHOUT_TERMINAL = 120
SEVERITY_STYLE = {"info": "dim", "warning": "yellow", "error": "bold red"}


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
