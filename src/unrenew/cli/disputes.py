"""`unrenew dispute`: a draft for the bank, the card issuer or PayPal."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from unrenew.cli.homes import home_of
from unrenew.cli.options import Settings, common_options, print_json
from unrenew.cli.tables import say, show_message
from unrenew.model.values import Method

if TYPE_CHECKING:
    from unrenew.model.disputes import Dispute
    from unrenew.model.letters import LetterForm


@click.command()
@click.argument("alarm", metavar="ALARM")
@click.option("--paid-by", type=click.Choice(get_args(Method)), help="How the charge was paid, if you know.")
@click.option("--form", type=click.Choice(["letter", "email", "chat", "phone"]), default="email", show_default=True)
@click.option("--name", metavar="TEXT", help="Your name, as it stands below the letter.")
@click.option("--address", metavar="LINES", help="Your address, lines divided by ; (a letter needs it).")
@click.option("--to-name", metavar="TEXT", help="The name of the bank or card issuer.")
@click.option("--to-address", metavar="LINES", help="Its address, lines divided by ; (a letter needs it).")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Write it as a letter on paper.")
@common_options
def dispute(
    settings: Settings, alarm: str, paid_by: str | None, form: "LetterForm", pdf: Path | None, **said: str | None
) -> None:
    """Draft a dispute of the charge of an ALARM (its id in `unrenew watch`). Nothing is sent.

    Example: unrenew dispute 3f9a1c22 --paid-by card_visa
    """
    from unrenew.api.disputes import DisputeSaid, dispute_json
    from unrenew.api.disputes import dispute as draft_of

    who = {"name": said["name"], "address": said["address"]}
    bank = {"name": said["to_name"], "address": said["to_address"]}
    words = DisputeSaid(paid_by=paid_by, form=form, sender=_given(who), to=_given(bank))
    draft = draft_of(home_of(settings), alarm, words)
    if pdf is not None:
        from unrenew.api.letters import as_pdf

        pdf.write_bytes(as_pdf(draft.letter))
    if settings.as_json:
        print_json(dispute_json(draft))
    else:
        show_dispute(draft)


def _given(fields: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


def show_dispute(draft: "Dispute") -> None:
    """Print a draft: the message, the last day, what to enclose, what is lacking."""
    show_message(draft.letter.text)
    click.echo()
    if draft.act_by is not None and draft.deadline is not None:
        say(f"Send it by {draft.act_by.isoformat()}; the last day in time is {draft.deadline.isoformat()}.")
    if draft.next_on is not None and draft.stop_payment_by is not None:
        by, then = draft.stop_payment_by.isoformat(), draft.next_on.isoformat()
        say(f"The next charge would come on {then}: have your bank stop it by {by}.")
    for line in draft.enclose:
        say(f"Enclose: {line}", rest="  ")
    for line in draft.lacking:
        say(f"Still lacking: {line}", rest="  ")
