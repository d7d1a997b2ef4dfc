"""Options that every command has, and the settings they give."""

import functools
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Never

import click


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person set for this call: the day that counts as today, where their data lies, country, language."""

    as_of: date
    home: Path
    country: str | None = None
    language: str | None = None
    as_json: bool = False


def data_folder() -> Path:
    """Return the platform's folder for a program's data."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "unrenew"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/unrenew"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "unrenew"


def _country(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if len(value) != 2 or not value.isascii() or not value.isalpha():
        raise click.BadParameter("an ISO 3166 code of two letters is needed, such as DE or US")
    return value.upper()


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of every command; it receives them as its first argument, `Settings`."""

    @click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output, and nothing else.")
    @click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Take this day as today.")
    @click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="UNRENEW_HOME",
        default=data_folder,
        help="Where your data lies (default: the platform's data folder).",
        show_default=False,
    )
    @click.option("--country", callback=_country, metavar="CC", help="Your country, such as DE or US.")
    @click.option("--language", metavar="xx", help="Your language, such as de or en.")
    @functools.wraps(command)
    def wrapped(
        *args: Any,
        as_json: bool,
        as_of: datetime | None,
        home: Path,
        country: str | None,
        language: str | None,
        **rest: Any,
    ) -> Any:
        today = as_of.date() if as_of else datetime.now(UTC).astimezone().date()  # the program's only clock
        settings = Settings(as_of=today, home=home, country=country, language=language, as_json=as_json)
        return command(settings, *args, **rest)

    return wrapped


_TAKE_VALUE = frozenset({"--home", "--as-of", "--country", "--language"})


def first_word(args: Sequence[str]) -> int:
    """Return the place of the first argument that is neither a common option nor the value of one."""
    place = 0
    while place < len(args) and args[place].startswith("-"):
        place += 2 if args[place] in _TAKE_VALUE else 1
    return min(place, len(args))


class Commands(click.Group):
    """A group before whose commands the options of every command may stand too; alone it is its command `default`."""

    def __init__(self, *args: Any, default: str | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command first: its own parser then takes what stood before it."""
        place = first_word(args)
        if place < len(args):
            args = [args[place], *args[:place], *args[place + 1 :]]
        elif self.default and not ctx.resilient_parsing and not {"-h", "--help"} & set(args):
            args = [self.default, *args]
        return super().parse_args(ctx, args)


def print_json(document: Any) -> None:
    """Print exactly one JSON document; dates become ISO, decimals become strings."""
    click.echo(json.dumps(document, ensure_ascii=False, default=str))


def finish(*, problems: bool) -> Never:
    """Leave with 0, or with 1 where the output lists problems."""
    raise SystemExit(1 if problems else 0)
