"""`unrenew scan`: statements in, subscriptions out."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unrenew.cli.counts import counted
from unrenew.cli.options import Settings, common_options, finish, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from unrenew.api.scan import Scan
    from unrenew.model.subscriptions import Stream

ENDED = frozenset({"ended"})


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--all", "everything", is_flag=True, help="Also rent, loans, transfers, income and habits.")
@click.option(
    "--columns", metavar="TEXT", help="Where the columns of a CSV are, such as date=1,amount=4,description=3."
)
@click.option("--profile", metavar="FILE", help="A saved layout of a CSV (see docs/csv.md).")
@click.option("--account", metavar="NAME", help="The account's name, where the files do not say it.")
@click.option("--currency", metavar="CCC", help="The currency, such as EUR, where the files do not say it.")
@click.option("--date-order", type=click.Choice(["DMY", "MDY", "YMD"]), help="Settles dates such as 03/04/2026.")
@common_options
def scan(settings: Settings, paths: tuple[Path, ...], *, everything: bool, **hints: Any) -> None:
    """Read bank statements and list the subscriptions in them. Keeps nothing.

    Reads OFX, QFX, CAMT, MT940, QIF and CSV of any bank; the format is found by content.

    Example: unrenew scan girokonto.xml card.csv
    """
    from unrenew.api.scan import scan as scan_files
    from unrenew.api.scan import scan_json
    from unrenew.readers import Hints

    stderr = sys.stderr
    with click.progressbar(length=len(paths), label="Reading", file=stderr, hidden=not stderr.isatty()) as bar:
        found = scan_files(
            paths,
            today=settings.as_of,
            country=settings.country,
            hints=Hints(**hints, country=settings.country),
            progress=lambda _: bar.update(1),
        )
    streams = found.streams if everything else found.contracts
    if settings.as_json:
        print_json(scan_json(found, streams))
    else:
        show_scan(found, streams)
    if not found.readings.statements:
        raise SystemExit(2)
    finish(problems=any(problem.severity != "info" for _, problem in found.problems()))


def show_scan(found: "Scan", streams: "Sequence[Stream]") -> None:
    """Print a scan for people: what goes on, what has ended, what a year costs, what was not understood."""
    from unrenew.cli.tables import print_problems
    from unrenew.model.values import NO_CURRENCY

    if not found.readings.statements:
        click.echo("No file could be read:")
        print_problems(found.problems())
        return
    running = [stream for stream in streams if stream.status not in ENDED]
    ended = [stream for stream in streams if stream.status in ENDED]
    if running:
        show_streams(running, found.cancel_by)
        click.echo()
        for line in totals(running):
            click.echo(line)
        if found.cancel_by:
            click.echo("? at the latest: a notice period, which no statement tells, may make it earlier")
    else:
        click.echo("No subscription was found that is still running.")
    if ended:
        click.echo()
        names = (f"{stream.name} ({stream.last_on.isoformat()})" for stream in ended)
        click.echo(f"Ended, with the last charge: {', '.join(names)}")
    if any(stream.currency == NO_CURRENCY for stream in streams):
        click.echo(f"{NO_CURRENCY}: a file does not say its currency; say it with --currency, as in --currency EUR")
    click.echo()
    read = found.readings.statements
    count = sum(statement.transactions.height for statement in read)
    click.echo(f"{counted(count, 'transaction')} in {counted(len(read), 'file')}, as of {found.as_of.isoformat()}.")
    problems = found.problems()
    if problems:
        click.echo("Not understood, or worth knowing:")
        print_problems(problems)


def show_streams(streams: "Sequence[Stream]", cancel_by: "Mapping[str, date]") -> None:
    """Print streams as a table, the dearest first, one currency after the other."""
    from unrenew.cli.cadences import how_often
    from unrenew.cli.tables import print_table

    columns = ("name", "price", "how often", "next on", "cancel by", "per year", "since", "how sure")
    rows = [
        (
            stream.name + (f" ({stream.status})" if stream.status != "active" else ""),
            f"{stream.amount:.2f} {stream.currency}",
            how_often(stream.cadence),
            stream.next.on.isoformat() if stream.next else "",
            f"{cancel_by[stream.id].isoformat()}?" if stream.id in cancel_by else "",
            f"{stream.yearly_cost:.2f} {stream.currency}" if stream.yearly_cost is not None else "",
            stream.first_on.isoformat(),
            f"{stream.confidence:.0%}",
        )
        for stream in sorted(streams, key=lambda stream: (stream.currency, -(stream.yearly_cost or 0), stream.name))
    ]
    print_table(columns, rows, right=("price", "per year", "how sure"), spare=("since", "how sure", "next on"))


def totals(streams: "Iterable[Stream]") -> list[str]:
    """Return what a year costs, one line per currency: amounts in different currencies are never added up."""
    sums: dict[str, Decimal] = {}
    for stream in streams:
        if stream.yearly_cost is not None and stream.kind in ("subscription", "bill"):
            sums[stream.currency] = sums.get(stream.currency, Decimal(0)) + stream.yearly_cost
    return [f"{total:.2f} {currency} a year" for currency, total in sorted(sums.items())]
