"""`unrenew bulk`: the same engines over many people's rows."""

import json
from pathlib import Path

import click

from unrenew.cli.counts import counted
from unrenew.cli.options import Commands, Settings, common_options, finish


@click.group(cls=Commands, epilog="Example: unrenew bulk find transactions.parquet streams.parquet")
def bulk() -> None:
    """Run the same engines over many people's rows, here or on a cluster."""


@bulk.command(epilog="Example: unrenew bulk find transactions.csv streams.parquet --json")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True, help="Where to run."
)
@click.option("--all", "show_all", is_flag=True, help="With --json: every kind, and plans with one charge so far.")
@common_options
def find(settings: Settings, *, source: Path, target: Path, engine: str, show_all: bool) -> None:
    """Find the streams of many owners: IN is CSV, Parquet or JSONL (or a folder), OUT gets one row a stream.

    --json prints contracts with two charges or more; OUT holds every stream. Owners are never mixed.
    """
    import polars as pl

    from unrenew.bulk import columns_of_interface, find_in_parts, json_rows, read_table, write_table
    from unrenew.directory import Directory
    from unrenew.errors import UsageError
    from unrenew.facts import load_facts
    from unrenew.find.streams import no_streams
    from unrenew.model.subscriptions import CONTRACTS

    if engine == "spark":
        raise UsageError("the engine spark is not there yet", hint="Leave --engine out to run on this machine")
    table, left_out = read_table(source)
    matcher = Directory(load_facts().providers)
    parts = list(find_in_parts(table, today=settings.as_of, country=settings.country, matcher=matcher))
    found = pl.concat(parts).sort("owner", "id", nulls_last=True) if parts else no_streams()
    write_table(columns_of_interface(found), target)
    contracts = pl.col("kind").is_in(list(CONTRACTS)) & (pl.col("charge_ids").list.len() > 1)
    shown = found if show_all else found.filter(contracts)
    if settings.as_json:
        problem = {
            "where": "rows",
            "what": f"{counted(left_out, 'row')} without a day or an amount",
            "severity": "warning",
        }
        file = {"path": str(source), "transactions": table.height, "problems": [problem] if left_out else []}
        click.echo(f'{{"as_of": "{settings.as_of}", "files": [{json.dumps(file)}], "streams": [', nl=False)
        for number, row in enumerate(json_rows(shown)):
            click.echo((", " if number else "") + json.dumps(row, ensure_ascii=False), nl=False)
        click.echo("]}")
    else:
        contracts_of = f"{counted(shown.height, 'contract')} of {counted(table['owner'].n_unique(), 'owner')}"
        click.echo(f"{contracts_of} in {counted(table.height, 'transaction')}: {target}")
        if left_out:
            click.echo(f"Left out: {counted(left_out, 'row')} without a day or an amount.")
    finish(problems=left_out > 0)


@bulk.command(epilog="Example: unrenew bulk screen posts.parquet contacts.parquet")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--region", "regions", multiple=True, metavar="CC", help="Read this country's national numbers too.")
@common_options
def screen(settings: Settings, *, source: Path, target: Path, regions: tuple[str, ...]) -> None:
    """Find the contacts of many texts: IN is CSV, Parquet or JSONL (or a folder) with id and text.

    OUT gets one row a text, in the order of IN, with the fields of `screen --lines`.
    The exit status is 1 if a text has planted contacts.
    """
    import polars as pl

    from unrenew.api.guides import checked_regions, directory_of
    from unrenew.bulk import read_texts, screen_table, write_table

    wanted = checked_regions(regions)
    table = read_texts(source)
    found = screen_table(table, directory_of(), wanted)
    write_table(found, target)
    accused = pl.element().struct.field("verdict") == "planted"
    planted = found.filter(pl.col("contacts").list.eval(accused).list.any()).height
    counts = {"texts": table.height, "with_contacts": found.filter(pl.col("contacts").list.len() > 0).height}
    if settings.as_json:
        click.echo(json.dumps({**counts, "with_planted": planted, "path": str(target)}))
    else:
        texts, with_any = counted(table.height, "text"), counts["with_contacts"]
        click.echo(f"{texts}, {with_any} with contacts, {planted} with planted ones: {target}")
    finish(problems=planted > 0)
