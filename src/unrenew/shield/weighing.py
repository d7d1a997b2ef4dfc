"""Readings of digits to the numbers that their surroundings bear out."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from unrenew.shield.folding import Folded
from unrenew.shield.glyphs import FILL
from unrenew.shield.noise import without_noise
from unrenew.shield.numbering import country_code, international, main_country, national, prefix
from unrenew.shield.plans import split
from unrenew.shield.prose import read_backwards, read_prose
from unrenew.shield.readings import ALIKE, RUN, TOLL, Reading, read_run
from unrenew.shield.regions import SURE, flag_before, named_before, votes_of
from unrenew.shield.surroundings import calls, speaks_against, speaks_for
from unrenew.shield.told import read_told

ENOUGH = 3.0
"""What must speak for a number, all in all."""
_LIST = 300
"""How far before a number in a list by countries a word of calling may stand."""
_NEXT = 12
"""How far from a number the next one may stand that goes with it."""
_AND = re.compile(
    rf"(?:[\s,;/|&+(){FILL}®•·*~★▪➤-]|\b(?:and|or|und|oder|et|ou|y|o|e|i|a|lub|och|eller|og|en|of|ve|veya|dan|atau|и|или|та|або|και|ή)\b)+"
)
_ASKED = 1.5
_SPELLED = 36
"""Characters of a number that is told digit by digit in words, at least."""
_HOMES = 2
_NAMED = 3.0
"""Votes of a country that a text names once."""
_TRUNK = 0.75
"""What a prefix and an area speak for in a text that is surely of the country."""
SHORTEST = 7
"""Digits of the shortest number that is read."""
_DIGITS = frozenset("0123456789")
_AREA = re.compile(r"0[0-9]{1,4}\)")
_BRACKETED = re.compile(r"[0-9]{1,4}\)")
_SHARED = re.compile(
    r"(?:[ \t]*(?:[/,;&|]|\b(?i:y|e|and|und|et|o|ou|or|oder|i|ili|lub|nebo|alebo|vagy|sau|veya|или|або|ή|eller|of)\b"
    r"|[-\u2013(]?[ \t]*(?i:tele)?(?i:fax|faks)[.:]{0,2})){1,2}"
    r"[ \t]*([0-9](?:[ .-]{0,3}[0-9]){3,8})(?![ .-]?[0-9])"
)
"""A second number behind the first, of which only the end is written: `(11) 3613-1222 / 3611-0444`."""

_USUAL = re.compile(r"(?:1[^\w,:]{1,4})?(?!97[89])[2-9][0-9]{2}[^\w,:]{1,4}[0-9]{3}[^\w,:]{1,4}[0-9]{4}")
"""The usual grouping of North America, in which nothing of `noise` can be."""


class Phone(NamedTuple):
    """A number at one place, with the ways in which it is disguised there, in words."""

    number: str
    start: int
    end: int
    ways: tuple[str, ...]
    plain: bool
    local: str = ""
    """The digits, where they alone do not say of which country the number is."""


class Finder:
    """One search through one text."""

    def __init__(self, text: str, folded: Folded, seen: str, regions: tuple[str, ...]) -> None:
        self.text = text
        self.flat = folded.flat
        self.around = folded.seen if folded.tags else folded.flat
        """Where the words around a number are read: those in tags are none."""
        self.seen = seen
        self.given = regions
        self.topics = folded.topics
        self._usual: dict[tuple[str, str], tuple[Reading, ...]] = {}
        self._ended = -_NEXT
        self._taken: list[tuple[int, int]] = []
        self._proved: set[str] = set()
        """The countries of which a number was read with what speaks for it."""

    def found(self) -> list[Phone]:
        """Return the numbers whose reading and surroundings speak enough for them."""
        seen = self.seen
        backwards = "backwards" in self.topics
        told = [
            *read_backwards(self.text, seen, lambda: self.regions, told=backwards),
            *read_prose(seen),
            *read_told(seen, lambda: self.regions),
        ]
        self._taken = [(start, end) for _, start, end, _ in told]
        found = [Phone(number, start, end, (way,), plain=False) for number, start, end, way in told]
        found += self._read_runs()
        proved = self._proved - set(self.homes) if self._proved else set[str]()
        if proved:  # a number that is surely of a country shows whose the others are
            self.homes = (*self.homes, *sorted(proved))[:_HOMES]
            places = {(phone.start, phone.end) for phone in found}
            self._taken += places
            found += [phone for phone in self._read_runs() if (phone.start, phone.end) not in places]
        # A label that speaks against a number does not where the same number is sure at another place.
        certain = {phone.number for phone in found}
        return found + [phone for phone in self._doubtful if phone.number in certain]

    def _read_runs(self) -> Iterator[Phone]:
        """Yield the numbers in the runs of digits; what is not enough for one is kept as doubtful."""
        self._doubtful: list[Phone] = []
        self._ended = -_NEXT
        for at, run in self._runs():
            lead = self.seen[max(0, at - 6) : at]
            lead = lead if "+" in lead or "(" in lead else ""
            for reading in self._readings(run, lead, at):
                phone = self._weigh(reading, at)
                if phone is None:
                    start, end = self._whole(at + reading.start, at + reading.end)
                    self._doubtful.append(Phone(reading.number, start, end, (), plain=True))
                elif not any(phone.start < end and start < phone.end for start, end in self._taken):
                    self._ended = phone.end
                    if reading.how == "national" and reading.region:
                        self._proved.add(reading.region)
                    yield phone
                    second = self._second(phone)
                    if second:
                        self._taken.append((second.start, second.end))
                        self._ended = second.end
                        yield second

    def _runs(self) -> Iterator[tuple[int, str]]:
        """Yield each run of digits with its place; what is a date, a time, an amount and so on parts it."""
        seen = self.seen
        for match in RUN.finditer(seen):
            at, run = match.start(), _without_marker(match[0], seen[match.end() : match.end() + 2])
            if _USUAL.fullmatch(run):
                yield at, run
                continue
            lead = seen[max(0, at - 8) : at]
            whole = lead + run
            masked = without_noise(whole)
            if masked == whole or _ONE_BY_ONE.fullmatch(run) or (_FOUR_PARTS.fullmatch(run) and calls(lead)):
                if len(run) < 1000 or not run.isdigit():
                    yield at, run
                continue
            for part in RUN.finditer(masked, len(lead)):
                yield at - len(lead) + part.start(), part[0]

    @cached_property
    def votes(self) -> dict[str, float]:
        """Return the countries of the text, with what speaks for each."""
        return votes_of(self.around, self.flat)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Return the countries whose national numbers are read."""
        return tuple(dict.fromkeys((*self.given, *self.votes)))

    @cached_property
    def foreign(self) -> bool:
        """Tell whether the text is of another language and country than those of North America."""
        if _NORTH_AMERICA.search(self.around):
            return False
        return bool(self.homes) or ("GB" not in self.votes and max(self.votes.values(), default=0.0) > 2.0)

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """Return with what numbers are dialled inside the countries that the text is surely of."""
        return frozenset("0") | {prefix(region)[:1] for region in self.homes} - {""}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of the countries that the text is surely of, as they stand before a number without plus."""
        return tuple(f"{country_code(region)}{sign}" for region in self.homes for sign in "- .")

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """Return the countries that the text is of beyond doubt: their numbers are read without a word of calling."""
        return tuple(region for region in self.regions if self.votes.get(region, 0.0) >= SURE)[:_HOMES]

    def _readings(self, run: str, lead: str, at: int) -> tuple[Reading, ...]:
        readings = self._usual.get((run, lead))  # the same number stands many times in a text that plants it
        if readings is None:
            readings = self._usual[run, lead] = read_run(run, lead, ())
        here = self._here(run, at)
        if not here and len(readings) == 1 and self._is_sure(readings[0], run):
            return readings
        area = lead[-1:] == "(" and _AREA.match(run)
        given = self.text[at : at + len(run)]
        shown = 0 if "\u20e3" in given else _count(given)
        disguised = shown < _count(run)  # in another style, or in words
        disguised = disguised or (FILL in run and _is_hidden(given, run))
        asked = here or area or self.given or speaks_for(self.around, at, at + len(run)) or self._goes_on(at)
        if not asked and not disguised and _ODD.search(run) is None:
            # No country's own form is enough without a word or sign of calling, unless the text is surely of it.
            return read_run(run, lead, self.homes) if self._looks_own(run, lead) and self.homes else readings
        return read_run(run, lead, self.regions, here=here, anywhere=disguised)

    def _here(self, run: str, at: int) -> str | None:
        """Return the country that stands right before a run: its flag, or its name in a list of numbers to call."""
        flag = flag_before(self.around, at)
        if flag:
            return flag
        if run[0] != "0" and not (run[0] == "1" and run[1:3].isdigit()):
            return None
        named = named_before(self.around, at)
        return named if named and calls(self.around[max(0, at - _LIST) : at]) else None

    def _is_sure(self, reading: Reading, run: str) -> bool:
        """Tell whether a reading needs no other beside it: it scores enough, and no other number is in its run."""
        if reading.score < ENOUGH or _left(run, reading) >= SHORTEST:
            return False
        if run.startswith(TOLL) and not run[4:5].isdigit() and max(self.votes.values(), default=0.0) >= _NAMED:
            return False  # free to call in some other countries too
        if reading.how == "nanp" and not reading.toll_free and self._is_written_alike(reading):
            return False
        return reading.how == "plus" or reading.shaped or reading.toll_free or not self.foreign

    def _is_written_alike(self, reading: Reading) -> bool:
        """Tell whether a number is one of the text's own country too, where they are grouped as in North America."""
        home = self.homes[0] if self.homes else ""
        return home in ALIKE and national(reading.number[2:], home) is not None

    def _second(self, phone: Phone) -> Phone | None:
        """Return the number that follows another and shares its area, or all but its last four digits."""
        match = _SHARED.match(self.seen, phone.end)
        if match is None:
            return None
        more = "".join(filter(str.isdigit, match[1]))
        groups = _PIECE.findall(self.seen[phone.start : phone.end])
        local = [sum(map(len, groups[place:])) for place in range(1, len(groups))]
        ends = len(more) == 4 == len(groups[-1]) and match[0].startswith("/")
        if not (ends or (len(more) >= 6 and len(more) in local)) or len(groups) < 2:
            return None
        number = phone.number[: -len(more)] + more
        if international(number[1:]) != number:
            return None
        return Phone(number, match.start(1), match.end(1), (), plain=True)

    def _looks_own(self, run: str, lead: str) -> bool:
        """Tell whether a run may be one number as dialled inside a country: its prefix first, and not far too long."""
        if lead[-1:] == "(" and _BRACKETED.match(run):
            return True
        own = (run[0] in "08" and run[0] in self.prefixes) or run.startswith(TOLL)
        coded = not own and len(run) > _CODED_LENGTH and _CODED.match(run) and run.startswith(self.codes)
        if "+" in run[:_CODED_LENGTH] or not (own or coded):
            return False
        several = any(sign in run for sign in ",;/|")
        return 9 <= _count(run) <= (60 if several else 14)

    def _goes_on(self, at: int) -> bool:
        """Tell whether a run follows a number that was just read, with nothing but a comma or a short word between."""
        return 0 < at - self._ended <= _NEXT and _AND.fullmatch(self.seen, self._ended, at) is not None

    def _weigh(self, reading: Reading, at: int) -> Phone | None:
        start, end = at + reading.start, at + reading.end
        ways = self._ways(reading, start, end)
        score = reading.score + (1.5 if ways and not reading.odd.strip("\n") else 0.0)
        if score + 2.0 < ENOUGH:
            return None
        if score < 6.0:
            score += self._called(reading, start, end, disguised=bool(ways))
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

    def _called(self, reading: Reading, start: int, end: int, *, disguised: bool) -> float:
        """Return what speaks for calling here: words and signs, a number right before, or the country's own form."""
        said = speaks_for(self.around, start, end)
        if said < _ASKED and self._goes_on(start):
            said = _ASKED
        if reading.own and reading.region in self.homes:
            said += 1.0 if said else _ASKED
        elif (
            reading.how == "national"
            and reading.region in self.homes[:1]
            and self.seen[start : start + 1] == "0"
            and self.seen[start + 1 : start + 2].isdigit()
            and not reading.bare
        ):
            said += _TRUNK
        elif (
            reading.how == "plus"
            and self.seen[start] == "0"
            and main_country(split(reading.number[1:])[0]) in self.votes
        ):
            said += 1.0  # dialled with 00 from abroad, and of a country of the text
        elif reading.shaped and self.seen[start - 1 : start].islower() and self.seen[end : end + 1].isalpha():
            said += 0.5  # glued to words on both sides
        elif disguised and end - start >= _SPELLED:
            said += 1.0  # all of it in words
        elif (
            reading.how == "nanp"
            and self.foreign
            and not disguised
            and not reading.shaped
            and not reading.odd.strip("/")
        ):
            # A text of another country and language, and not grouped as in North America.
            said -= _ASKED if calls(self.around[max(0, start - 14) : start]) else 2 * _ASKED
        return said

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
        elif FILL in self.seen[start:end] and "<" in given and (_is_cut(self.seen[start:end]) or _HIDES.search(given)):
            ways.append("tags between the digits")
        return tuple(ways)


