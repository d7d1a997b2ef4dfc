"""Letters of a dial to the digits they stand for: `1-888-555-HELP`."""

import re
from collections.abc import Iterator

from unrenew.shield.numbering import north_american
from unrenew.shield.surroundings import calls

KEYS = {
    letter: str(digit)
    for digit, letters in enumerate("ABC DEF GHI JKL MNO PQRS TUV WXYZ".split(), 2)
    for letter in letters
}
"""The digit that each letter of a dial stands for."""
DIALLED = "letters of the dial in place of digits"
_TOLL_FREE = re.compile(
    r"8(?:00|33|44|55|66|77|88)(?<![0-9A-Za-z]...)\)?[ .\-–]{1,3}"
    r"((?:[A-Z0-9][ .\-–]?){6}[A-Z0-9])(?![ .\-–]?[A-Z0-9])(?![a-z])"
)
_AREA = re.compile(r"1(?<![\w-].)[-._ ]([A-Z]{3})[-._ ]([2-9][0-9]{2})[-._ ]([0-9]{4})(?![\w-])")
"""An area code in letters, behind the country code."""
_EXCHANGE = re.compile(r"([2-9][0-9]{2})(?<![0-9]...)[-._ ]([A-Z]{3})[-._ ]([0-9]{4})(?![0-9A-Za-z])")
_LAST = 2
_PARTED = re.compile(r"[ .\-–]")
_CODE = re.compile(r"\+?1?[ .\-–_]{0,3}\(?\Z")


def read_vanity(seen: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield toll-free numbers whose last seven places hold letters.

    One whole word alone is a name and no number (`1-800-Flowers` in speech): a digit or a second word has to be there.
    """
    for match in _AREA.finditer(seen):
        area = "".join(KEYS[char] for char in match[1])
        number = north_american(area + match[2] + match[3])
        if number:
            yield number, match.start(), match.end(), DIALLED
    for match in _EXCHANGE.finditer(seen):
        start = _start(seen, match.start())
        number = north_american(match[1] + "".join(KEYS[char] for char in match[2]) + match[3])
        called = "1" in seen[start : match.start()] or calls(seen[max(0, start - 48) : start])
        if number and called:
            yield number, start, match.end(), DIALLED
    for match in _TOLL_FREE.finditer(seen):
        keys = _PARTED.sub("", match[1])
        letters = sum(char.isalpha() for char in keys)
        ends = letters == _LAST and keys[-_LAST:].isalpha()
        if (letters < 3 and not ends) or (letters == len(keys) and not _PARTED.search(match[1])):
            continue
        start = _start(seen, match.start())
        if not calls(seen[max(0, start - 48) : start]) and not calls(seen[match.end() : match.end() + 24]):
            continue
        number = north_american(match[0][:3] + "".join([KEYS.get(char, char) for char in keys]))
        if number:
            yield number, start, match.end(), DIALLED


def _start(seen: str, at: int) -> int:
    """Return where a number begins, its country code taken in."""
    code = _CODE.search(seen, max(0, at - 6), at)
    return code.start() if code else at
