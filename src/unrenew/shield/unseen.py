"""A text without what nobody sees: zero widths, strokes, mere styles.

Digits are read through them in place. Words are not: a number told in words, or backwards, with such a character in
every word is found only in the text without them.
"""

import re
import unicodedata
from array import array

_UNSEEN = r"\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\ufe20-\ufe2f\ufeff"
_STYLES = r"</?(?:b|i|u|s|em|strong|span|font|small|mark|sub|sup|wbr|del|ins)\b[^<>]{0,200}>"
_RUN = re.compile(rf"(?:[{_UNSEEN}]|{_STYLES})+")
_WITHIN = re.compile(rf"(?<=[^\W_])(?:[{_UNSEEN}]|{_STYLES})+(?=[^\W_])|<([a-z]+)></\1>")
"""What cuts a word or a number, or styles nothing at all."""
_ENOUGH = 6
"""Words or digits that are cut by unseen characters: fewer are accents or hyphenation."""


def without_unseen(text: str) -> tuple[str, "array[int]"] | None:
    """Return the text without unseen parts and where each of its places was; None where few words have them."""
    if not _RUN.search(text):
        return None
    composed = unicodedata.normalize("NFC", text)  # an accent of its own is seen
    if sum(1 for _ in zip(range(_ENOUGH), _WITHIN.finditer(composed), strict=False)) < _ENOUGH:
        return None
    parts: list[str] = []
    places = array("L")
    done = 0
    for match in _RUN.finditer(text):
        parts.append(text[done : match.start()])
        places.extend(range(done, match.start()))
        done = match.end()
    places.extend(range(done, len(text)))
    return "".join(parts) + text[done:], places
