"""`unrenew demo`: the whole way on sample data."""

from typing import TYPE_CHECKING

import click

from unrenew.cli.options import Settings, common_options, print_json
from unrenew.cli.tables import say, show_message

if TYPE_CHECKING:
    from unrenew.api.demo import Story


@click.command()
@common_options
def demo(settings: Settings) -> None:
    """Show the whole way on sample data that comes with the program. Keeps nothing, opens no connection.

    The samples are invented: five accounts in four countries, in five formats, and a mail signed with a test key.

    Example: unrenew demo
    """
    from unrenew.api.demo import DEMO_DAY, LATER_DAY, tell
    from unrenew.api.scan import scan_json
    from unrenew.cli.case_views import show_case
    from unrenew.cli.disputes import show_dispute
    from unrenew.cli.scan import show_scan
    from unrenew.cli.watch import show_alarms

    story = tell()
    if settings.as_json:
        print_json(scan_json(story.found))
        return
    heading(f"{DEMO_DAY.isoformat()}   unrenew scan: five statements in, subscriptions out")
    show_scan(story.found, story.found.contracts)
    heading("unrenew cancel kaspersky: the official way, for how it was bought")
    show_case(story.opened)
    heading("unrenew rights kaspersky: which money is still to be had, and what would decide the rest")
    show_rights(story)
    heading("unrenew case kaspersky letter refund: the message, ready to be sent by you")
    show_message(story.letter.text)
    heading("unrenew case kaspersky attach confirmation.eml: the answer, sealed")
    show_evidence(story)
    heading(f"{LATER_DAY.isoformat()}   unrenew watch: the next statement brings a charge that should not be there")
    show_alarms([alarm for alarm in story.later.watching.alarms if alarm.kind == "charged_after_cancel"], story.later)
    heading("unrenew dispute: the draft for the bank")
    show_dispute(story.dispute)
    heading("unrenew case kaspersky dossier: the proof, for a bank, a consumer body or a court")
    for name in sorted({*story.dossier.files, *story.dossier.evidence}):
        click.echo(f"  {name}")
    click.echo("Every item is as it was sealed." if not story.faults else "Something was changed.")


def show_rights(story: "Story") -> None:
    """Print the remedies that are open, and those that hang on a fact."""
    for remedy in story.rights.remedies:
        amount = "" if remedy.amount is None else f", {remedy.amount:.2f} {remedy.currency}"
        until = "" if remedy.deadline is None else f" until {remedy.deadline.isoformat()}"
        if remedy.status == "open":
            say(f"open{until}{amount}: {remedy.title} [{remedy.rule}]", rest="  ")
        elif remedy.status == "ask" and remedy.kind == "refund":
            facts = ", ".join(remedy.missing[:3])
            say(f"ask{until}{amount}: {remedy.title} [{remedy.rule}]; say: {facts}", rest="  ")


def show_evidence(story: "Story") -> None:
    """Print the sealed mail, what its signature proves, and the status."""
    click.echo(f"{story.sealed.name}: SHA-256 {story.sealed.sha256}")
    if story.sealed.dkim is not None:
        say(story.sealed.dkim.proves, first="  ")
    case = story.confirmed.case
    until = case.active_until.isoformat() if case.active_until else "?"
    click.echo(f"Status: {case.status}, active until {until}")


def heading(text: str) -> None:
    """Print the title of one part of the way."""
    click.echo()
    say(text, first="── ", bold=True)
    click.echo()
