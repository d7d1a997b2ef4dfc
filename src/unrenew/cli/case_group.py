"""The group `unrenew case`, and what its commands share."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from unrenew.cli.homes import home_of
from unrenew.cli.options import Settings, common_options, first_word, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unrenew.api.cases import CaseView
    from unrenew.model.cases import AnyHappening
    from unrenew.model.listings import CaseRow
    from unrenew.model.remedies import Remedy


class CaseGroup(click.Group):
    """`case ID` shows the case: where no command follows the ID, it is `show`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        place = first_word(args)
        command = args[place + 1] if place + 1 < len(args) else ""
        if place < len(args) and command not in self.commands and "--help" not in args:
            if command and not command.startswith("-"):
                ctx.fail(f"No such command '{command}'. There are: {', '.join(sorted(self.commands))}")
            args = [*args[: place + 1], "show", *args[place + 1 :]]
        return super().parse_args(ctx, args)


def _day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def day_option(*names: str, what: str) -> Any:
    """Return an option that takes a day."""
    return click.option(*names, type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="YYYY-MM-DD", help=what)


on_option = day_option("--on", "on", what="The day it happened (default: today).")


def amount(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Decimal | None:
    """Read an amount as people type it in a shell."""
    try:
        found = None if value is None else Decimal(value.replace(",", ".") if "." not in value else value)
    except ArithmeticError:
        raise click.BadParameter("an amount such as 39.99 is needed") from None
    if found is not None and (not found.is_finite() or found <= 0):
        raise click.BadParameter("an amount above zero is needed, such as 39.99")
    return found


def facts_of(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Read NAME=VALUE pairs."""
    found: dict[str, str] = {}
    for value in values:
        name, equals, said = value.partition("=")
        if not equals or not name.strip():
            raise click.BadParameter("NAME=VALUE is needed, such as order_number=2A123")
        found[name.strip().replace("-", "_")] = said.strip()
    return found


fact_option = click.option(
    "--fact",
    "facts",
    multiple=True,
    callback=facts_of,
    metavar="NAME=VALUE",
    help="Something that letters or rights need.",
)


@click.group(
    cls=CaseGroup,
    invoke_without_command=True,
    epilog="Example: unrenew case kaspersky-583e status 'auto-renew off' --until 2026-12-20",
)
@click.argument("name", metavar="[ID]", required=False)
@common_options
@click.pass_context
def case(ctx: click.Context, settings: Settings, name: str | None) -> None:
    """Where a case stands, and everything one does with it. Without an ID: the list of cases."""
    ctx.obj = (settings, name)
    if ctx.invoked_subcommand is None:
        _list(settings)


def here(ctx: click.Context, settings: Settings) -> tuple[Settings, str]:
    """Return the settings and the case; an option may stand before the ID or after the command."""
    outer, name = ctx.obj
    said = {
        field: getattr(settings if ctx.get_parameter_source(field) is ParameterSource.COMMANDLINE else outer, field)
        for field in ("as_of", "home", "country", "language", "as_json")
    }
    return Settings(**said), name


def _list(settings: Settings) -> None:
    from unrenew.api.cases import list_cases
    from unrenew.cli.case_views import DUES, STATES
    from unrenew.cli.tables import say

    rows = list_cases(home_of(settings))
    if settings.as_json:
        print_json([_row_json(row) for row in rows])
        return
    if not rows:
        click.echo("There is no case. Open one: unrenew cancel NAME")
    for row in rows:
        whose = f" of {row.owner}" if row.owner else ""
        click.secho(f"{row.name}{whose}  ({row.id})", bold=True)
        say(STATES[row.state], first="  ")
        if row.due_what is not None:
            when = row.due_on.isoformat() if row.due_on else ""
            say(DUES[row.due_what].format(id=row.id, name=row.name), first=f"  due {when:10}  ")


def _row_json(row: "CaseRow") -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "owner": row.owner,
        "subscription": row.subscription,
        "state": str(row.state),
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "due": row.due_what,
    }


def show_view(settings: Settings, view: "CaseView", remedies: "Sequence[Remedy] | None" = None) -> None:
    """Print a case, for people or as JSON; after something was written down, that and what is next."""
    from unrenew.cli.case_views import case_json, show_case, show_noted

    if settings.as_json:
        print_json(case_json(view, remedies))
    elif view.noted and remedies is None:
        show_noted(view)
    else:
        show_case(view, remedies or ())


def write_down(ctx: click.Context, settings: Settings, *whats: "AnyHappening", on: date | None = None) -> None:
    """Keep what happened in the case of this call, and show the case."""
    from unrenew.api.cases import record

    settings, name = here(ctx, settings)
    show_view(settings, record(home_of(settings), name, *whats, on=on))
