"""A screening as a table: masked, no links but to official contacts."""

import re

import click

from unrenew.model.contacts import Screening, Verdict

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_COLOURS = {"official": "green", "planted": "red", "unknown": "yellow"}


def safe(text: str) -> str:
    """Return a text that cannot steer the terminal: control and direction characters become a visible sign."""
    return _UNPRINTABLE.sub("�", text)


def unlinked(address: str) -> str:
    """Return an address that no terminal makes clickable: `hxxps://evil[.]example`."""
    text = re.sub(r"^http", "hxxp", address)
    return text.replace("://", "[:]//").replace(".", "[.]").replace("@", "[at]")


def masked(number: str) -> str:
    """Return a number with its middle hidden: `+1 855 ••• ••77`."""
    import phonenumbers

    parsed = phonenumbers.parse(number)
    code = str(parsed.country_code)
    rest = number[1 + len(code) :]
    head = rest[:3] if len(rest) > 6 else rest[:1]
    hidden = "•" * (len(rest) - len(head) - 2) + rest[-2:]
    return f"+{code} {head} {hidden[:3]} {hidden[3:]}".strip()


def shown(verdict: Verdict, *, reveal: bool) -> str:
    """Return a contact as a table may show it."""
    contact = verdict.contact
    if verdict.word == "official" or (reveal and contact.kind == "phone"):
        return safe(contact.value)
    if contact.kind == "phone":
        return masked(contact.value)
    if contact.kind == "messenger":
        name, _, who = contact.value.partition(":")
        return f"{name} {masked(who)}" if who.startswith("+") and not reveal else safe(f"{name} {who}")
    return safe(unlinked(contact.value))


def show(name: str, screening: Screening, *, reveal: bool, alone: bool) -> None:
    """Print the contacts of one document, the planted first, each with its reasons."""
    from unrenew.cli.tables import say

    if not alone:
        click.secho(safe(name), bold=True)
    if not screening.verdicts:
        click.echo("No contact found.")
        return
    order = {"planted": 0, "unknown": 1, "official": 2}
    for verdict in sorted(screening.verdicts, key=lambda v: (order[v.word], v.contact.kind)):
        times = f"{len(verdict.contact.spans)}×"
        word = click.style(f"{verdict.word:<8}", fg=_COLOURS[verdict.word])
        owner = f"  ({verdict.of})" if verdict.of else ""
        click.echo(f"{word}  {verdict.contact.kind:<9}  {shown(verdict, reveal=reveal)}  {times}{owner}")
        for reason in verdict.reasons:
            official = verdict.word == "official"
            say(safe(reason) if official else quiet(reason), first="            - ")
    if any(v.word == "official" and v.contact.kind == "phone" for v in screening.verdicts):
        click.echo("Official numbers are for calling yourself: whoever calls you can show any number.")
    click.echo(f"How hostile the text is: {screening.hostile:.0%}")


def quiet(reason: str) -> str:
    """Return words of a foreign text or about one, with nothing that a terminal makes clickable."""
    return safe(re.sub(r"(?<=[a-z0-9])\.(?=[a-z]{2,})", "[.]", reason).replace("://", "[:]//"))
