"""Pages and XML workbooks that call themselves .xls: to rows of cells."""

import re

from unrenew.errors import UnsafeFileError
from unrenew.readers.csv.grids import MAX_CELLS, Grid

_MARKUP = re.compile(r"<(?:html|table|!doctype html|\?mso-application|(?:\w+:)?workbook)\b", re.IGNORECASE)
_EMPTY = re.compile(r"<((?:\w+:)?(?:Cell|Data|Row|Column))\b([^<>]*)/>", re.IGNORECASE)
_PREFIX = re.compile(r"<(/?)ss:", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE(?!\s+html)|<!ENTITY", re.IGNORECASE)
MAX_MARKUP = 40 * 1024 * 1024
"""Characters; a page of 100,000 bookings has about 20 million."""


def is_markup(head: str) -> bool:
    """Say whether a text is a page or an XML workbook, and not a table of plain lines."""
    start = head.lstrip("\ufeff \t\r\n")[:1]
    return (
        start == "<"
        and _MARKUP.search(head[:20_000]) is not None
        and ("<t" in head.lower() or "<row" in head.lower() or "workbook" in head.lower())
    )


def grids_in(text: str, path: str) -> list[Grid]:
    """Return the rows of the tables of a page or workbook, those of equal width taken together."""
    if _DOCTYPE.search(text[:100_000]):
        raise UnsafeFileError("declares a document type of its own", where=path, hint="Save the sheet as CSV")
    if len(text) > MAX_MARKUP:
        raise UnsafeFileError("is a page too large to be a statement", where=path, hint="Save the sheet as CSV")
    from selectolax.lexbor import LexborHTMLParser

    is_workbook = re.search(r"<(?:ss:)?workbook\b", text[:20_000], re.IGNORECASE) is not None
    if is_workbook:
        text = _PREFIX.sub(r"<\1", _EMPTY.sub(r"<\1\2></\1>", re.sub(r"<\?[^>]*\?>", "", text)))
        text = re.sub(r"<(/?)(?:Table|Worksheet|Workbook)\b[^>]*>", r"<\1div>", text, flags=re.IGNORECASE)
    tree = LexborHTMLParser(text)
    rows = [
        [_cell(node) for node in row.css("cell" if is_workbook else "td, th")]
        for row in tree.css("row" if is_workbook else "tr")
        if is_workbook or row.css_first("table") is None
    ]
    rows = [row[:MAX_CELLS] for row in rows]
    return [Grid(rows, list(range(1, len(rows) + 1)), word="row")] if any(rows) else []


def _cell(node: object) -> str:
    text = node.text(separator=" ")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType] a selectolax node
    return " ".join(str(text).split())  # pyright: ignore[reportUnknownArgumentType]
