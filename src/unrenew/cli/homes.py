"""From the settings of a call to the home, with its passphrase."""

import sys
from functools import cache
from typing import TYPE_CHECKING

import click

from unrenew.cli.options import Settings
from unrenew.errors import LockedError

if TYPE_CHECKING:
    from unrenew.api.homes import Home

owner_option = click.option("--owner", metavar="NAME", help="Whose: a person of the household, or a client.")


def home_of(settings: Settings) -> "Home":
    """Return the home that a call is about."""
    from unrenew.api.homes import Home

    return Home(
        folder=settings.home,
        today=settings.as_of,
        country=settings.country,
        language=settings.language,
        ask_passphrase=cache(lambda: ask_passphrase(settings)),  # asked once, however often the home is opened
    )


def ask_passphrase(settings: Settings) -> str:
    """Return the passphrase from the system's keyring, else from the person. Never from an argument or a variable."""
    kept = from_keyring(settings)
    if kept is not None:
        return kept
    if not sys.stdin.isatty():
        raise LockedError(
            "the data here is encrypted, and there is no terminal to ask for the passphrase",
            where=str(settings.home),
            hint="Run it in a terminal, or keep the passphrase in the keyring: unrenew encrypt --keyring",
        )
    return click.prompt("Passphrase", hide_input=True, err=True)


def from_keyring(settings: Settings) -> str | None:
    """Return what the system's keyring keeps for this home, if there is a keyring and it does."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password("unrenew", str(settings.home.resolve()))
    except KeyringError:
        return None
