"""Numbers in web addresses: to dial, to chat with, in words of the path."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from unrenew.shield.folding import Folded
from unrenew.shield.glyphs import FILL
from unrenew.shield.handles import CHAT_PHONE
from unrenew.shield.numbering import TOLL_FREE, international, north_american
from unrenew.shield.regions import votes_of
from unrenew.shield.surroundings import calls
from unrenew.shield.weighing import Finder
from unrenew.shield.words import read_words

_CODED = re.compile(r"%(?:2[0-9A-Fa-f]|3[0-9A-Fa-f]|5[BDFbdf]|7[B-Eb-e])")
_SEVEN = re.compile(r"[0-9](?:[^0-9]{0,12}[0-9]){6}")
_PARTS = r"[-_.~/+ ()⁓‐‑–—∼～]{0,2}"
_SLUG = re.compile(rf"(?<!\d)(\+?1{_PARTS})?\(?([2-9]\d\d)\)?{_PARTS}(\d{{3}}){_PARTS}(\d{{4}})(?!\d)")
_CALLS = re.compile(
    r"call|support|number|phone|help|toll|tel|contact|customer|care|service|dial|refund|cancel|llam|anruf|appel|chiam|ligue"
    r"|lig[au]r|bellen|ring|dzwon|telefon",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"[a-z]([-_])[2-9]\d\d\1[2-9]\d\d\1\d{4}(?![\d_-]*\d)")
"""Area, exchange and line in the words of an address, with a word before them."""
_PLUS = re.compile(r"\+[1-9][\d\-. ()]{7,18}")
_SPACES = str.maketrans("-_/?&=,;", " " * 8)
_WORDY = re.compile(
    r"(?i:zero|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|deux|trois|quatre|cinq|null|eins"
    r"|zwei|drei|vier)[-_/+](?i:zero|oh|one|two|three|four|five|six|seven|eight|nine|hundred|cero|uno|dos|tres|cuatro|cinco"
    r"|un|deux|trois|quatre|cinq|null|eins|zwei|drei|vier)[-_/+]"
)
"""Two words for digits, one after the other, in an address."""
_PARTED = re.compile(r"[a-z][-_]0[0-9]{1,3}[-_][0-9]{2,4}[-_][0-9]{2,5}")
_WORDS = 6
_LONGEST = 2_000
"""Characters of an address that are read; what is longer carries data."""


class _Path(NamedTuple):
    """An address, decoded, and where each of its characters stands in the text."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


def numbers_in_urls(
    folded: Folded, urls: Iterable[tuple[int, int]], regions: tuple[str, ...]
) -> Iterator[tuple[str, int, int]]:
    """Yield the phone numbers in web addresses, with their places (article ids are none)."""
    for start, end in urls:
        flat = folded.flat
        wordy = sum(flat.count(sign, start, end) for sign in "-_") >= _WORDS and _WORDY.search(flat, start, end)
        if not wordy and not _SEVEN.search(flat, start, end):
            continue
        path = _path(flat, start, min(end, start + _LONGEST))
        found = list(_to_dial(path)) if _SEVEN.search(path.text) else []
        if not found and (wordy or _CALLS.search(path.text) or _PARTED.search(path.text)):
            found = _told(path, folded, regions)
        yield from dict.fromkeys(found)


def _path(flat: str, start: int, end: int) -> _Path:
    if "%" not in flat[start:end] and FILL not in flat[start:end]:
        return _Path(flat[start:end], range(start, end))
    text, places, at = "", list[int](), start
    for match in _CODED.finditer(flat, start, end):
        text += flat[at : match.start()] + chr(int(match[0][1:], 16))
        places += [*range(at, match.start()), match.start()]
        at = match.end()
    text, places = text + flat[at:end], [*places, *range(at, end)]
    if FILL in text:
        kept = [place for place, char in enumerate(text) if char != FILL]
        text, places = "".join([text[place] for place in kept]), [places[place] for place in kept]
    return _Path(text, places)


def _to_dial(path: _Path) -> Iterator[tuple[str, int, int]]:
    """Yield numbers behind a plus, in a link to a chat, and those of North America that are parted or called."""
    text = path.text
    for match in CHAT_PHONE.finditer(text):
        number = international("".join(filter(str.isdigit, match[1])))
        if number:
            yield number, *path.span(*match.span(1))
    for match in _PLUS.finditer(text):
        number = international("".join(filter(str.isdigit, match[0])))
        if number:
            yield number, *path.span(match.start(), match.end())
    for match in _SLUG.finditer(text):
        number = north_american(match[2] + match[3] + match[4]) if _is_said(match, text) else None
        if number:
            yield number, *path.span(*match.span())


def _is_said(match: re.Match[str], text: str) -> bool:
    """Tell whether ten digits in an address are a number and no id: free to call, parted, or beside such words."""
    free, code = match[2] in TOLL_FREE, bool(match[1])
    parted = sum(not char.isalnum() for char in match[0])
    if _IN_WORDS.match(text, match.start() - 2) or (free and match[0].startswith("1")):
        return True
    near = _CALLS.search(text, max(0, match.start() - 30), match.end() + 30) is not None
    return (free or code or near) and (parted >= 2 or (free and near))


def _told(path: _Path, folded: Folded, regions: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """Return the numbers of an address that its words tell, or that they say to call: `llame-915550178`."""
    host = path.text.find("/", path.text.find("://") + 3)
    text = " " * max(host, 0) + path.text[max(host, 0) :].translate(_SPACES)
    seen = read_words(text)
    finder = Finder(text, Folded(text, seen, (), (), folded.topics), seen, regions)
    finder.votes = votes_of(f"{text} {folded.seen}", folded.flat)
    return [
        (phone.number, *path.span(phone.start, phone.end))
        for phone in finder.found()
        if calls(text[max(0, phone.start - 24) : phone.start])
        or calls(text[phone.end : phone.end + 24])
        or (finder.homes and " " in text[phone.start : phone.end])
    ]
