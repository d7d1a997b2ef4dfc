"""Which 8-bit encoding gives a header that makes sense."""

import re

from unrenew.readers.csv.dialects import find_dialect
from unrenew.readers.csv.grids import lines_of, split
from unrenew.readers.csv.vocabulary import concepts
from unrenew.readers.sources import Source

_OTHERS = (
    "cp1250",
    "cp1251",
    "cp1257",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp850",
    "cp852",
    "cp866",
    "cp932",
    "koi8-r",
    "mac_roman",
)
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 8192
_ANY = frozenset({"cp1252", "latin-1"})
"""Taken for want of anything better: all bytes can be read in them."""


def text_of(source: Source) -> tuple[str, str]:
    """Return the text and its encoding. Where nothing but cp1252 was left, the words of the header are asked.

    A Czech header read as cp1252 has words that no language has; in cp1250 they are words. So this is no statistics
    of letters: another encoding is taken only where it makes more header words known.
    """
    taken = source.text
    if taken.encoding not in _ANY or source.encoding:
        return taken.text, taken.encoding
    head = source.data[:_HEAD]
    if head.isascii():
        return taken.text, taken.encoding
    best, most = taken.encoding, _known_words(taken.text[:_HEAD])
    for codec in _OTHERS:
        known = _known_words(head.decode(codec, errors="replace"))
        if known > most:
            best, most = codec, known
    if best == taken.encoding:
        return taken.text, taken.encoding
    return source.data.decode(best, errors="replace"), best


def _known_words(text: str) -> int:
    lines = lines_of(text)[:40]
    dialect, _ = find_dialect(lines)
    rows = split(lines, dialect).rows
    return max((sum(map(_words_in, row)) for row in rows), default=0)


def _words_in(cell: str) -> int:
    """Count the known words of a cell that encodings tell apart: those with letters outside ASCII."""
    if cell.isascii() or any(map(str.isdigit, cell)):
        return 0
    alone = sum(1 for word in _WORD.findall(cell) if not word.isascii() and concepts(word))
    return alone + bool(concepts(cell))
