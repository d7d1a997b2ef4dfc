"""`unrenew cancel` and `unrenew case`: from the decision to the proof."""

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from unrenew.cli import case_events, case_files
from unrenew.cli.case_group import case, fact_option, here, on_option, show_view, write_down
from unrenew.cli.homes import home_of, owner_option
from unrenew.cli.options import Settings, common_options

if TYPE_CHECKING:
    from unrenew.api.cases import CaseView

__all__ = ["cancel", "case", "case_events", "case_files"]


@click.command(epilog="Example: unrenew cancel Kaspersky --order-number 2A000BEC00D")
@click.argument("name")
@owner_option
@click.option("--channel", metavar="NAME", help="How it was bought, such as direct, nexway, app-store, google-play.")
@click.option("--says", default="", metavar="TEXT", help="From whom and where you bought it, in your own words.")
@click.option("--order-number", metavar="NR", help="From the order mail.")
@click.option("--account-email", metavar="ADDRESS", help="The address of your account there.")
@fact_option
@common_options
def cancel(settings: Settings, name: str, owner: str | None, channel: str | None, says: str, **more: Any) -> None:
    """Open the case of a subscription: asks what decides the way out, then shows its steps with official pages."""
    from unrenew.api.cases import Answers, open_for, view
    from unrenew.api.finding import EVERYBODY
    from unrenew.api.letters import remedies_of

    facts: dict[str, str] = more["facts"]
    for key in ("order_number", "account_email"):
        if more[key]:
            facts[key] = more[key]
    home = home_of(settings)
    found = open_for(home, name, owner=owner or EVERYBODY, answers=Answers(channel=channel, says=says, facts=facts))
    if says:
        found = view(home, found.case.id, says=says)
    asking = sys.stdin.isatty() and not settings.as_json
    if asking and found.case.subject.country is None:
        found = _ask_country(settings, found)
    if asking and found.guidance.question:
        found = _ask(settings, found)
    show_view(settings, found, remedies_of(home, found.case).remedies)


def _ask_country(settings: Settings, found: "CaseView") -> "CaseView":
    """Ask once where the person lives: it decides their rights, and the ways out. Enter leaves it open."""
    from unrenew.api.cases import view

    text = "Where do you live? Two letters, such as DE or US (it decides your rights; Enter: not said)"
    said: str = click.prompt(text, default="", show_default=False, value_proc=_country)
    return view(replace(home_of(settings), country=said), found.case.id) if said else found


def _country(text: str) -> str:
    said = text.strip().upper()
    if said and not (len(said) == 2 and said.isascii() and said.isalpha()):
        raise click.UsageError(f"{text.strip()!r} is no country: two letters are needed, such as DE or US")
    return said


def _ask(settings: Settings, found: "CaseView") -> "CaseView":
    """Ask what decides the channel; what the person types is a channel of the list, or words that fit one."""
    from unrenew.api.cases import record, view
    from unrenew.model.cases import ChannelChosen

    home, guidance = home_of(settings), found.guidance
    click.echo(f"{guidance.question}")
    for number, one in enumerate(guidance.channels, 1):
        click.echo(f"  {number} {one}")
    said = click.prompt("A number, or in your own words (Enter: not known)", default="", show_default=False).strip()
    if not said:
        return found
    if said.isdigit() and 0 < int(said) <= len(guidance.channels):
        return record(home, found.case.id, ChannelChosen(channel=guidance.channels[int(said) - 1]))
    if said in guidance.channels:
        return record(home, found.case.id, ChannelChosen(channel=said))
    again = view(home, found.case.id, says=said)
    if again.guidance.certain and again.guidance.channel:
        return record(home, found.case.id, ChannelChosen(channel=again.guidance.channel))
    return again


@case.command(
    short_help="Where it stands, the steps, the money.",
    epilog="Example: unrenew case kaspersky-583e",
)
@common_options
@click.pass_context
def show(ctx: click.Context, settings: Settings) -> None:
    """Where the case stands, what is due, the steps, and what can be got back until when."""
    from unrenew.api.cases import view
    from unrenew.api.letters import remedies_of

    settings, name = here(ctx, settings)
    home = home_of(settings)
    found = view(home, name)
    show_view(settings, found, remedies_of(home, found.case).remedies)


@case.command(epilog="Example: unrenew case kaspersky-583e done 2")
@click.argument("step", required=False)
@on_option
@common_options
@click.pass_context
def done(ctx: click.Context, settings: Settings, step: str | None, on: date | None) -> None:
    """Tick off a step (the next one, or that of this number). The last one of the way out means: asked to cancel."""
    from unrenew.api.cases import finish_step

    settings, name = here(ctx, settings)
    show_view(settings, finish_step(home_of(settings), name, step, on=on))


@case.command(
    short_help="Keep your own words, or facts.",
    epilog="Example: unrenew case kaspersky-583e note 'called, was told it is off'",
)
@click.argument("text", required=False, default="")
@fact_option
@on_option
@common_options
@click.pass_context
def note(ctx: click.Context, settings: Settings, text: str, facts: dict[str, str], on: date | None) -> None:
    """Keep your own words, or facts that letters and rights need (--fact order_number=2A123)."""
    from unrenew.errors import UsageError
    from unrenew.model.cases import AnyHappening, FactNoted, NoteAdded

    whats: list[AnyHappening] = [FactNoted(name=key, value=value) for key, value in facts.items()]
    if text:
        whats.append(NoteAdded(text=text))
    if not whats:
        raise UsageError("there is nothing to note", hint="Say it in quotes, or with --fact NAME=VALUE")
    write_down(ctx, settings, *whats, on=on)


@case.command(epilog="Example: unrenew case kaspersky-583e channel nexway")
@click.argument("channel")
@common_options
@click.pass_context
def channel(ctx: click.Context, settings: Settings, channel: str) -> None:
    """Say how it was bought."""
    from unrenew.model.cases import ChannelChosen

    write_down(ctx, settings, ChannelChosen(channel=channel))
