"""The whole way on the sample data that comes with the program."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

DEMO_DAY = date(2026, 10, 31)
"""The day that counts as today in the demo: the samples end on it, so that it tells the same story every day."""

LATER_DAY = date(2026, 11, 30)
"""The day on which the next statement comes."""


@contextmanager
def samples() -> Generator[tuple[tuple[Path, ...], tuple[Path, ...]]]:
    """Give the sample statements as files: those of the first day, and those that come later."""
    with as_file(files("unrenew") / "samples") as folder:
        first = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".md")
        yield tuple(first), tuple(sorted((folder / "later").iterdir()))
