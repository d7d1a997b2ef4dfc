"""The `unrenew` command."""

import gc
import importlib
import sys

import click

from unrenew import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("unrenew.cli.demo:demo", "the whole way on sample data, nothing kept"),
    "scan": ("unrenew.cli.scan:scan", "statements in, subscriptions out; keeps nothing"),
    "add": ("unrenew.cli.adding:add", "keeps statements, receipts and lists; says what is new"),
    "list": ("unrenew.cli.subscriptions:list_", "your subscriptions"),
    "show": ("unrenew.cli.subscriptions:show", "all that is known of one"),
    "confirm": ("unrenew.cli.subscriptions:confirm", "say that it is yours"),
    "dismiss": ("unrenew.cli.subscriptions:dismiss", "say that it is none"),
    "edit": ("unrenew.cli.subscriptions:edit", "say what you know better; merge, split"),
    "new": ("unrenew.cli.subscriptions:new", "write one down that no statement shows"),
    "rights": ("unrenew.cli.rights:rights", "what can be got back or stopped, until when"),
    "rules": ("unrenew.cli.rights:rules", "the rules behind it, with sources and dates"),
    "provider": ("unrenew.cli.directory:provider", "what the directory knows, with sources and dates"),
    "compare": ("unrenew.cli.directory:compare", "providers side by side"),
    "cancel": ("unrenew.cli.cases:cancel", "open a case: what to do, on which official page"),
    "case": ("unrenew.cli.cases:case", "where a case stands; steps, messages, evidence, dossier"),
    "screen": ("unrenew.cli.screen:screen", "contacts in any text, with verdicts"),
    "guide": ("unrenew.cli.guide:guide", "somebody's guide, clean; its claims checked"),
    "bulk": ("unrenew.cli.bulk:bulk", "the same engines over many people's rows"),
    "watch": ("unrenew.cli.watch:watch", "what should not be there any more"),
    "dispute": ("unrenew.cli.disputes:dispute", "a draft for the bank against such a charge"),
    "calendar": ("unrenew.cli.watch:calendar", "what is due, as a calendar file"),
    "notices": ("unrenew.cli.notices:notices", "where notices go, when, and how far each one came"),
    "facts": ("unrenew.cli.facts:facts", "is the directory sound; what is old or lacking"),
    "export": ("unrenew.cli.keeping:export", "all your data out, as JSON and CSV"),
    "backup": ("unrenew.cli.keeping:backup", "one file with everything, checked"),
    "restore": ("unrenew.cli.keeping:restore", "a backup back, all of it or nothing"),
    "forget": ("unrenew.cli.keeping:forget", "a file, a person or everything, gone"),
    "encrypt": ("unrenew.cli.keeping:encrypt", "your data under a passphrase"),
}
"""Command to (`module:function`, one line of help). The module is imported when the command is called, not before:
`unrenew --help` answers at once. In the order of a person's way."""


class LazyGroup(click.Group):
    """Knows the names of the commands, and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name][0].partition(":")
        return getattr(importlib.import_module(module), function)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if not COMMANDS:
            return
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from unrenew.facts import facts_version

        click.echo(f"unrenew, version {__version__}, facts of {facts_version()}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog="Example: unrenew demo")
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show both versions and leave.",
)
def root() -> None:
    """Find the subscriptions in your bank statements, get out of them, and keep the proof.

    Everything stays on this machine: no command opens a connection unless its help says so and you ask for it.
    """


def main() -> None:
    """Run the command line; every error a person can meet becomes one plain line and exit status 2."""
    from unrenew.errors import UnrenewError

    gc.set_threshold(200_000, 20, 20)  # a short run makes little garbage; looking for it takes a tenth of the time
    try:
        root(prog_name="unrenew")
    except UnrenewError as error:
        click.echo(f"unrenew: {error}", err=True)
        sys.exit(2)
    finally:
        gc.freeze()  # at its end Python would look through all that is loaded once more: a tenth of a second
