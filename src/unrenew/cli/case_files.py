"""What a case holds and gives: evidence, messages, the dossier."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unrenew.cli.case_group import amount as read_amount
from unrenew.cli.case_group import case, day_option, here
from unrenew.cli.homes import home_of
from unrenew.cli.options import Settings, common_options, finish, print_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from unrenew.act.letters import Value
    from unrenew.api.homes import Home
    from unrenew.api.letters import Wanted
    from unrenew.model.letters import Letter

KINDS = ("cancel", "withdraw", "refund", "confirm", "reminder", "complaint", "bank_stop", "bank_refund", "bank_dispute")
WORDS = (
    "product",
    "seller",
    "merchant",
    "order_number",
    "account_email",
    "customer_number",
    "mandate",
    "creditor",
    "account",
    "card",
    "reference",
)
DAYS = ("purchased_on", "charged_on", "asked_on", "next_charge_on", "confirmed_on", "active_until")
_file = click.Path(path_type=Path, exists=True, dir_okay=False)


@case.command(
    short_help="Seal a file as evidence.",
    epilog="Example: unrenew case kaspersky-583e attach confirmation.eml --key nexway.txt",
)
@click.argument("file", type=_file)
@click.option("--says", default="", metavar="TEXT", help="What it shows, in your own words.")
@click.option("--origin", default="", metavar="TEXT", help="Where it comes from.")
@click.option("--key", type=_file, metavar="FILE", help="The sender's DKIM key record, as published.")
@click.option("--fetch-key", "fetch", is_flag=True, help="Ask the DNS for the key (opens a connection).")
@day_option("--on", "on", what="The day it shows.")
@common_options
@click.pass_context
def attach(ctx: click.Context, settings: Settings, file: Path, key: Path | None, on: date | None, **said: Any) -> None:
    """Seal a file as evidence (up to 1 GB): a mail as .eml, a picture, a PDF, a chat. A mail's signature is checked."""
    from unrenew.api.evidence import Origin, attach_file, fetch_key
    from unrenew.cli.case_views import item_json

    settings, name = here(ctx, settings)
    keys = {"": key.read_bytes().strip()} if key else {}
    origin = Origin(
        said=said["origin"],
        says=said["says"],
        happened_on=on,
        keys=keys,
        fetch_key=fetch_key if said["fetch"] else None,
    )
    item = attach_file(home_of(settings), name, file, origin)
    if settings.as_json:
        print_json(item_json(item))
    else:
        click.echo(f"Sealed as item {item.seq}: {item.name}, {item.size} bytes, SHA-256 {item.sha256}")
        if item.dkim is not None:
            click.echo(item.dkim.proves)
    finish(problems=item.dkim is not None and item.dkim.result == "broken")


@case.command(
    short_help="See that all of it is as it was sealed.",
    epilog="Example: unrenew case kaspersky-583e verify",
)
@common_options
@click.pass_context
def verify(ctx: click.Context, settings: Settings) -> None:
    """See that every sealed item and every event is as it was: exit status 1 where one is not."""
    from unrenew.api.evidence import verify as verify_case
    from unrenew.cli.case_views import fault_json

    settings, name = here(ctx, settings)
    faults = verify_case(home_of(settings), name)
    if settings.as_json:
        print_json({"whole": not faults, "faults": [fault_json(fault) for fault in faults]})
    elif not faults:
        click.echo("Whole: every item and every event is as it was sealed.")
    for fault in () if settings.as_json else faults:
        which = " ".join(filter(None, (f"item {fault.seq}" if fault.seq else "", fault.name)))
        click.echo(f"{which}: {fault.what}" if which else fault.what)
    finish(problems=bool(faults))


@case.command(
    short_help="A time stamp by a third party (RFC 3161).",
    epilog="Example: unrenew case kaspersky-583e stamp --request item.tsq",
)
@click.option("--item", "seq", type=click.IntRange(1), metavar="N", help="Which item (default: the last).")
@click.option("--request", type=click.Path(path_type=Path), metavar="FILE", help="Write the request, to send yourself.")
@click.option("--reply", type=_file, metavar="FILE", help="Keep a reply that you got.")
@click.option("--root", type=_file, metavar="FILE", help="The authority's root certificate (PEM), to check the reply.")
@click.option("--authority", metavar="URL", help="Ask this authority now (opens a connection; sends a hash only).")
@common_options
@click.pass_context
def stamp(ctx: click.Context, settings: Settings, seq: int | None, **said: Any) -> None:
    """A time stamp by a third party over an item and all before it (RFC 3161): by file, or asked for online."""
    from unrenew.act.stamps import is_doubtful
    from unrenew.api.evidence import keep_stamp, stamp_by, stamp_request_for
    from unrenew.cli.case_views import item_json
    from unrenew.errors import UsageError

    settings, name = here(ctx, settings)
    home = home_of(settings)
    if said["request"] is not None:
        item, request = stamp_request_for(home, name, seq)
        _write(said["request"], request)
        click.echo(f"Written: the request over item {item.seq}. Then: --reply FILE --item {item.seq}", err=True)
        return
    if said["reply"] is not None:
        roots = [said["root"].read_bytes()] if said["root"] else []
        made = keep_stamp(home, name, said["reply"].read_bytes(), seq=seq, roots=roots)
    elif said["authority"] is not None:
        made = stamp_by(home, name, said["authority"], seq=seq)
    else:
        raise UsageError("say how", hint="--request FILE and then --reply FILE, or --authority URL")
    if settings.as_json:
        print_json(item_json(made))
    else:
        click.echo(f"Sealed as item {made.seq}: {made.says}")
    finish(problems=is_doubtful(made.says))


