"""A folded text to the phone numbers in it, with their disguises."""

import base64
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unrenew.shield.folding import (
    BARRIER,
    URL,
    Folded,
    decode,
    fold,
    has_seven_digits,
    may_hide_digits,
    read_lookalikes,
    unquoted,
)
from unrenew.shield.glyphs import FILL
from unrenew.shield.numbering import FICTION
from unrenew.shield.prose import read_backwards, read_prose
from unrenew.shield.readings import RUN, Reading, read_run
from unrenew.shield.regions import named_before, regions_of
from unrenew.shield.surroundings import calls, speaks_against, speaks_for
from unrenew.shield.unseen import without_unseen
from unrenew.shield.vanity import read_vanity
from unrenew.shield.words import read_words

ENOUGH = 3.0
"""What must speak for a number, all in all."""
_LIST = 300
"""How far before a number in a list by countries a word of calling may stand."""
_DIGITS = frozenset("0123456789")
_AREA = re.compile(r"0[0-9]{1,4}\)")

_BASE64 = re.compile(r";base64,([A-Za-z0-9+/]{12,4000})(?![A-Za-z0-9+/])")
_SIX = re.compile(r"[0-9](?:[^0-9]{0,60}[0-9]){6}")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_NOISE = re.compile(
    rf"(?<!\d)(?=\d)(?:(?<![.]){_OCTET}(?:\.{_OCTET}){{3}}(?![\d]|\.\d)(?::\d+)?"  # addresses of the net
    r"|(?<![\d+./-])(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:[0-2]?\d"
    r"|3[01])(?![\d]|\1\d)(?:T\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?)?"
    r"|(?<![\d+./-])(?:[0-2]?\d|3[01])([-/.])(?:[0-2]?\d|3[01])\2(?:(?:19|20)\d\d|\d\d)(?![\d]|\2\d)"
    r"|(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,:]\d{1,6})?)?(?![\d:])"  # times of the day
    r"|(?<![\d./-])24 ?[/x*×] ?7(?![\d/.-])"  # at any hour
    r"|(?<![\d-])(?:\d{4}[ -]){3}\d{4}(?![\d])"  # cards
    r"|(?<![\d.])\d{1,3}(?:,\d{3}){1,4}(?:\.\d\d?)?(?![\d,])"  # amounts
    r"|(?<![\d.+-])97[89](?:[- ]?\d){10}(?!\d)"  # ISBN-13
    r"|[0-9]{18,})"
    r"|(?<![0-9a-zA-Z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
    r"|(?<![A-Za-z])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])"  # IBAN
    r"|[+-]\d{2,3}\.\d{4,}[,;]?\s?[+-]\d{2,3}\.\d{4,}"  # a place on the earth
    r"|\bBE ?[01]\d{3}\.\d{3}\.\d{3}(?!\d)"  # firms in Belgium
    r"|\(\?[:=!<]|\{\d+,\d*\}|\[\d-\d\]|\\[dwsb]"  # pieces of a pattern
)
_USUAL = re.compile(r"(?:1[^\w,:]{1,4})?(?!97[89])[2-9][0-9]{2}[^\w,:]{1,4}[0-9]{3}[^\w,:]{1,4}[0-9]{4}")
"""The usual grouping of North America, in which nothing of `_NOISE` can be."""


class Phone(NamedTuple):
    """A number at one place, with the ways in which it is disguised there, in words."""

    number: str
    start: int
    end: int
    ways: tuple[str, ...]
    plain: bool
    local: str = ""
    """The digits, where they alone do not say of which country the number is."""


