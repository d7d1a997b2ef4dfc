"""What happened in a case: sent, confirmed, refused, charged, closed."""

from datetime import date
from decimal import Decimal
from typing import Any

import click

from unrenew.cli.case_group import amount as read_amount
from unrenew.cli.case_group import case, day_option, here, on_option, show_view, write_down
from unrenew.cli.homes import home_of
from unrenew.cli.options import Settings, common_options
from unrenew.errors import InputError


@case.command(epilog="Example: unrenew case kaspersky-583e sent cancel --by email")
@click.argument("what", type=click.Choice(["cancel", "withdraw", "refund", "confirm", "reminder"]), default="cancel")
@click.option("--by", type=click.Choice(["web", "email", "letter", "chat", "phone"]), default="email", help="How.")
@click.option("--to", metavar="NAME", help="To whom.")
@day_option("--answer-by", what="By when you asked for an answer (default: 14 days).")
@on_option
@common_options
@click.pass_context
def sent(ctx: click.Context, settings: Settings, what: str, on: date | None, **said: Any) -> None:
    """Say that you sent a message, or asked on the page or the phone."""
    from unrenew.api.cases import sent as note_sent
    from unrenew.model.cases import Asked

    settings, name = here(ctx, settings)
    show_view(settings, note_sent(home_of(settings), name, what, Asked(**said), on=on))


@case.command(epilog="Example: unrenew case kaspersky-583e status 'auto-renew off' --until 2026-12-20")
@click.argument("text")
@day_option("--until", what="The day until which it stays active.")
@click.option("--still-on", is_flag=True, help="The status reads as active (again): the renewal is not off.")
@on_option
@common_options
@click.pass_context
def status(
    ctx: click.Context, settings: Settings, text: str, *, until: date | None, still_on: bool, on: date | None
) -> None:
    """Write down what the status reads, or what they confirmed."""
    from unrenew.model.cases import Confirmed, Refused

    write_down(ctx, settings, Refused(reason=text) if still_on else Confirmed(status=text, active_until=until), on=on)
    if until is not None and not still_on:
        _doubt(until, here(ctx, settings)[0].as_of)


FAR_DAYS = 3 * 366
"""Nobody pays for longer than this in advance: the year may be a slip."""


def _doubt(until: date, today: date) -> None:
    """Say what follows from an end that may be true and may be a slip; it is kept either way."""
    again = "If that is a slip, say it again with the right --until."
    if until < today:
        click.echo(f"unrenew: {until} has passed, so the case counts as ended since then. {again}", err=True)
    elif (until - today).days > FAR_DAYS:
        click.echo(f"unrenew: {until} is more than three years away. {again}", err=True)


@case.command(epilog="Example: unrenew case kaspersky-583e refused 'only by phone, they say'")
@click.argument("reason")
@click.option("--refund", is_flag=True, help="They refuse the money, not the cancellation.")
@on_option
@common_options
@click.pass_context
def refused(ctx: click.Context, settings: Settings, reason: str, *, refund: bool, on: date | None) -> None:
    """Write down that they said no."""
    from unrenew.model.cases import RefundRefused, Refused

    write_down(ctx, settings, RefundRefused(reason=reason) if refund else Refused(reason=reason), on=on)


@case.command(epilog="Example: unrenew case kaspersky-583e charged 49.99 --on 2026-12-01")
@click.argument("amount", callback=read_amount)
@click.option("--currency", metavar="CCC", help="Default: that of the subscription.")
@click.option("--text", default="", metavar="TEXT", help="What the statement says.")
@on_option
@common_options
@click.pass_context
def charged(ctx: click.Context, settings: Settings, amount: Decimal, on: date | None, **said: Any) -> None:
    """Write down a charge that came after the cancellation."""
    from unrenew.api.cases import charged_again, currency_of
    from unrenew.model.cases import CaseCharge

    settings, name = here(ctx, settings)
    home = home_of(settings)
    if on is not None and on > home.today:
        raise InputError(f"{on} lies in the future: today is {home.today}", where=f"case {name}")
    currency = said["currency"] or currency_of(home, name)
    charge = CaseCharge(on=on or home.today, amount=-amount, currency=currency, descriptor=said["text"])
    show_view(settings, charged_again(home, name, charge))


@case.command(epilog="Example: unrenew case kaspersky-583e refund 39.99")
@click.argument("amount", callback=read_amount)
@click.option("--currency", metavar="CCC", help="Default: that of the subscription.")
@on_option
@common_options
@click.pass_context
def refund(ctx: click.Context, settings: Settings, amount: Decimal, currency: str | None, on: date | None) -> None:
    """Write down that money came back."""
    from unrenew.api.cases import currency_of, refund_came
    from unrenew.model.values import Money

    settings, name = here(ctx, settings)
    home = home_of(settings)
    money = Money(amount=amount, currency=currency or currency_of(home, name))
    show_view(settings, refund_came(home, name, money, on=on))


@case.command(epilog="Example: unrenew case kaspersky-583e reference T-1001 --of Nexway")
@click.argument("number")
@click.option("--of", metavar="NAME", help="Whose number it is.")
@on_option
@common_options
@click.pass_context
def reference(ctx: click.Context, settings: Settings, number: str, of: str | None, on: date | None) -> None:
    """Keep a reference number."""
    from unrenew.model.cases import ReferenceNoted

    write_down(ctx, settings, ReferenceNoted(number=number, of=of), on=on)


@case.command(epilog="Example: unrenew case kaspersky-583e close")
@click.argument("reason", required=False, default="")
@common_options
@click.pass_context
def close(ctx: click.Context, settings: Settings, reason: str) -> None:
    """Nothing more is to be done."""
    from unrenew.model.cases import Closed

    write_down(ctx, settings, Closed(reason=reason))


@case.command(epilog="Example: unrenew case kaspersky-583e reopen 'a new charge'")
@click.argument("reason", required=False, default="")
@common_options
@click.pass_context
def reopen(ctx: click.Context, settings: Settings, reason: str) -> None:
    """It goes on after all."""
    from unrenew.model.cases import Reopened

    write_down(ctx, settings, Reopened(reason=reason))
