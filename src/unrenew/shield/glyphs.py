"""Which characters read as a digit or letter, and which are not seen.

Three tables, built once, when the first text comes that is not plain ASCII:
`FOLDS` (one character to one ASCII character), the set of characters that a reader does not see (`FILL`), and
`LOOKALIKES`, letters that pass for a digit only inside a number. All are one to one, so offsets never move.
"""

import re
import unicodedata
from functools import cache

BARRIER = "u"
"""Put in place of a web address, so that its digits are never read together with the text around it."""
FILL = "\x00"
"""Stands for "nothing to see here": it keeps the length, and every later reading steps over it."""

_DIGIT_BLOCKS = (
    (0x00B2, 0x00BA),
    (0x0660, 0x0E60),
    (0x0E00, 0x1C60),
    (0x2070, 0x20A0),
    (0x2460, 0x2500),
    (0x2776, 0x2794),
    (0xA620, 0xAC00),
    (0xFF10, 0xFF1A),
    (0x104A0, 0x104AA),
    (0x10D30, 0x10D3A),
    (0x11052, 0x12000),
    (0x16A60, 0x16B60),
    (0x1CCF0, 0x1CCFA),
    (0x1D7CE, 0x1D800),
    (0x1E140, 0x1E300),
    (0x1E4F0, 0x1E4FA),
    (0x1E950, 0x1E95A),
    (0x1F100, 0x1F10D),
    (0x1FBF0, 0x1FBFA),
)
_LETTER_BLOCKS = ((0x1D400, 0x1D7CC), (0x2100, 0x214F), (0x249C, 0x24EA), (0xFF21, 0xFF5B), (0x1F110, 0x1F18A))
_UNSEEN_BLOCKS = (
    (0x00AD, 0x00AE),
    (0x0300, 0x1D00),
    (0x1DC0, 0x1E00),
    (0x200B, 0x2070),
    (0x20D0, 0x20F1),
    (0x2CEF, 0x3100),
    (0xA66F, 0xAC00),
    (0xFE00, 0xFE30),
    (0xFEFF, 0xFF00),
    (0xFFF9, 0xFFFD),
    (0x101FD, 0x12000),
    (0x1D165, 0x1D245),
    (0x1E000, 0x1E900),
    (0xE0001, 0xE01F0),
)
_UNSEEN_MORE = "⠼\u115f\u1160\u3164\uffa0\u180e\u034f\u2800"
_MORE_DIGITS = {
    **dict(zip("🄋🄌❶❷❸❹❺❻❼❽❾", "00123456789", strict=True)),
    **dict(zip("⚀⚁⚂⚃⚄⚅", "123456", strict=True)),  # dice
    **dict(zip("〡〢〣〤〥〦〧〨〩", "123456789", strict=True)),  # Suzhou numerals
    **dict(zip("ⅠⅡⅢⅣⅤⅥⅦⅧⅨ", "123456789", strict=True)),
    **dict(zip("ⅰⅱⅲⅳⅴⅵⅶⅷⅸ", "123456789", strict=True)),
    **dict(zip("𝍩𝍪𝍫𝍬𝍭𝍮𝍯𝍰𝍱", "123456789", strict=True)),  # counting rods
    **dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", "1234567890", strict=True)),  # Braille
    **dict(zip("🕐🕑🕒🕓🕔🕕🕖🕗🕘", "123456789", strict=True)),  # faces of clocks
    **{chr(0x1F0A1 + 16 * suit + pips): str((pips + 1) % 10) for suit in range(4) for pips in range(10)},  # cards
}
_SIGNS = {
    "＋": "+",
    "﹢": "+",
    "⁺": "+",
    "₊": "+",
    "➕": "+",
    "✚": "+",
    "᛭": "+",
    "－": "-",
    "（": "(",
    "）": ")",
    "／": "/",
    "＠": "@",
    "﹫": "@",
    "．": ".",
    "。": ".",
    "ㆍ": "·",
    "・": "·",
}
_SMALL = (
    "ᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢʙɢʜɪɴʀʏʟꜰꜱ",
    "acdejkmoptuvwzbghinrylfs",
)

