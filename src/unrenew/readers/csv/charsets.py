"""Which 8-bit encoding gives a header that makes sense."""

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
    "koi8-r",
    "mac_roman",
)
_HEAD = 8192


def text_of(source: Source) -> tuple[str, str]:
    """Return the text and its encoding. Where nothing but cp1252 was left, the words of the header are asked.

    A Czech header read as cp1252 has words that no language has; in cp1250 they are words. So this is no statistics
    of letters: another encoding is taken only where it makes more header words known.
    """
    taken = source.text
    if taken.encoding != "cp1252" or source.encoding:
        return taken.text, taken.encoding
    head = source.data[:_HEAD]
    if head.isascii():
        return taken.text, taken.encoding
    best, most = "cp1252", _known_words(taken.text[:_HEAD])
    for codec in _OTHERS:
        known = _known_words(head.decode(codec, errors="replace"))
        if known > most:
            best, most = codec, known
    if best == "cp1252":
        return taken.text, taken.encoding
    return source.data.decode(best, errors="replace"), best


def _known_words(text: str) -> int:
    lines = lines_of(text)[:40]
    dialect, _ = find_dialect(lines)
    rows = split(lines, dialect).rows
    return max((sum(map(_is_word, row)) for row in rows), default=0)


def _is_word(cell: str) -> bool:
    """Say whether a cell is a known word that encodings tell apart: one with letters outside ASCII, and no amount."""
    return not cell.isascii() and not any(map(str.isdigit, cell)) and bool(concepts(cell))
