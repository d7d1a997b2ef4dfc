"""The commands `facts check` and `facts import`."""

from pathlib import Path
from typing import Any

import click

from unrenew.cli.counts import counted
from unrenew.cli.directory import own_facts
from unrenew.cli.options import Commands, Settings, common_options, finish, print_json

ROWS = 25


@click.group(cls=Commands, default="check", epilog="Example: unrenew facts check")
def facts() -> None:
    """Whether the directory is sound, and what is old or lacking in it. Alone: check."""


@facts.command(epilog="Example: unrenew facts check --as-of 2027-06-01")
@click.option("--live", is_flag=True, help="Open each fact's page on the network, politely; edits nothing.")
@click.option("--only", multiple=True, metavar="ID", help="With --live: only this provider's pages (repeatable).")
@click.option("--all", "everything", is_flag=True, help="List everything, not only the first rows.")
@own_facts
@common_options
def check(settings: Settings, extra: Path | None, live: bool, only: tuple[str, ...], everything: bool) -> None:
    """Check every rule of the facts, and list what is stale and missing. Opens a connection with --live alone."""
    if live:
        _check_live(settings, only)
        return
    from unrenew.api.facts import check_facts

    report = check_facts(today=settings.as_of, extra=extra)
    if settings.as_json:
        print_json(report)
    else:
        click.echo("\n".join(_report(report, None if everything else ROWS)))
    finish(problems=bool(report["problems"]))


@facts.command("import", epilog="Example: unrenew facts import sites.json")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common_options
def import_(settings: Settings, file: Path) -> None:
    """Take over a JustDeleteMe or Datenanfragen file that you have. It is shown with its label, never as official."""
    from unrenew.api.facts import import_layer

    done = import_layer(file, settings.home / "layers")
    if settings.as_json:
        print_json(done)
    else:
        click.echo(
            f"Kept of {done['layer']}: {counted(done['entries'], 'entry', 'entries')}; "
            "`unrenew provider` shows them with their label."
        )
        for problem in done["problems"]:
            click.echo(f"{problem['where']}: {problem['what']}", err=True)
    finish(problems=bool(done["problems"]))


def _check_live(settings: Settings, only: tuple[str, ...]) -> None:
    from unrenew.api.facts import check_live, keep_marks, read_marks
    from unrenew.directory.sightings import ALARMS
    from unrenew.net import Web

    file = settings.home / "facts-live.json"
    marks = read_marks(file)
    found = check_live(Web(), marks=marks, only=only, told=lambda source: click.echo(source, err=True))
    keep_marks(file, found, marks)
    rows = [{"source": one.source, "state": one.state, "status": one.status, "what": one.what} for one in found]
    if settings.as_json:
        print_json({"as_of": settings.as_of, "sources": rows})
    else:
        for row in sorted(rows, key=lambda row: row["state"] not in ALARMS):
            if row["state"] not in {"same", "first"}:
                click.echo(
                    f"{'ALARM ' if row['state'] in ALARMS else ''}{row['state']}: {row['source']}: {row['what']}"
                )
        click.echo(f"Asked for {counted(len(rows), 'page')}; nothing was changed in the facts.")
    finish(problems=any(row["state"] not in {"same", "first"} for row in rows))


def _report(report: dict[str, Any], most: int | None) -> list[str]:
    count = ", ".join(
        (
            f"{counted(report['facts'], 'fact')} of {counted(report['providers'], 'provider')}",
            counted(report["rules"], "rule"),
        )
    )
    lines = [f"Facts of {report['facts_of']}: {count}"]
    lines += [f"PROBLEM {one['where']}: {one['what']}" for one in report["problems"]]
    if not report["problems"]:
        lines.append("Every rule holds.")
    lines += ["", f"Stale on {report['as_of']}: {counted(len(report['stale']), 'fact')}, the most used providers first"]
    for row in report["stale"][:most]:
        page = f", page of {row['page_date']}" if row["page_date"] else ""
        lines.append(f"  {row['provider']} {row['fact']}: {row['standing']}, looked at on {row['looked_on']}{page}")
    lines += ["", f"Something is missing of {counted(len(report['missing']), 'provider')}, the most used first"]
    for row in report["missing"][:most]:
        lines.append(f"  {row['provider']}: {row['complete']:.0%} known; lacks {_short(row['missing'])}")
    return lines


def _short(missing: list[str]) -> str:
    return ", ".join(missing[:4]) + (f" and {len(missing) - 4} more" if len(missing) > 4 else "")
