"""Bookings with one field a line ("Date: …", "Amount: …"): to a table.

Some banks' text exports have no columns: each booking is a block of lines, each line a label, a colon and a value.
"""

import re

from unrenew.readers.csv.cells import is_date, is_number
from unrenew.readers.csv.grids import Grid
from unrenew.readers.csv.tables import header_score

_LINE = re.compile(r"\s*([^\W\d][^:\d]{1,40}?)\s*:[\s\u00a0]*(.*?)[\s\u00a0]*$")
_LOOK = 400


def has_records(lines: list[str]) -> bool:
    """Say whether lines are labels and values, with a date and an amount under labels that a header could have."""
    filled = [line for line in lines[:_LOOK] if line.strip()]
    found = [match for line in filled if (match := _LINE.match(line))]
    if len(found) < max(3, 0.6 * len(filled)):
        return False
    labels = list(dict.fromkeys(match[1] for match in found))
    values = [match[2] for match in found]
    return header_score(labels) >= 2 and any(map(is_date, values)) and any(map(is_number, values))


def records_in(lines: list[str]) -> Grid:
    """Return one row for each block. A block ends where a label that it has already comes again, or the first of them.

    A line without a label goes on with the value above it.
    """
    blocks: list[tuple[int, dict[str, str]]] = []
    current: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines, 1):
        found = _LINE.match(line)
        if not found:
            if line.strip() and last:
                current[last] = f"{current[last]} {line.strip()}".strip()
            elif not line.strip():
                last = ""
            continue
        label = found[1].strip()
        if not current or label in current:
            current = {}
            blocks.append((number, current))
        current[label] = found[2].replace("\u00a0", " ").strip()
        last = label
    return _grid(_regular(blocks))


def _regular(blocks: list[tuple[int, dict[str, str]]]) -> list[tuple[int, dict[str, str]]]:
    """Cut the first block where the later ones begin: labels that stand above the first booking are its preamble."""
    if len(blocks) < 2:
        return _cut_alone(blocks)
    first = next(iter(blocks[1][1]))
    number, labels = blocks[0]
    names = list(labels)
    if first in labels and names[0] != first:
        at = names.index(first)
        above = {name: labels[name] for name in names[:at]}
        rest = {name: labels[name] for name in names[at:]}
        return [(number, above), (number + at, rest), *blocks[1:]]
    return blocks


def _cut_alone(blocks: list[tuple[int, dict[str, str]]]) -> list[tuple[int, dict[str, str]]]:
    """Cut the only block before its first date."""
    if not blocks:
        return []
    number, labels = blocks[0]
    names = list(labels)
    at = next((index for index, name in enumerate(names) if is_date(labels[name])), 0)
    above = {name: labels[name] for name in names[:at]}
    return [(number, above), (number + at, {name: labels[name] for name in names[at:]})]


def _grid(blocks: list[tuple[int, dict[str, str]]]) -> Grid:
    rows: list[list[str]] = []
    places: list[int] = []
    begin = 0
    if blocks and header_score(list(blocks[0][1])) < 2:
        rows = [[f"{name}:", value] for name, value in blocks[0][1].items()]
        places = [blocks[0][0]] * len(rows)
        begin = 1
    names = list(dict.fromkeys(name for _, labels in blocks[begin:] for name in labels))
    rows.append(names)
    places.append(blocks[begin][0] if len(blocks) > begin else 1)
    for number, labels in blocks[begin:]:
        rows.append([labels.get(name, "") for name in names])
        places.append(number)
    return Grid(rows, places)