def _without_marker(run: str, behind: str) -> str:
    """Take the number of the next item of a list off a run: `704-199.` and `3. Then …` on the next line."""
    if "\n" not in run or behind[:1] not in {".", ")"} or not behind[1:].isspace():
        return run
    marker = _MARKER.search(run)
    whole = marker is not None and _count(run[: marker.start()]) >= SHORTEST
    return run[: marker.start()] if marker is not None and whole else run


def _is_hidden(given: str, run: str) -> bool:
    """Tell whether unseen characters, hidden parts, or tags within its groups stand between the digits of a run."""
    return not given.isascii() or "&#" in given or _HIDES.search(given) is not None or ("<" in given and _is_cut(run))


def _is_cut(seen: str) -> bool:
    """Tell whether tags cut the groups of a number: a page may put each group into one, but hardly each digit."""
    pieces = _PIECE.findall(seen) if _GLUED.search(seen) else ["000"]
    return any(len(piece) == 1 for piece in pieces[1:]) or (len(pieces[0]) == 1 and pieces[0] not in "017")


def _left(run: str, reading: Reading) -> int:
    """Return the most digits of a run that stand on one side of a reading."""
    return max(_count(part) for part in (run[: reading.start], run[reading.end :]))


def _count(text: str) -> int:
    """Return how many plain digits a text has."""
    return sum(map(_DIGITS.__contains__, text))