def _with_words(command: "Callable[..., Any]") -> "Callable[..., Any]":
    """Give a command an option for every word of the templates that a case may not know."""
    for word in reversed(WORDS):
        option = f"--{word.replace('_', '-')}"
        command = click.option(option, metavar="TEXT", help="Where the case does not know it.")(command)
    for word in reversed(DAYS):
        command = day_option(f"--{word.replace('_', '-')}", what="Where the case does not know it.")(command)
    return command


@case.command(
    short_help="Write a message, complete; nothing is sent.",
    epilog="Example: unrenew case kaspersky-583e letter withdraw --form letter --to pdf",
)
@click.argument("kind", type=click.Choice(KINDS), default="cancel")
@click.option(
    "--form", type=click.Choice(["email", "letter", "chat", "phone"]), help="Default: email (letter for PDF)."
)
@click.option(
    "--to", "target", type=click.Choice(["text", "eml", "pdf"]), default="text", help="As what it is written."
)
@click.option("--output", type=click.Path(path_type=Path), help="The file (default: named after case and kind).")
@click.option("--name", "your_name", metavar="NAME", help="Your name (kept).")
@click.option("--address", metavar="'LINE; LINE'", help="Your postal address (kept).")
@click.option("--email", metavar="ADDRESS", help="Your mail address (kept).")
@click.option("--phone", metavar="NR", help="Your phone number (kept).")
@click.option("--to-name", metavar="NAME", help="To whom, where it is not known.")
@click.option("--to-address", metavar="'LINE; LINE'", help="Their postal address.")
@click.option("--to-email", metavar="ADDRESS", help="Their mail address.")
@click.option("--about", type=click.Choice(["trader", "bank"]), default="trader", help="Whom a complaint is about.")
@click.option("--amount", callback=read_amount, metavar="N", help="The amount, with --currency.")
@click.option("--currency", metavar="CCC", help="The currency of the amount.")
@_with_words
@common_options
@click.pass_context
def letter(ctx: click.Context, settings: Settings, kind: Any, target: str, output: Path | None, **said: Any) -> None:
    """Write a message, complete: to read, as a draft for the mail program, or on paper. Nothing is sent."""
    from unrenew.api.letters import letter_json, write

    settings, name = here(ctx, settings)
    home = home_of(settings)
    made = write(home, name, kind, _wanted(home, name, said, target))
    if target == "text" and output is None:
        if settings.as_json:
            print_json(letter_json(made))
        else:
            to = ", ".join(filter(None, (made.to.name, made.to.email, made.to.url)))
            if to and made.form != "phone":
                click.echo(f"[to {to}; nothing was sent]", err=True)
            click.echo(made.text, nl=False)
        return
    path = output or Path(f"{name}-{kind}.{'txt' if target == 'text' else target}")
    _write(path, _bytes(made, target))
    if settings.as_json:
        print_json({**letter_json(made), "file": str(path)})
    else:
        click.echo(f"Written: {path}", err=True)


def _wanted(home: "Home", name: str, said: dict[str, Any], target: str) -> "Wanted":
    from unrenew.api.cases import currency_of
    from unrenew.api.letters import Wanted
    from unrenew.model.values import Money

    values: dict[str, Value] = {key: said[key] for key in (*WORDS, *DAYS) if said[key]}
    if said["amount"] is not None:
        values["amount"] = Money(amount=said["amount"], currency=said["currency"] or currency_of(home, name))
    sender = {"name": said["your_name"], "address": said["address"], "email": said["email"], "phone": said["phone"]}
    to = {"name": said["to_name"], "address": said["to_address"], "email": said["to_email"]}
    return Wanted(
        form=said["form"] or ("letter" if target == "pdf" else "email"),
        sender={key: value for key, value in sender.items() if value},
        to={key: value for key, value in to.items() if value},
        values=values,
        about=said["about"],
    )


def _bytes(made: "Letter", target: str) -> bytes:
    from unrenew.api.letters import as_eml, as_pdf

    if target == "pdf":
        return as_pdf(made)
    return as_eml(made) if target == "eml" else made.text.encode()


def _write(path: Path, data: bytes) -> None:
    from unrenew.errors import UsageError

    try:
        if str(path) == "-":
            sys.stdout.buffer.write(data)
        else:
            path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"the file cannot be written: {error.strerror}", where=str(path)) from error


@case.command(
    short_help="Put the proof together, for a stranger to check.",
    epilog="Example: unrenew case kaspersky-583e dossier --to kaspersky.zip",
)
@click.option("--to", "target", type=click.Path(path_type=Path), help="A new folder, or a file ending in .zip.")
@common_options
@click.pass_context
def dossier(ctx: click.Context, settings: Settings, target: Path | None) -> None:
    """Put story, charges, remedies and all evidence together, with hashes that a stranger can check."""
    from unrenew.api.dossiers import write_dossier

    settings, name = here(ctx, settings)
    path, made = write_dossier(home_of(settings), name, target or Path(f"dossier-{name}"))
    if settings.as_json:
        names = sorted({*made.files, *made.evidence})
        print_json({"path": str(path), "as_of": made.day.isoformat(), "files": names, "sha256": made.sha256})
    else:
        click.echo(f"Written: {path} (items of evidence: {len(made.evidence)})")
        click.echo(f"SHA-256 over SHA256SUMS: {made.sha256}")
