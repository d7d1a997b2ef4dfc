"""The lines of a file: to the dialect in which they make most sense.

Counting separators misleads: a line in German has more commas than semicolons. So each dialect is tried on a sample,
and the one wins that gives the most rows with a date in one cell and an amount in another.
"""

import re
from collections import Counter
from dataclasses import dataclass

from unrenew.readers.csv.cells import is_date, is_number
from unrenew.readers.csv.grids import Dialect, split
from unrenew.readers.csv.vocabulary import concepts

_DELIMITERS = (",", ";", "\t", "|", "^", "~", "¦", "§", "\x1f", "#")
_SAMPLE = 200
_DIRECTIVE = re.compile(r"^\s*\"?sep=(.)\"?\s*$", re.IGNORECASE)
_GAP = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well a dialect fits: rows with date and amount, words of headers, rows of one width, that width."""

    bookings: int
    words: int
    regular: int
    width: int


def directive(line: str) -> str | None:
    """Return the separator that a line such as `sep=;` names, which Excel reads and drops."""
    found = _DIRECTIVE.match(line.strip("\ufeff\r\n"))
    return found[1] if found else None


def find_dialect(lines: list[str], delimiter: str | None = None) -> tuple[Dialect, Fit]:
    """Return the dialect that fits best, and how well. `delimiter` is what the file or the person said."""
    sample = [line for line in lines if line.strip()]
    if len(sample) > _SAMPLE:
        sample = sample[: _SAMPLE // 2] + sample[-_SAMPLE // 2 :]
    sample = [line for line in sample if len(line) < 20_000]
    quote = _quote(sample)
    tries = [
        Dialect(delimiter=mark, quote=quote, spaced=_is_spaced(sample, mark, quote))
        for mark in ((delimiter,) if delimiter else _DELIMITERS)
        if any(mark in line for line in sample)
    ]
    fits = [(_fit(sample, dialect), dialect) for dialect in tries]
    best = max(fits, key=lambda pair: pair[0], default=None)
    if best is None or not best[0].bookings:
        others = [_wrapped(sample, dialect) for dialect in tries if dialect.delimiter in ",;\t|"]
        if not delimiter:
            others.extend(_fixed(sample))
        best = max((*fits, *others), key=lambda pair: pair[0], default=None)
    return (best[1], best[0]) if best else (Dialect(delimiter=","), Fit(0, 0, 0, 0))


def _fit(sample: list[str], dialect: Dialect) -> Fit:
    rows = [row for row in split(sample, dialect).rows if any(cell.strip() for cell in row)]
    widths = Counter(len(row) for row in rows)
    width, regular = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(0, 0))
    if width < 2:
        return Fit(0, 0, 0, width)
    is_booking = [_is_booking(row) for row in rows]
    heads = [row for row, booking in zip(rows[:30], is_booking, strict=False) if not booking]
    words = max((sum(bool(concepts(cell)) for cell in row) for row in heads), default=0)
    return Fit(sum(is_booking), words, regular, width)


def _is_booking(row: list[str]) -> bool:
    dates = {index for index, cell in enumerate(row) if is_date(cell)}
    return bool(dates) and any(index not in dates and is_number(cell) for index, cell in enumerate(row))


def _quote(sample: list[str]) -> str:
    doubles = sum('"' in line for line in sample)
    singles = sum(len(re.findall(r"(?:^|[,;\t|])'[^']*'(?=[,;\t|\r\n]|$)", line)) > 1 for line in sample)
    return "'" if singles > len(sample) / 2 and doubles < singles else '"'


def _is_spaced(sample: list[str], mark: str, quote: str) -> bool:
    if mark.isspace():
        return False
    return sum(f"{mark} {quote}" in line for line in sample) > sum(f"{mark}{quote}" in line for line in sample)


def _wrapped(sample: list[str], dialect: Dialect) -> tuple[Fit, Dialect]:
    wrapped = Dialect(delimiter=dialect.delimiter, quote='"', wrapped=True)
    return _fit(sample, wrapped), wrapped


def _fixed(sample: list[str]) -> list[tuple[Fit, Dialect]]:
    """Try fixed width: columns begin where all lines with a date and an amount have had blanks before."""
    flat = [line.rstrip("\r\n").expandtabs() for line in sample]
    data = [line for line in flat if _is_booking(_GAP.split(line.strip()))]
    if not data:
        return []
    cuts = _cuts(data)
    if len(cuts) < 3 or len(cuts) > 60:
        return []
    dialect = Dialect(delimiter=" ", cuts=_before_header(flat, data, cuts))
    return [(_fit(sample, dialect), dialect)]


def _cuts(data: list[str]) -> list[int]:
    """Return where columns begin: after blanks that all lines have; one is enough where there are many lines."""
    ends = max(map(len, data)) + 1
    inked = [any(line[at : at + 1].strip() for line in data) for at in range(min(ends, 1000))]
    least = 2 if len(data) < 10 else 1
    cuts, blanks = [0], 0
    for at, is_inked in enumerate(inked):
        if is_inked and blanks >= least and at > blanks:
            cuts.append(at)
        blanks = 0 if is_inked else blanks + 1
    return cuts


def _before_header(flat: list[str], data: list[str], cuts: list[int]) -> tuple[int, ...]:
    """Move each cut to the left over the blanks, so that a header which begins before its column stays whole."""
    moved = [0]
    for cut in cuts[1:]:
        at = cut
        while at - 1 > moved[-1] and all(line[at - 1 : at] in ("", " ") for line in data) and _word_runs(flat, at):
            at -= 1
        moved.append(at)
    return tuple(moved)


def _word_runs(flat: list[str], at: int) -> bool:
    """Say whether some line (the header) has a word across this place."""
    return any(line[at - 1 : at].strip() and line[at : at + 1].strip() for line in flat[:40])
