"""Bytes to text: which encoding a file is in, said aloud.

Detectors by statistics named the wrong one on German cp1252 each time they were tried, so there is no guessing by
letter counts here. The order is: byte order mark, UTF-16 by its zero bytes, strict UTF-8, what the file declares (where
it can be true), UTF-8 with some damage, cp1252 (never fails, and every byte of Latin-1 text means the same in it).
"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)

_SAMPLE = 4096

_ALIASES = {
    "1250": "cp1250",
    "1251": "cp1251",
    "1252": "cp1252",
    "1253": "cp1253",
    "1254": "cp1254",
    "1257": "cp1257",
    "ansi": "cp1252",
    "unicode": "utf-8",
    "usascii": "ascii",
    "iso88591": "cp1252",
    "latin1": "cp1252",
    "88591": "cp1252",
    "iso885915": "iso8859-15",
    "885915": "iso8859-15",
}
"""Names as statements write them. ISO 8859-1 is read as cp1252, as browsers do: banks say the one, write the other."""

_UNSAFE = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Decoded text, the encoding that was taken, and what went wrong on the way ("" where nothing did)."""

    text: str
    encoding: str
    trouble: str = ""


def codec_name(declared: str | None) -> str | None:
    """Return Python's name for a declared charset, or None where it names no text encoding that we know."""
    if not declared or not declared.isascii():
        return None
    plain = declared.strip().strip("\"'").lower()
    squeezed = re.sub(r"[^a-z0-9]", "", plain)
    name = _ALIASES.get(squeezed.removeprefix("windows").removeprefix("cp"), plain)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)
    return None if found.name in _UNSAFE or not is_text else found.name


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 that text without a mark is in: nearly every second byte of it is zero."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > pairs * 0.6 and even < pairs * 0.1:
        return "utf-16-le"
    if even > pairs * 0.6 and odd < pairs * 0.1:
        return "utf-16-be"
    return None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def decode(data: bytes, declared: str | None = None, *, forced: str | None = None) -> Text:
    """Return the text of a file. `declared` is what the file says of itself; `forced` is what the person said.

    Never raises: where the taken encoding fails, the bytes it cannot read become U+FFFD and `trouble` says so.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec, name)
    codec = codec_name(forced)
    if codec:
        return _lenient(data, codec, codec)
    wide = _wide(data)
    if wide:
        return _lenient(data, wide, wide)
    return _narrow(data, codec_name(declared), declared)


def _lenient(data: bytes, codec: str, name: str) -> Text:
    text = _strict(data, codec)
    if text is not None:
        return Text(text=text, encoding=name)
    text = data.decode(codec, errors="replace")
    return Text(text=text, encoding=name, trouble=f"{text.count(chr(0xFFFD))} characters are not {codec}")


_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_FEW = 3


def _is_spoilt(data: bytes) -> bool:
    """Say whether bytes are UTF-8 with some damage, as where a bank cuts texts at so many bytes.

    In other encodings hardly any letters happen to be one of its sequences; here three of four at least are.
    """
    runs = _HIGH.findall(data)
    sound = sum(len(_SEQUENCE.findall(run)) for run in runs)
    broken = sum(1 for run in runs if _SEQUENCE.sub(b"", run))
    return sound >= _FEW and sound >= 3 * broken


def _narrow(data: bytes, codec: str | None, declared: str | None) -> Text:
    """Decode 8-bit text. UTF-8 goes before a declared one-byte charset: text that is valid UTF-8 by chance is rare."""
    text = _strict(data, "utf-8")
    if text is not None:
        return Text(text=text, encoding="utf-8")
    if codec and codec not in {"ascii", "utf-8"} and not codec.startswith("utf-"):
        text = _strict(data, codec)
        if text is not None:
            return Text(text=text, encoding=codec)
    if _is_spoilt(data):
        return _lenient(data, "utf-8", "utf-8")
    trouble = f"it says {declared} but is not" if codec and codec.startswith("utf-") else ""
    text = _strict(data, "cp1252")
    if text is None:
        return Text(text=data.decode("latin-1"), encoding="latin-1", trouble=trouble)
    return Text(text=text, encoding="cp1252", trouble=trouble)