def find_phones(text: str, folded: Folded, regions: tuple[str, ...]) -> list[Phone]:
    """Return every number in the text at each of its places."""
    seen = read_words(folded.seen)
    found = [Phone(number, start, end, (way,), plain=False) for number, start, end, way in read_vanity(seen)]
    if (has_seven_digits(seen) and _SIX.search(seen)) or may_hide_digits(seen):
        finder = _Finder(text, folded.flat, read_lookalikes(seen), regions, folded.topics)
        found += finder.found()
    for start, end in folded.tags:  # attributes are not seen, but clicked and copied
        if _SIX.search(text, start, end):
            found += [_moved(phone, start + 1) for phone in _in_tag(text[start + 1 : end - 1], regions, folded.topics)]
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


def _in_tag(inside: str, regions: tuple[str, ...], topics: frozenset[str]) -> list[Phone]:
    flat = unquoted(decode(inside))
    seen = URL.sub(lambda m: BARRIER * len(m[0]), flat)
    return list(_Finder(inside, flat, seen, regions, topics).found())


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


class _Finder:
    """One search through one text."""

    def __init__(self, text: str, flat: str, seen: str, regions: tuple[str, ...], topics: frozenset[str]) -> None:
        self.text = text
        self.flat = flat
        self.seen = seen
        self.given = regions
        self.topics = topics
        self._regions: tuple[str, ...] | None = None
        self._usual: dict[tuple[str, str], tuple[Reading, ...]] = {}

    def found(self) -> Iterator[Phone]:
        """Yield the numbers whose reading and surroundings speak enough for them."""
        seen = self.seen
        told = [*read_backwards(self.text, seen, told="backwards" in self.topics), *read_prose(seen)]
        taken = [(start, end) for _, start, end, _ in told]
        yield from (Phone(number, start, end, (way,), plain=False) for number, start, end, way in told)
        certain = {number for number, *_ in told}
        doubtful: list[Phone] = []
        for at, run in self._runs():
            lead = seen[max(0, at - 6) : at]
            lead = lead if "+" in lead or "(" in lead else ""
            for reading in self._readings(run, lead, at):
                phone = self._weigh(reading, at)
                if phone is None:
                    start, end = self._whole(at + reading.start, at + reading.end)
                    doubtful.append(Phone(reading.number, start, end, (), plain=True))
                elif not taken or not any(phone.start < end and start < phone.end for start, end in taken):
                    certain.add(phone.number)
                    yield phone
        # A label that speaks against a number does not where the same number is sure at another place.
        yield from (phone for phone in doubtful if phone.number in certain)

    def _runs(self) -> Iterator[tuple[int, str]]:
        """Yield each run of digits with its place; what is a date, a time, an amount and so on parts it."""
        seen = self.seen
        for match in RUN.finditer(seen):
            at, run = match.start(), match[0]
            if _USUAL.fullmatch(run):
                yield at, run
                continue
            lead = seen[max(0, at - 8) : at]
            whole = lead + run
            masked = _NOISE.sub(_mask, whole)
            if masked == whole:
                if len(run) < 1000 or not run.isdigit():
                    yield at, run
                continue
            for part in RUN.finditer(masked, len(lead)):
                yield at - len(lead) + part.start(), part[0]

    def regions(self) -> tuple[str, ...]:
        """Return the countries whose national numbers are read, worked out once."""
        if self._regions is None:
            self._regions = tuple(dict.fromkeys((*self.given, *regions_of(self.flat))))
        return self._regions

    def _readings(self, run: str, lead: str, at: int) -> tuple[Reading, ...]:
        readings = self._usual.get((run, lead))  # the same number stands many times in a text that plants it
        if readings is None:
            readings = self._usual[run, lead] = read_run(run, lead, ())
        here = named_before(self.flat, at) if run[0] in "01" else None
        if here and not calls(self.flat[max(0, at - _LIST) : at]):
            here = None
        if not here and len(readings) == 1 and len(run) < 24 and readings[0].score >= ENOUGH:
            return readings
        area = lead[-1:] == "(" and _AREA.match(run)
        if not (here or area or self.given or speaks_for(self.flat, at, at + len(run))) and run.isascii():
            return readings  # no country's own form is enough without a word or sign of calling
        given = self.text[at : at + len(run)]
        shown = 0 if "\u20e3" in given else sum(map(_DIGITS.__contains__, given))
        disguised = shown < sum(map(_DIGITS.__contains__, run))  # in another style, or in words
        return read_run(run, lead, self.regions(), here=here, anywhere=disguised)

    def _weigh(self, reading: Reading, at: int) -> Phone | None:
        start, end = at + reading.start, at + reading.end
        ways = self._ways(reading, start, end)
        score = reading.score + (1.5 if ways and not reading.odd.strip("\n") else 0.0)
        if score + 2.0 < ENOUGH:
            return None
        if score < 6.0:
            score += speaks_for(self.flat, start, end)
            if score < ENOUGH:
                return None
        label = start if _PARTED.search(self.seen, at, start) else at
        score -= speaks_against(self.seen, start, end, label=label, reading=reading)
        if reading.how != "plus" and 2.0 < score < 6.0 and "identity" in self.topics:
            score -= 2.0
        if score < ENOUGH:
            return None
        start, end = self._whole(start, end)
        if self.seen[start] == "+" and self.text[start] not in "+&%\\":
            ways = (*ways, "a plus sign of another style")
        local = "" if reading.how in {"plus", "abroad"} or reading.coded else _digits_of(self.seen[start:end])
        return Phone(reading.number, start, end, ways, plain=not ways, local=local)

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """Take into the place the plus (and a bracket between), and the rest of what stands for the last digit."""
        while self.seen[end : end + 1] == FILL and (self.flat[end] == FILL or self.flat[end].isalpha()):
            end += 1
        for back in range(1, 5):
            char = self.seen[start - back : start - back + 1] if start >= back else ""
            if char == "+":
                return start - back, end
            if not char or char not in "([{ " + FILL:
                break
        return start, end

    def _ways(self, reading: Reading, start: int, end: int) -> tuple[str, ...]:
        """Say how a number is disguised here."""
        given = self.text[start:end]
        odd = reading.odd.replace("\n", "").replace("\t", "")
        if not odd and given.isascii() and not _LETTERS.search(given) and "\n" not in given:
            return ()
        ways: list[str] = []
        if odd:
            ways.append(f"odd separators ({' '.join(odd[:6])})")
        if given.count("\n") > 1:
            ways.append("one digit group a line")
        if not given.isascii() and not _NOT_WORD.sub("", given).isascii():
            ways.append("digits of another style or script")
        if _LETTERS.search(_CODES.sub("", given)):
            ways.append("letters or words in place of digits")
        if FILL in self.flat[start:end] and not ("&" in given and _SPACES.fullmatch(given)):
            ways.append("characters that are not seen, or codes, between the digits")
        elif FILL in self.seen[start:end] and "<" in given:
            ways.append("tags between the digits")
        return tuple(ways)


def _digits_of(text: str) -> str:
    return "".join([char for char in text if char.isdigit()]).lstrip("0")


_PARTED = re.compile(r"[\n,;|+]|\s[/-]\s")
_LETTERS = re.compile("[A-Za-z]")
_NOT_WORD = re.compile(r"[^\w]")
_CODES = re.compile(r"&#?\w+;?|<[^>]*>|\\u?\w+|%\w\w")
_SPACES = re.compile(r"(?:[\w\s().+-]|&(?:nbsp|#160|#xa0|ndash|mdash|#8209|#8211|#45|#32);)*", re.IGNORECASE)


def _mask(match: re.Match[str]) -> str:
    start = match.start()
    if "+" in match.string[max(0, start - 8) : start]:
        return match[0]  # what follows a plus is a number until it is read as none
    return "u" * len(match[0])


def is_fiction(number: str) -> bool:
    """Tell whether a number is one of those kept for fiction (555-0100 to 555-0199)."""
    return number[:2] == "+1" and number[5:10] == FICTION
