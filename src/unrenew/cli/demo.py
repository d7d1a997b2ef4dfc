"""`unrenew demo`: the whole way on sample data."""

import click

from unrenew.cli.options import Settings, common_options, print_json


@click.command()
@common_options
def demo(settings: Settings) -> None:
    """Show the whole way on sample statements that come with the program. Keeps nothing.

    The samples are invented: five accounts in four countries, in five formats.

    Example: unrenew demo
    """
    from unrenew.api.demo import DEMO_DAY, samples
    from unrenew.api.scan import scan, scan_json
    from unrenew.cli.scan import show_scan

    with samples() as (first, _later):
        found = scan(first, today=DEMO_DAY)
    if settings.as_json:
        print_json(scan_json(found))
        return
    heading(f"1. Bank statements in, subscriptions out ({len(first)} files of {len(first)} banks in 4 countries)")
    show_scan(found, found.contracts)


def heading(text: str) -> None:
    """Print the title of one part of the way."""
    click.echo()
    click.secho(text, bold=True)
    click.echo()
