"""Tables and lines for people: as wide as the terminal, plain elsewhere."""

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import click

from unrenew.model import Problem

WIDTH_WITHOUT_TERMINAL = 120
COMMAND = ": unrenew "
"""What stands between a sentence and the command that it ends with."""
SEVERITY_STYLE: dict[str, dict[str, Any]] = {
    "info": {"dim": True},
    "warning": {"fg": "yellow"},
    "error": {"fg": "red", "bold": True},
}
_GAP = "  "
_NARROWEST = 12


def width() -> int:
    """Return how wide running text may be: that of the terminal, but no wider than reads well."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def say(text: str, *, first: str = "", rest: str | None = None, **style: Any) -> None:
    """Print running text, wrapped; `first` stands before it, `rest` before its further lines.

    No address is broken, nor is a command at the end of the text: it can be copied as one line. `style` is click's.
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
    click.secho("\n".join(whole) or first.rstrip(), **style)


def show_message(text: str) -> None:
    """Print a message: on a terminal its lines are wrapped, elsewhere they stay as they will be sent."""
    for line in text.splitlines():
        if sys.stdout.isatty():
            say(line)
        else:
            click.echo(line)


def plain(text: str) -> str:
    """Return text from a file without characters that steer a terminal, in one line."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def cells(text: str) -> int:
    """Return how many columns a text takes: letters of East Asia take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum((2 if unicodedata.east_asian_width(c) in "WF" else 1) for c in text if not unicodedata.combining(c))


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: Collection[str] = (),
    spare: Sequence[str] = (),
) -> None:
    """Print rows under columns. Those named in `right` are aligned to the right, as amounts are.

    Where the terminal is too narrow, the columns named in `spare` go, the first first; then the widest text is folded.
    """
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL
    lines = [tuple(columns), *(tuple(plain(cell) for cell in row) for row in rows)]
    widths = {name: max(cells(line[at]) for line in lines) for at, name in enumerate(columns)}
    for name in spare:
        if _total(widths) > room:
            widths.pop(name, None)
    texts = [name for name in widths if name not in right]
    while texts and _total(widths) > room:
        widest = max(texts, key=lambda name: widths[name])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] = max(_NARROWEST, widths[widest] - (_total(widths) - room))
    for number, line in enumerate(lines):
        shown = [
            [cell] if cells(cell) <= widths[name] else textwrap.wrap(cell, widths[name])
            for name, cell in zip(columns, line, strict=True)
            if name in widths
        ]
        for part in range(max(map(len, shown))):
            padded = [
                _padded(cell[part] if part < len(cell) else "", widths[name], is_right=name in right)
                for name, cell in zip(widths, shown, strict=True)
            ]
            click.secho(_GAP.join(padded).rstrip(), bold=True if number == 0 else None)


def _total(widths: dict[str, int]) -> int:
    return sum(widths.values()) + len(_GAP) * (len(widths) - 1)


def _padded(text: str, width: int, *, is_right: bool) -> str:
    blanks = " " * (width - cells(text))
    return blanks + text if is_right else text + blanks


def print_problems(problems: Sequence[tuple[str, Problem]], *, most: int = 20) -> None:
    """Print problems as `file, place: what`, worst first, and how many more there are.

    Elsewhere than on a terminal each stays one line, so that it can be searched.
    """
    from pathlib import Path

    order = {"error": 0, "warning": 1, "info": 2}
    shown = sorted(problems, key=lambda item: order[item[1].severity])[:most]
    for file, problem in shown:
        name = Path(file).name
        place = f"{name}, {problem.where}" if problem.where else name
        line, style = f"{plain(place)}: {plain(problem.what)}", SEVERITY_STYLE[problem.severity]
        if sys.stdout.isatty():
            say(line, first="  ", rest="    ", **style)
        else:
            click.secho(f"  {line}", **style)
    if len(problems) > most:
        click.echo(f"  … and {len(problems) - most} more (all of them with --json)")
