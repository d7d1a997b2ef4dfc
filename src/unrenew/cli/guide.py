"""`unrenew guide`: a guide without planted contacts, its claims checked."""

import re
import sys
from pathlib import Path

import click

from unrenew.cli.options import Settings, common_options, finish, print_json
from unrenew.errors import ReadError
from unrenew.model.contacts import CleanGuide, Verdict

_SHORT = 6
"""Digits of a number that is hidden whole."""
_ADDRESS = re.compile(
    r"(?<![\w@.:/-])(?:https?://|[\w.+-]+@)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?![\w@-])",
    re.IGNORECASE,
)
_COLOURS = {"supported": "green", "contradicted": "red", "unknown": "yellow"}


@click.command(epilog="Example: unrenew guide how-to-cancel.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--facts", type=click.Path(path_type=Path, file_okay=False, exists=True), help="A folder of your own facts."
)
@click.option("--reveal", is_flag=True, help="Show removed contacts in full.")
@common_options
def guide(settings: Settings, *, file: Path, facts: Path | None, reveal: bool) -> None:
    """Somebody's guide: its steps without planted contacts, its claims checked. FILE may be - for standard input.

    Text, Markdown, HTML, PDF or mail. Exit status 1: a planted contact was removed, or a claim is contradicted.
    """
    from unrenew.api.guides import clean_guide
    from unrenew.cli.contacts import safe
    from unrenew.cli.tables import say

    clean, problems = clean_guide(_bytes(file), str(file), country=settings.country, facts=facts)
    for problem in problems:
        say(safe(f"{problem.where}: {problem.what}"), rest="  ", err=True)
    if settings.as_json:
        print_json(clean.to_json())
    else:
        _show(clean, facts, reveal=reveal)
    planted = any(verdict.word == "planted" for verdict in clean.removed)
    finish(problems=planted or any(claim.verdict == "contradicted" for claim in clean.claims))


def _bytes(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReadError(error.strerror or "cannot be read", where=str(file)) from None


def _show(clean: CleanGuide, facts: Path | None, *, reveal: bool) -> None:
    from unrenew.cli.contacts import quiet, safe
    from unrenew.cli.tables import say

    say(quiet(clean.title), bold=True)
    click.echo(f"Provider: {clean.provider or 'not in the directory'}")
    click.echo("" if clean.steps else "No step was found in it.")
    for step in clean.steps:
        added = " (added from the directory)" if step.origin == "directory" else ""
        say(f"{_quiet_but_official(step.text, facts)}{added}", first=f"{step.n:>2}. ")
        if step.url:
            click.echo(f"    {safe(step.url)}")
    if clean.removed:
        click.echo()
        click.secho("Removed", bold=True)
        for verdict in clean.removed:
            click.echo(f"  {verdict.word:<8} {verdict.contact.kind:<9} {_shown(verdict, reveal=reveal)}")
            for reason in verdict.reasons:
                say(quiet(reason), first="             - ")
    if clean.claims:
        _show_claims(clean, facts)


def _quiet_but_official(text: str, facts: Path | None) -> str:
    """Return a step as the terminal may have it: an address stays whole where a provider of the directory owns it."""
    from unrenew.api.guides import is_providers_page
    from unrenew.cli.contacts import quiet, safe

    shown, at = "", 0
    for address in _ADDRESS.finditer(text):
        if is_providers_page(f"https://{address['host']}", facts):
            shown += quiet(text[at : address.start()]) + safe(address[0])
            at = address.end()
    return shown + quiet(text[at:])


def _shown(verdict: Verdict, *, reveal: bool) -> str:
    """Return a removed contact, also a number that no numbering plan has."""
    from phonenumbers import NumberParseException

    from unrenew.cli.contacts import safe, shown

    number = verdict.contact.value
    if verdict.contact.kind != "phone" or reveal or verdict.word == "official":
        return shown(verdict, reveal=reveal)
    try:
        return shown(verdict, reveal=False)
    except NumberParseException:
        return safe(f"{number[:3]} ••• •••{number[-2:]}" if len(number) > _SHORT else "•" * len(number))


def _show_claims(clean: CleanGuide, facts: Path | None) -> None:
    from unrenew.api.guides import is_providers_page
    from unrenew.cli.contacts import quiet, safe, unlinked
    from unrenew.cli.tables import say

    click.echo()
    click.secho("Claims", bold=True)
    for claim in clean.claims:
        word = click.style(f"{claim.verdict:<12}", fg=_COLOURS[claim.verdict])
        say(quiet(claim.guide_says) or f"(the guide is silent: {claim.claim})", first=f"  {word} ", rest=" " * 15)
        if claim.facts_say:
            say(f"facts: {quiet(claim.facts_say)}", first=" " * 15)
        if claim.source:
            page = claim.source if is_providers_page(claim.source, facts) else unlinked(claim.source)
            click.echo(f"{'':15}{safe(page)}, {claim.as_of}")
