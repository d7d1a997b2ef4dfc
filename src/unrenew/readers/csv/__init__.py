"""CSV, TSV, fixed width and text that calls itself .xls: any bank's table.

The way of the data: bytes, text (`charsets`), lines and cells (`dialects`, `grids`, `markup`), tables (`tables`),
columns (`kinds`, `vocabulary`, `roles`, `layouts`), values (`dates`, `orders`, `numbers`, `frames`), rows (`rows`,
`bookings`, `signs`, `balances`). Nothing is guessed in silence: a problem says what was taken and why.
"""

from typing import TYPE_CHECKING

from unrenew.readers.formats import Hints
from unrenew.readers.sources import Source

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

__all__ = ["FORMAT", "knows", "read"]

FORMAT = "csv"

_HEAD_LINES = 400


def knows(source: Source) -> bool:
    """Say whether the text has a table: lines of the same number of cells, or a page with one."""
    from unrenew.readers.csv.dialects import find_dialect
    from unrenew.readers.csv.grids import lines_of
    from unrenew.readers.csv.markup import is_markup
    from unrenew.readers.csv.records import has_records

    head = source.head
    if "\x00" in head:
        return False
    if is_markup(head) or has_records(lines_of(head)[:_HEAD_LINES]):
        return True
    _, fit = find_dialect(lines_of(head)[:_HEAD_LINES])
    return fit.bookings > 0 or fit.words >= 3 or (fit.regular >= 2 and fit.width >= 3)


def read(source: Source, hints: Hints) -> "Statement":
    """Return the statement of a table; raise ReadError where no column of dates or of amounts can be told."""
    from unrenew.readers.csv.statements import statement_in

    return statement_in(source, hints)
