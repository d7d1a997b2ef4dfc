"""The readers there are, in the order in which they are asked."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, Protocol, cast

from unrenew.errors import UsageError

if TYPE_CHECKING:
    from unrenew.model.statements import Statement
    from unrenew.readers.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the person said about a file that does not say it itself; all of it optional.

    `columns` is the text of `--columns` and `profile` a saved layout: both are for CSV alone, which explains them.
    `date_order` settles dates such as 03/04/2026 in QIF and CSV. `country` says which currency "$" means, where a CSV
    does not.
    """

    columns: str | None = None
    profile: str | None = None
    date_order: Literal["DMY", "MDY", "YMD"] | None = None
    account: str | None = None
    currency: str | None = None
    country: str | None = None
    owner: str | None = None


class Reader(Protocol):
    """A file format: a module or an object with a name and the two questions."""

    @property
    def FORMAT(self) -> str:  # noqa: N802 a module constant
        """The format's short name: `ofx`."""
        ...

    def knows(self, source: "Source") -> bool:
        """Say whether the file is of this format, by its content alone, without reading all of it."""
        ...

    def read(self, source: "Source", hints: Hints) -> "Statement":
        """Return the statement; raise ReadError where nothing can be read. One bad row is a Problem, not an error."""
        ...


ENTRY_POINTS = "unrenew.readers"
"""The entry point group under which another package offers a Reader. Such readers are asked first."""

_BUILT_IN: tuple[str, ...] = ("ofx", "camt053", "mt940", "qif", "plaid", "csv")
"""CSV is asked last, because any text may be CSV."""


def readers() -> Iterator[Reader]:
    """Yield every reader in the order in which it is asked; a module is imported only when its turn comes."""
    yield from _from_others()
    for name in _BUILT_IN:
        yield cast("Reader", importlib.import_module(f"unrenew.readers.{name}"))


@cache
def _from_others() -> tuple[Reader, ...]:
    """Return the readers that other installed packages offer."""
    from importlib.metadata import entry_points

    return tuple(cast("Reader", entry.load()) for entry in entry_points(group=ENTRY_POINTS))


def reader_named(name: str) -> Reader:
    """Return the reader whose format has this name; raise UsageError where there is none."""
    for reader in readers():
        if name == reader.FORMAT:
            return reader
    known = ", ".join(reader.FORMAT for reader in readers())
    raise UsageError(f"{name!r} is not a format", hint=f"Formats: {known}")
