"""`unrenew add`: keeps statements, receipts and lists."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unrenew.cli.counts import counted
from unrenew.cli.homes import home_of, owner_option
from unrenew.cli.options import Settings, common_options, finish, print_json

if TYPE_CHECKING:
    from unrenew.api.adding import AddedFile, Addition

_WORDS = {"statement": "transaction", "receipts": "receipt", "subscriptions": "subscription"}


@click.command(epilog="Example: unrenew add statements/ receipt.eml")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@owner_option
@click.option("--account", metavar="NAME", help="The account's name, where the files do not say it.")
@click.option("--currency", metavar="CCC", help="The currency, such as EUR, where the files do not say it.")
@click.option(
    "--columns", metavar="TEXT", help="Where the columns of a CSV are, such as date=1,amount=4,description=3."
)
@click.option("--profile", metavar="FILE", help="A saved layout of a CSV (see docs/csv.md).")
@click.option("--date-order", type=click.Choice(["DMY", "MDY", "YMD"]), help="Settles dates such as 03/04/2026.")
@common_options
def add(settings: Settings, paths: tuple[Path, ...], *, owner: str | None, **hints: Any) -> None:
    """Keep bank statements, receipts (.eml, .mbox) and lists of subscriptions (Wallos JSON, CSV).

    The format is found by content. Adding a file again, or one that overlaps with another, changes nothing.
    """
    from unrenew.api.adding import add as add_files
    from unrenew.api.adding import add_json
    from unrenew.readers import Hints

    told = _tell if sys.stderr.isatty() else None
    addition = add_files(
        home_of(settings), paths, owner=owner, hints=Hints(**hints, country=settings.country), progress=told
    )
    if settings.as_json:
        print_json(add_json(addition))
    else:
        _show(addition)
    if not addition.files or all(file.outcome == "wrong" for file in addition.files):
        if not addition.files:
            click.echo("unrenew: there is no file in that folder", err=True)
        raise SystemExit(2)
    finish(problems=addition.has_problems())


def _tell(path: str) -> None:
    """Say on a terminal which file it is at, in one line that the next one overwrites."""
    click.echo(f"\r\x1b[KReading {Path(path).name[:60]}", nl=False, err=True)


def _show(addition: "Addition") -> None:
    from unrenew.cli.cadences import how_often
    from unrenew.cli.tables import plain, print_problems

    for file in addition.files:
        click.echo(f"{plain(file.path)}: {_line(file)}")
    problems = [(file.path, problem) for file in addition.files for problem in file.problems]
    if problems:
        click.echo("Not understood, or worth knowing:")
        print_problems(problems)
    if addition.found:
        click.echo("New subscriptions:")
        for stream in addition.found:
            cadence = how_often(stream["cadence"]) if stream["cadence"] else "once so far"
            click.echo(f"  {plain(stream['name'])}: {stream['amount']} {stream['currency']}, {cadence}")


def _line(file: "AddedFile") -> str:
    if file.outcome == "wrong":
        return "not kept"
    if file.outcome == "known":
        return "known already, nothing changed"
    noun = _WORDS[file.kind or "statement"]
    text = f"{counted(file.new, f'new {noun}')} ({file.format})"
    return f"{text}, {file.known} known already" if file.known else text
