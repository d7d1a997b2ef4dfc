"""A folded text to the phone numbers in it, with their disguises."""

import base64
import re
from collections.abc import Iterator, Sequence

from unrenew.shield.folding import (
    URL,
    Folded,
    decode,
    fold,
    has_digits,
    may_hide_digits,
    read_lookalikes,
    unquoted,
)
from unrenew.shield.glyphs import BARRIER, FILL
from unrenew.shield.numbering import FICTION
from unrenew.shield.regions import votes_of
from unrenew.shield.unseen import without_unseen
from unrenew.shield.vanity import read_vanity
from unrenew.shield.weighing import SHORTEST, Finder, Phone
from unrenew.shield.words import read_words

__all__ = ["FICTIONAL", "Phone", "find_phones", "is_fiction"]

_BASE64 = re.compile(r";base64,([A-Za-z0-9+/]{12,4000})(?![A-Za-z0-9+/])")
_SOME = 3
"""Digits in a text in which letters for digits are looked for; those that make a whole number are found without."""
_CARRIER = re.compile(r"(?<![0-9A-Za-z])0[xX]{2}[ -]?(?=\(?[1-9]{2}\b)")
"""The place of the carrier's code in a number of Brazil: `0xx41 5550-0135`."""
_DRAWN = re.compile(r"</?(?:svg|path|g|polygon|polyline|line|rect|circle|ellipse|use|animate)\b", re.IGNORECASE)
"""Tags of drawings, whose attributes are places and lengths."""
FICTIONAL = "a number kept for fiction (555-01xx): a sample that nobody answers"
_SIX = re.compile(r"[0-9](?:[^0-9]{0,60}[0-9]){6}")


def find_phones(text: str, folded: Folded, regions: tuple[str, ...]) -> list[Phone]:
    """Return every number in the text at each of its places."""
    seen = read_words(folded.seen)
    if "xx" in seen or "XX" in seen:
        seen = _CARRIER.sub(lambda m: FILL * len(m[0]), seen)
    some = has_digits(seen, _SOME)
    letters = read_vanity(seen) if some else ()
    found = [Phone(number, start, end, (way,), plain=False) for number, start, end, way in letters]
    plain = read_lookalikes(seen) if some or may_hide_digits(seen) else seen
    if plain != seen == folded.seen:
        plain = read_words(plain)  # words and such letters in one number
    if has_digits(plain, SHORTEST) and _SIX.search(plain):
        finder = Finder(text, folded, plain, regions)
        found += finder.found()
    for start, end in folded.tags:  # attributes are not seen, but clicked and copied
        if _SIX.search(text, start, end) and not _DRAWN.match(text, start):
            found += [_moved(phone, start + 1) for phone in _in_tag(text[start + 1 : end - 1], regions, folded)]
    if ";base64," in text:
        found += _in_base64(text, regions)
    if ("<" in text or not text.isascii()) and (bare := without_unseen(text)) is not None:
        found += _unseen(*bare, regions, {phone.number for phone in found})
    return _joined(found) if len(found) > 1 else found


def _joined(found: list[Phone]) -> list[Phone]:
    """Read a number without country as the one that the text also gives with its country: `tel:+44…` beside `020 …`."""
    whole = sorted({phone.number for phone in found if not phone.local})
    for place, phone in enumerate(found):
        number = next((other for other in whole if phone.local and other.endswith(phone.local)), phone.number)
        found[place] = phone if number == phone.number else phone._replace(number=number)
    return found


def _unseen(bare: str, places: Sequence[int], regions: tuple[str, ...], known: set[str]) -> Iterator[Phone]:
    """Yield the numbers that are read only where the unseen characters are gone, at their places in the whole text."""
    for phone in find_phones(bare, fold(bare), regions):
        if phone.number not in known:
            ways = (*phone.ways, "parts that nobody sees between the letters")
            start, end = places[phone.start], places[phone.end - 1] + 1
            yield phone._replace(start=start, end=end, ways=ways, plain=False)


def _in_tag(inside: str, regions: tuple[str, ...], folded: Folded) -> list[Phone]:
    """Return the numbers in the attributes of a tag; whose they may be, the text around it says too."""
    flat = unquoted(decode(inside))
    seen = URL.sub(lambda m: BARRIER * len(m[0]), flat)
    finder = Finder(inside, Folded(flat, seen, (), (), folded.topics), seen, regions)
    finder.votes = votes_of(folded.seen, folded.flat)
    return finder.found()


def _in_base64(text: str, regions: tuple[str, ...]) -> Iterator[Phone]:
    """Yield the numbers in texts that an address carries in base64, each at the place of the whole."""
    for match in _BASE64.finditer(text):
        try:
            inside = base64.b64decode(match[1] + "=" * (-len(match[1]) % 4)).decode()
        except ValueError:
            continue  # no text
        for phone in find_phones(inside, fold(inside), regions):
            yield Phone(phone.number, match.start(), match.end(), ("written in base64",), plain=False)


def _moved(phone: Phone, by: int) -> Phone:
    ways = (*phone.ways, "in a part that is not shown")
    return phone._replace(start=phone.start + by, end=phone.end + by, ways=ways)


def is_fiction(number: str) -> bool:
    """Tell whether a number is one of those kept for fiction (555-0100 to 555-0199)."""
    return number[:2] == "+1" and number[5:10] == FICTION
