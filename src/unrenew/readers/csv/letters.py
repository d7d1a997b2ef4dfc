"""Which encoding makes words of bytes: by the letters of one language.

A text is in one language, mostly. Read in the wrong encoding its letters are those of several, or signs stand in the
middle of words: "spo¿ywcze" is no word, "spożywcze" is Polish. So this counts letters that one alphabet has, not how
often each letter comes.
"""

import re
from collections import Counter
from functools import lru_cache

from unrenew.readers.csv.vocabulary import words

SINGLE = (
    *("cp1252", "cp1250", "cp1251", "cp1257", "cp1254", "cp1253", "cp1255", "cp1256"),
    *("cp850", "cp852", "cp866", "koi8-r", "mac_roman"),
)
_LATIN = frozenset(("cp1252", "cp1250", "cp1257", "cp1254", "cp850", "cp852", "mac_roman"))
_ALPHABETS = {"cp850": "cp1252", "mac_roman": "cp1252", "cp852": "cp1250", "cp866": "cp1251", "koi8-r": "cp1251"}
"""Encodings of the same languages as another one."""

_BY_CURRENCY = {
    **dict.fromkeys((b"PLN", b"CZK", b"HUF", b"RON", b"HRK", b"BAM"), "cp1250"),
    **dict.fromkeys((b"RUB", b"RUR", b"UAH", b"BGN", b"BYN", b"MKD"), "cp1251"),
    b"TRY": "cp1254",
    b"LTL": "cp1257",
    b"LVL": "cp1257",
    b"EEK": "cp1257",
    b"GRD": "cp1253",
    b"ILS": "cp1255",
}
_CODE = re.compile(rb"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_POINTS = frozenset("\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u00b7\u00a0\u00ab\u00bb\u00ad")
"""Marks that may stand between letters in any language."""

_MOST = 0.95


def single_byte(sample: bytes) -> str:
    """Return the one-byte encoding in which a sample's words are words: cp1252, unless another one is far better."""
    found = dict(Counter(_WORD.findall(sample)).most_common(3000))
    shares = {codec: _share(found, codec) for codec in SINGLE}
    usual = {_BY_CURRENCY[code] for code in set(_CODE.findall(sample)) if code in _BY_CURRENCY}
    if len(usual) == 1 and shares[codec := usual.pop()] >= max(_MOST, shares["cp1252"]):
        return codec
    best = max(SINGLE, key=lambda codec: shares[codec])
    better = shares["cp1252"] < _MOST <= shares[best] and shares[best] - shares["cp1252"] > 0.05
    return best if better else "cp1252"


def _share(found: dict[bytes, int], codec: str) -> float:
    """Return which share of the letters outside ASCII belongs to one alphabet, the best of those of an encoding."""
    letters = Counter[str]()
    strange = 0
    for word, count in found.items():
        text = word.decode(codec, errors="replace")
        mixed = codec not in _LATIN and any(char.isascii() for char in text)
        for at, char in enumerate(text):
            if char.isascii() or char in _POINTS:
                continue
            if mixed or (at and _is_misplaced(text[at - 1 : at + 2])):
                strange += count
            elif char.isalpha():
                letters[char.lower()] += count
            elif (
                char == "\ufffd"
                or not char.isprintable()
                or text[at - 1 : at].isalpha()
                or text[at + 1 :][:1].isalpha()
            ):
                strange += count
    total = strange + letters.total()
    if not total:
        return 1.0
    alphabets = _alphabets(_ALPHABETS.get(codec, codec))
    return max(sum(letters[char] for char in alphabet) for alphabet in alphabets) / total


def _is_misplaced(around: str) -> bool:
    """Say whether the second of three letters cannot stand there: a capital after a small one, a final sigma inside."""
    before, char, after = around[0], around[1], around[2:]
    return (before.islower() and char.isupper()) or (char == "ς" and after.isalpha())


@lru_cache(maxsize=16)
def _alphabets(codec: str) -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, words("alphabets", codec)))


_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_LEADS = {
    "cp949": (re.compile(rb"[\xb0-\xc8][\xa1-\xfe]"), re.compile(rb"[\xa1-\xa3][\xa1-\xfe]")),
    "gb18030": (re.compile(rb"[\xb0-\xd7][\xa1-\xfe]"), re.compile(rb"[\xa1-\xa3][\xa1-\xfe]|\xa8[\x40-\xfe]")),
    "big5": (re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]"), re.compile(rb"[\xa1-\xa3][\x40-\xfe]")),
    "cp932": (re.compile(rb"[\x82\x83\x88-\x98][\x40-\xfc]"), re.compile(rb"\x81[\x40-\xfc]")),
}
"""For each encoding of two bytes: its letters and common characters, which the standards put first; its signs."""

_PAIR_932 = re.compile(rb"[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]|[\xa1-\xdf]")
_GLUED = re.compile(rb"[A-Za-z][\x81-\xfe][\x40-\x5a\x61-\x7a]")
_FEW = 3


def double_byte(sample: bytes) -> str | None:
    """Return the East Asian encoding in which nearly all characters are common ones, or None where there is none."""
    for codec, (common, signs) in _LEADS.items():
        pairs = [pair for pair in (_PAIR_932 if codec == "cp932" else _PAIR).findall(sample) if len(pair) > 1]
        used = [pair for pair in pairs if not signs.match(pair)]
        glued = len(_GLUED.findall(sample))
        good = sum(1 for pair in used if common.match(pair))
        if good >= _FEW and good >= _MOST * len(used) and glued <= 0.2 * len(pairs) and _decodes(sample, codec):
            return codec
    return None


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        sample.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
