"""A person's home, as every function that keeps something gets it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from unrenew.store import Store, open_store


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where the data lies, which day it is, and how to ask for the passphrase if one is needed.

    `now` gives the moment at which something is written down; `today` is the day that everything is judged on.
    """

    folder: Path
    today: date
    country: str | None = None
    language: str | None = None
    ask_passphrase: Callable[[], str] | None = None
    now: Callable[[], datetime] = _now

    def open(self) -> Store:
        """Return the store; to be used as a `with` block."""
        return open_store(self.folder, passphrase=self.ask_passphrase)


def known(home: Home, store: Store) -> Home:
    """Return the home with the country and language that the person said before, where this call says none."""
    kept = store.settings.all()
    return replace(home, country=home.country or kept.get("country"), language=home.language or kept.get("language"))


def keep_said(home: Home, store: Store) -> None:
    """Keep the country and the language that this call names, for the calls that name none."""
    kept = store.settings.all()
    for name, value in (("country", home.country), ("language", home.language)):
        if value is not None and value != kept.get(name):
            store.settings.put(name, value)
