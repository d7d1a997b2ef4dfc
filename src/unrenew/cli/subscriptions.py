"""`unrenew list`, `show`, `confirm`, `dismiss`, `edit` and `new`."""

from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from typing import Any, get_args

import click

from unrenew.api.finding import EVERYBODY
from unrenew.cli.cadences import CADENCES, how_often
from unrenew.cli.homes import home_of, owner_option
from unrenew.cli.options import Settings, common_options, print_json
from unrenew.cli.tables import plain, print_table, say
from unrenew.errors import UsageError
from unrenew.model.values import Method

Doc = dict[str, Any]

_CADENCES = [name for name in CADENCES if name]
_METHODS = get_args(Method)
_LATEST = 12
_KINDS = ("subscription", "bill", "loan", "rent", "transfer", "income", "habit")


def _text_day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> str | None:
    return value.date().isoformat() if value else None


def _text_amount(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from unrenew.model.values import decimal_text

    try:
        amount = None if value is None else Decimal(value)
    except ArithmeticError:
        raise click.BadParameter("an amount such as 9.99 is needed") from None
    if amount is not None and (not amount.is_finite() or amount < 0):
        raise click.BadParameter("an amount such as 9.99 is needed: what is paid, without a minus")
    return None if amount is None else decimal_text(amount)


def _currency(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not (len(value) == 3 and value.isascii() and value.isalpha()):
        raise click.BadParameter("an ISO 4217 code of three letters is needed, such as EUR")
    return value and value.upper()


def _day_option(*names: str, what: str) -> Any:
    return click.option(*names, type=click.DateTime(["%Y-%m-%d"]), callback=_text_day, metavar="YYYY-MM-DD", help=what)


_FIELDS = (
    click.option("--provider", metavar="ID", help="Who delivers it, as in the directory."),
    click.option("--channel", metavar="NAME", help="How it was bought: direct, nexway, apple_app_store ..."),
    click.option("--plan", metavar="NAME", help="What was bought."),
    click.option("--kind", type=click.Choice(_KINDS), help="What it is."),
    click.option("--cadence", type=click.Choice(_CADENCES), help="How often it is paid."),
    click.option("--amount", callback=_text_amount, metavar="N", help="What one term costs, such as 9.99."),
    click.option("--currency", callback=_currency, metavar="CCC", help="In which currency."),
    _day_option("--started", "started_on", what="The day on which it began."),
    _day_option("--ended", "ended_on", what="The day on which it ends or ended."),
    _day_option("--trial-ends", "trial_ends_on", what="The last day of a trial."),
    click.option(
        "--minimum-term", "minimum_term_months", type=click.IntRange(0, 600), metavar="MONTHS", help="In months."
    ),
    click.option(
        "--renewal", "renewal_months", type=click.IntRange(0, 600), metavar="MONTHS", help="Of each later term."
    ),
    click.option("--notice", metavar="TEXT", help="Such as '14 days', '3 months', '6 weeks to quarter end'."),
    click.option("--paid-by", "payment_method", type=click.Choice(_METHODS), metavar="HOW", help="sepa_dd_core ..."),
    click.option("--payers", metavar="TEXT", help="Who pays, such as 'Ana 60%, Bo 40%'."),
    click.option("--notes", metavar="TEXT", help="Anything worth keeping."),
)


def _with_fields(command: Any) -> Any:
    for option in reversed(_FIELDS):
        command = option(command)
    return command


def _changes(fields: Doc) -> Doc:
    """Return the fields that were given, in the form in which they are kept."""
    from unrenew.readers.lists import payers_of
    from unrenew.readers.notices import read_notice

    given = {key: value for key, value in fields.items() if value is not None}
    if "notice" in given:
        notice = read_notice(given["notice"])
        if notice is None and given["notice"].strip():
            raise UsageError("the notice is not understood", hint="Such as: --notice '3 months to month end'")
        given["notice"] = notice and asdict(notice)
    if "payers" in given:
        payers = list(payers_of(given["payers"]))
        if sum(payer.share for payer in payers) > 1:
            raise UsageError("the payers' shares come to more than 100 %", hint="Such as: --payers 'Ana 60%, Bo 40%'")
        given["payers"] = [{"name": p.name, "share": format(p.share, "f")} for p in payers]
    return given


@click.command("list", epilog="Example: unrenew list --json")
@owner_option
@click.option("--all", "everything", is_flag=True, help="Also what was dismissed, and rent, loans, income and habits.")
@common_options
def list_(settings: Settings, owner: str | None, *, everything: bool) -> None:
    """Your subscriptions: what was found, what you wrote down, and what you said of each."""
    from unrenew.api.subscriptions import subscriptions, totals

    docs = subscriptions(home_of(settings), owner=owner or EVERYBODY)
    if not everything:
        docs = [doc for doc in docs if _is_shown(doc)]
    docs.sort(key=lambda doc: (doc["owner"] or "", doc["currency"], -Decimal(doc["yearly_cost"] or 0), doc["name"]))
    if settings.as_json:
        print_json({"as_of": settings.as_of.isoformat(), "streams": docs, "yearly_cost": totals(docs)})
        return
    if not docs:
        click.echo("No subscription is kept. Begin with: unrenew add STATEMENT")
        return
    show_table(docs)
    click.echo()
    for currency, total in totals(docs).items():
        click.echo(f"{total} {currency} a year")
    if any(doc["cancelling"] and doc["cancelling"]["at_latest"] for doc in docs):
        click.echo("? at the latest: no notice period is known. Say it: unrenew edit NAME --notice '1 month'")


def _is_shown(doc: Doc) -> bool:
    contract = doc["kind"] in ("subscription", "bill") or doc["decision"] == "confirmed"
    return contract and doc["decision"] != "dismissed"


def show_table(docs: list[Doc]) -> None:
    """Print subscriptions as a table."""
    columns = ("name", "price", "how often", "next on", "cancel by", "per year", "state")
    rows = [_cells(doc) for doc in docs]
    if any(doc["owner"] for doc in docs):
        columns = ("whose", *columns)
        rows = [(doc["owner"] or "", *row) for doc, row in zip(docs, rows, strict=True)]
    print_table(columns, rows, right=("price", "per year"), spare=("next on", "how often"))


def _cells(doc: Doc) -> tuple[str, ...]:
    coming: Any = doc["next"] or {}
    case: Any = doc["case"]
    state: Any = case["state"].replace("_", " ") if case else doc["decision"] or doc["status"]
    cells: list[Any] = [
        str(doc["name"])[:40],
        f"{doc['amount']} {doc['currency']}" if doc["amount"] else "",
        how_often(doc["cadence"]),
        coming.get("on"),
        last_day(doc),
        f"{doc['yearly_cost']} {doc['currency']}" if doc["yearly_cost"] else "",
        state,
    ]
    return tuple(str(cell or "") for cell in cells)


def last_day(doc: Doc) -> str:
    """Return the last day to cancel; a question mark says that an unknown notice period may make it earlier."""
    if doc["cancelling"] is None:
        return ""
    return f"{doc['cancel_by']}{'?' if doc['cancelling']['at_latest'] else ''}"


@click.command(epilog="Example: unrenew show Kaspersky")
@click.argument("name")
@owner_option
@common_options
def show(settings: Settings, name: str, owner: str | None) -> None:
    """All that is known of one subscription; NAME is its name or the beginning of it, or its id."""
    from unrenew.api.subscriptions import show as show_one

    _print(settings, show_one(home_of(settings), name, owner=owner or EVERYBODY))


@click.command(epilog="Example: unrenew confirm Kaspersky")
@click.argument("name")
@owner_option
@common_options
def confirm(settings: Settings, name: str, owner: str | None) -> None:
    """Say that this is a subscription of yours."""
    from unrenew.api.subscriptions import confirm as confirm_one

    _print(settings, confirm_one(home_of(settings), name, owner=owner or EVERYBODY))


@click.command(epilog="Example: unrenew dismiss 'Corner shop'")
@click.argument("name")
@owner_option
@common_options
def dismiss(settings: Settings, name: str, owner: str | None) -> None:
    """Say that this is none: it is not listed any more, also when new charges come."""
    from unrenew.api.subscriptions import dismiss as dismiss_one

    _print(settings, dismiss_one(home_of(settings), name, owner=owner or EVERYBODY))


@click.command(epilog="Example: unrenew edit Kaspersky --notice '1 month' --notes 'on the old laptop'")
@click.argument("name")
@owner_option
@click.option("--name", "new_name", metavar="NAME", help="A better name.")
@_with_fields
@click.option("--merge", "others", multiple=True, metavar="NAME", help="This other one is the same subscription.")
@click.option("--split", "split_name", metavar="NAME", help="The charges of --amount are another one, of this name.")
@click.option("--undo", is_flag=True, help="Take back the last thing that you said of it.")
@common_options
def edit(settings: Settings, name: str, owner: str | None, **fields: Any) -> None:
    """Say what you know better; it holds also when new statements come."""
    from unrenew.api import subscriptions as api

    home, whose = home_of(settings), owner or EVERYBODY
    others, split_name, undo = (fields.pop(key) for key in ("others", "split_name", "undo"))
    if undo:
        doc = api.undo(home, name, owner=whose)
    elif others:
        doc = api.merge(home, [name, *others], owner=whose)
    elif split_name:
        if fields["amount"] is None:
            raise UsageError("which charges?", hint="Say their amount: --split NAME --amount 9.99")
        doc = api.split(home, name, split_name, amount=fields["amount"], owner=whose)
    else:
        fields["name"] = fields.pop("new_name")
        changes = _changes(fields)
        if not changes:
            raise UsageError("nothing to change was given", hint="See: unrenew edit --help")
        doc = api.edit(home, name, changes, owner=whose)
    _print(settings, doc)


@click.command(epilog="Example: unrenew new Gym --amount 19.90 --currency EUR --cadence monthly --started 2026-01-31")
@click.argument("name")
@owner_option
@_with_fields
@_day_option("--next", "next_on", what="The day of the next payment.")
@common_options
def new(settings: Settings, name: str, owner: str | None, **fields: Any) -> None:
    """Write down a subscription that no statement shows."""
    from unrenew.api.subscriptions import new as write_down
    from unrenew.api.subscriptions import own_subscription

    own = own_subscription(name, _changes(fields), owner=owner)
    _print(settings, write_down(home_of(settings), own))


def _print(settings: Settings, doc: Doc) -> None:
    if settings.as_json:
        print_json({"as_of": settings.as_of.isoformat(), "streams": [doc]})
        return
    click.echo(plain(doc["name"]))
    for label, value in _facts(doc):
        for line in filter(None, str(value or "").split("\n")):
            say(plain(line), first=f"  {label:<15} ")
    charges = doc["charges"]
    if len(charges) > _LATEST:
        click.echo(f"  the latest {_LATEST} of {len(charges)} charges (all of them with --json):")
    for charge in charges[-_LATEST:]:
        role = "" if charge["role"] == "charge" else f"  ({charge['role']})"
        click.echo(f"  {charge['on']}  {charge['amount']:>12} {doc['currency']}{role}")


def _facts(doc: Doc) -> list[tuple[str, Any]]:
    price = f"{doc['amount']} {doc['currency']}" if doc["amount"] else None
    from unrenew.model.renewals import notice_of

    cancelling: Doc = doc["cancelling"] or {}
    return [
        ("id", doc["id"]),
        ("whose", doc["owner"]),
        ("price", price),
        ("how often", doc["cadence"] and how_often(doc["cadence"])),
        ("per year", doc["yearly_cost"] and f"{doc['yearly_cost']} {doc['currency']}"),
        ("state", doc["decision"] or doc["status"]),
        ("provider", doc["provider"]),
        ("bought through", doc["channel"]),
        ("plan", doc["plan"]),
        ("since", doc["started_on"] or doc["first_on"]),
        ("next on", (doc["next"] or {}).get("on")),
        ("cancel by", last_day(doc)),
        ("", "\n".join(cancelling.get("why", ()))),
        ("notice", doc["notice"] and notice_of(doc["notice"])),
        ("minimum term", doc["minimum_term_months"] and f"{doc['minimum_term_months']} months"),
        ("renewal", doc["renewal_months"] and f"{doc['renewal_months']} months"),
        ("trial ends", doc["trial_ends_on"]),
        ("stop payment by", cancelling.get("stop_payment_by")),
        ("payers", ", ".join(f"{p['name']} {Decimal(p['share']):.0%}" for p in doc["payers"])),
        ("order numbers", ", ".join(r["order_number"] for r in doc["receipts"] if r["order_number"])),
        ("case", doc["case"] and f"{doc['case']['id']}: {doc['case']['state']}"),
        ("notes", doc["notes"]),
        ("why", "; ".join(doc["why"])),
    ]