def _digits_of(text: str) -> str:
    return "".join([char for char in text if char.isdigit()]).lstrip("0")


_NORTH_AMERICA = re.compile(
    r"\b(?:Canada|Montr[ée]al|Qu[ée]bec|Toronto|Vancouver|Ottawa|Calgary|USA|New York|Miami|Houston|Chicago|Dallas"
    r"|Boston|Atlanta|Los Angeles|San Francisco|Las Vegas|Seattle|Orlando|United States|Estados Unidos|États-Unis"
    r"|EE\. ?UU)\b"
)
_ODD = re.compile(rf"[^\s0-9.,;:/()+*=<>~|\[\]'\"&%#{FILL}–—×·-]|\|\||__")
"""Signs between digits that neither figures nor lists have."""
_CODED_LENGTH = 11
_CODED = re.compile(r"[2-9][0-9]{1,2}[- .][0-9]")
_ONE_BY_ONE = re.compile(r"[0-9](?:[.-][0-9]){9,10}")
_FOUR_PARTS = re.compile(r"[0-9]{3}(?:\.[0-9]{2,3}){3}")
"""As an address of the net, or as a number with dots: behind a word of calling it is a number."""
_MARKER = re.compile(r"[^0-9\n]*\n[^0-9]*[0-9]{1,2}\Z")
_HIDES = re.compile(r"none|hidden|font-size|opacity|<!--", re.IGNORECASE)
_GLUED = re.compile(f"[0-9]{FILL}+[0-9]")
_PIECE = re.compile("[0-9]+")
_PARTED = re.compile(r"[\n,;|+]|\s[/-]\s")
_LETTERS = re.compile("[A-Za-z]")
_NOT_WORD = re.compile(r"[^\w]")
_CODES = re.compile(r"&#?\w+;?|<[^>]*>|\\u?\w+|%\w\w")
_SPACES = re.compile(
    r"(?:[\w\s()./+·•-]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|ndash|mdash|middot|bull|#8209|#8211|#45|#32);|<[^<>]{0,200}>)*",
    re.IGNORECASE,
)
