"""Which 8-bit encoding gives a table that makes sense."""

import re

from unrenew.readers.csv.cells import is_date
from unrenew.readers.csv.dialects import find_dialect
from unrenew.readers.csv.grids import lines_of, split
from unrenew.readers.csv.letters import SINGLE, double_byte, single_byte
from unrenew.readers.csv.vocabulary import concepts
from unrenew.readers.sources import Source

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 8192
_BODY = 65_536
_ANY = frozenset({"cp1252", "latin-1"})
"""Taken for want of anything better: all bytes can be read in them."""


def text_of(source: Source) -> tuple[str, str]:
    """Return the text and its encoding. Where nothing but cp1252 was left, the words of header and body are asked.

    First come the encodings of two bytes, which show by their bytes alone. Then the header: a Czech one read as cp1252
    has words that no language has; in cp1250 they are words. Where it does not tell, the letters of the whole file do.
    """
    taken = source.text
    if taken.encoding not in _ANY or source.encoding:
        return taken.text, taken.encoding
    sample = b"\n".join(line for line in source.data[:_BODY].split(b"\n")[:-1] or [source.data] if not line.isascii())
    best = double_byte(sample) or _by_header(source.data[:_HEAD], taken.text[:_HEAD]) or single_byte(sample)
    if best in _ANY:
        return taken.text, taken.encoding
    return source.data.decode(best, errors="replace"), best


def _by_header(head: bytes, text: str) -> str | None:
    """Return the encoding that makes more header words known than cp1252 does, or None where none does."""
    best, most = None, _known_words(text)
    for codec in SINGLE[1:] if not head.isascii() else ():
        known = _known_words(head.decode(codec, errors="replace"))
        if known > most:
            best, most = codec, known
    return best


def _known_words(text: str) -> int:
    lines = lines_of(text)[:40]
    dialect, _ = find_dialect(lines)
    heads = [row for row in split(lines, dialect).rows if not any(map(is_date, row))]
    return max((sum(map(_words_in, row)) for row in heads), default=0)


def _words_in(cell: str) -> int:
    """Count the known words of a cell that encodings tell apart: those with letters outside ASCII."""
    if cell.isascii() or any(map(str.isdigit, cell)):
        return 0
    alone = sum(1 for word in _WORD.findall(cell) if not word.isascii() and concepts(word))
    return alone + bool(concepts(cell))
