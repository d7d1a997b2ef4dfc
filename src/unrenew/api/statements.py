"""Reads statement files, good ones beside bad ones."""

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unrenew.readers import Hints, Readings


def read_files(paths: Iterable[str | PathLike[str]], *, hints: "Hints | None" = None) -> "Readings":
    """Return every statement that can be read and a refusal, with its reason, for each file that cannot."""
    from unrenew.readers import NO_HINTS, read_statements

    return read_statements(paths, hints=hints or NO_HINTS)