LOOKALIKES: dict[str, str] = {
    **dict.fromkeys("OoQØøОоΟοՕօσ○◯⭕◌⊘θΘϴ", "0"),
    **dict.fromkeys("IlІіӀӏΙι|ǀ∣Ɩ¦լإ", "1"),
    **dict.fromkeys("ZzƻƧᒿΖշ", "2"),
    **dict.fromkeys("ЗзƷʒӠӡεƐՅЭ", "3"),
    **dict.fromkeys("AЧчҶㄣ", "4"),
    **dict.fromkeys("SsƼƽЅѕՏ", "5"),
    **dict.fromkeys("GbбϬϭ", "6"),
    **dict.fromkeys("TՂㄥ", "7"),
    **dict.fromkeys("BВвΒβßȢȣՑ", "8"),
    **dict.fromkeys("gqƍզց", "9"),
}
LOOKALIKES.pop("|")  # far more often a separator
LOOKALIKES.pop("¦")
STRONG = frozenset("OoØøОоΟοՕօIlІӀΙЅSՏВBΒЗՅбZΖ○◯⭕")
"""Look-alikes that also count alone, in a group without any digit."""

BRAND_LETTERS: dict[str, str] = dict(
    zip(
        "АВЕКМНОРСТУХаеокрсухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυχմռոսցքօіⅼıаɑ",
        "ABEKMHOPCTYXaeokpcyxijsdqwhABEZHIKMNOPTYXavoptuxuunugqoiliaa",
        strict=True,
    )
)
"""Letters of other scripts that pass for Latin ones in a brand's name or a domain."""


def _in(blocks: tuple[tuple[int, int], ...]) -> list[str]:
    return [chr(code) for start, stop in blocks for code in range(start, stop)]


@cache
def folds() -> dict[str, str]:
    """Return character to ASCII character: digits of every script and style, letters in fancy styles, signs."""
    table: dict[str, str] = {}
    for char in _in(_LETTER_BLOCKS):
        flat = unicodedata.normalize("NFKC", char)
        flat = flat.strip("()") if len(flat) == 3 else flat
        if len(flat) == 1 and (flat.isalpha() if flat.isascii() else ord(char) >= 0x1D400):
            table[char] = flat  # the other letters of mathematics are Greek
    table.update({chr(0x1F130 + i): chr(65 + i) for i in range(26)})
    table.update({chr(0x1F150 + i): chr(65 + i) for i in range(26)})
    table.update({chr(0x1F170 + i): chr(65 + i) for i in range(26)})
    table.update(dict(zip(*_SMALL, strict=True)))
    for char in _in(_DIGIT_BLOCKS):
        digit = unicodedata.digit(char, None)
        if digit is not None:
            table[char] = str(digit)
    table.update(_MORE_DIGITS)
    table.update(_SIGNS)
    table.update({"\u3000": " ", "\xa0": " ", "\u202f": " ", "\u2007": " "})
    for char in _in(_UNSEEN_BLOCKS):
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
            table[char] = FILL
    table.update(dict.fromkeys(_UNSEEN_MORE, FILL))
    return table


@cache
def special() -> re.Pattern[str]:
    """Return the pattern of characters in a row that `folds` changes (and a few that it does not)."""
    near = _ranges(sorted(char for char in folds() if char < "\U00010000"))
    # Beyond the basic plane a few wide ranges are searched much faster than many exact ones.
    return re.compile(
        "["
        + near
        + "\U00010000-\U0001efff\U0001f0a1-\U0001f1af\U0001f550-\U0001f558\U0001fbf0-\U0001fbf9\U000e0001-\U000e01ef]+"
    )


def _ranges(chars: list[str]) -> str:
    """Write sorted characters as the inside of a character class, consecutive ones as ranges."""
    parts: list[str] = []
    start = last = chars[0]
    for char in [*chars[1:], "\U0010ffff"]:
        if ord(char) == ord(last) + 1:
            last = char
            continue
        parts.append(re.escape(start) if start == last else f"{re.escape(start)}-{re.escape(last)}")
        start = last = char
    return "".join(parts)
