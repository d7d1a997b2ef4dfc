"""A run of digits to the numbers that it can be read as."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from unrenew.shield.glyphs import FILL
from unrenew.shield.groupings import Groups
from unrenew.shield.numbering import (
    TOLL_FREE,
    country_code,
    international,
    known_code,
    national,
    north_american,
    possible,
    usual_groups,
)
from unrenew.shield.plans import split

GAP = rf"{FILL}*(?:(?:[^\w{FILL}]|[_ー]){FILL}*){{0,26}}"
RUN = re.compile(rf"[0-9](?:{GAP}[0-9]){{6,200}}")
_PLAIN = frozenset(" ,;\t-.()/\u2010\u2011\u2012\u2013\u2014\xa0" + FILL)
_FEW = 2
_WHOLE = 7
_UNPREFIXED = frozenset("IT ES PT PL CZ DK NO GR LU EE LV MT CY IS HK SG".split())
"""Countries in which landlines are dialled without a prefix."""
_WITH_CODE = 11
_SUM = re.compile(r"(?:[0-9.][eE]|[0-9][)\]])\+\Z")
"""A power of ten, or a sum behind a bracket."""
_OWN = 0.6
"""What the likeliest country's own way of writing a number speaks for."""
_LONGEST_CODE = 3
_TERMS = 4
"""Groups of two digits with a plus between that are a sum, and no number."""
ALIKE = frozenset({"CO", "MX", "VE"})
"""Countries that group the digits of their numbers as North America does."""
TOLL = "1800"
"""How numbers that are free to call begin in India, Australia and others, as one group."""
_MOST_DIGITS = 24
_MOST = 48
"""Groups in one run beyond which it is a table, not a number: only numbers with a plus are read in it."""


class Reading(NamedTuple):
    """One way to read a part of a run: offsets are in the run, `score` is what speaks for it without its context."""

    start: int
    end: int
    number: str
    score: float
    odd: str
    """Separators inside that are not usual, empty if all are usual."""
    how: str
    """`plus`, `nanp`, `abroad` (a country code without plus) or `national`."""
    first: int
    last: int
    toll_free: bool
    bare: bool
    shaped: bool
    """Whether its digits are grouped as North Americans do: 3, 3 and 4."""
    coded: bool
    """Whether its digits begin with the country code."""
    region: str = ""
    """Of a reading as a country's own: whose."""
    own: bool = False
    """Grouped as people there do: a mobile number in one piece with its prefix, or the code on its own."""


def read_run(
    run: str, lead: str, regions: tuple[str, ...], *, here: str | None = None, anywhere: bool = False
) -> tuple[Reading, ...]:
    """Return the readings of a run that do not overlap, best first; `lead` is the few characters before it.

    `here` is the country that the text names as the number's own; `anywhere` reads the whole run as a number of any
    country, its code without plus.
    """
    groups = Groups(run, lead)
    count = len(groups.digits)
    if count > _MOST or (count > _MOST_DIGITS and count == sum(map(len, groups.digits))):
        regions = ()  # a table, or digit by digit without end: no country's number is that long
    readings = _Readings(groups, (here, *regions) if here else regions, here)
    found = readings.all()
    if anywhere:  # what somebody took the trouble to disguise is one number
        found = [one._replace(score=one.score + 1.0) if one.last - one.first + 1 == count else one for one in found]
        found += readings.of_any_country()
    return _pick(found)


def _pick(readings: list[Reading]) -> tuple[Reading, ...]:
    """Keep the best readings that do not overlap."""
    if len(readings) < 2:
        return tuple(readings)
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda r: (-r.score, r.start - r.end, r.start)):
        if all(reading.last < other.first or reading.first > other.last for other in kept):
            kept.append(reading)
    return tuple(kept)


class _Readings:
    """All ways to read one run."""

    def __init__(self, groups: Groups, regions: tuple[str, ...], here: str | None) -> None:
        self.groups = groups
        self.digits, self.gaps, self.widths = groups.digits, groups.gaps, groups.widths
        self.sums = self.gaps.count("+") > 1
        """Whether it may be a sum: `77+83+45`."""
        self.here = here
        self.regions = regions
        self.codes = {str(country_code(region)): region for region in reversed(regions) if country_code(region) > 1}

    def all(self) -> list[Reading]:
        found: list[Reading] = []
        ends = list(accumulate(map(len, self.digits)))
        place_of = {end: place for place, end in enumerate(ends)}  # groups by the digits up to their end
        count = len(ends)
        before = 0
        for first, group in enumerate(self.digits):
            plus = ("+" in self.gaps[first] and self._plus(first)) or self._plus_behind(first)
            if count <= _MOST or plus or not 3 < first < count - _MOST:
                for size in self._sizes_of(group, plus=plus):
                    last = place_of.get(before + size)
                    if last is not None:
                        self._read(first, last, plus=plus, found=found)
            before = ends[first]
        return found

    def of_any_country(self) -> Iterator[Reading]:
        """Yield the whole run as a number with its country code, unless it is one of North America."""
        digits = "".join(self.digits)
        number = international(digits) if 10 <= len(digits) <= 15 and not north_american(digits) else None
        if number and number[1] != "1":
            yield self._reading(0, len(self.digits) - 1, number, 2.0, "abroad")

    def _sizes_of(self, group: str, *, plus: bool) -> Iterable[int]:
        """Return how many digits a number can have that begins with a group."""
        if plus or self.regions or group[0] == "0":
            return range(7, 18)
        return (10, 11) if group[0] == "1" else (10,)

    def _plus(self, first: int) -> bool:
        """Tell whether the gap before a group ends in a plus, brackets and the like aside."""
        gap = self.gaps[first]
        at = gap.rfind("+")
        if first and self.sums:
            return False
        if "(-" in gap or (first == 1 and gap == "+") or (first == 0 and _SUM.search(gap)):
            return False
        return all(char in " ([{<-_⟦〔【「『*~" + FILL or not char.isascii() for char in gap[at + 1 :])

    def _plus_behind(self, first: int) -> bool:
        """Tell whether a country code has its plus behind it: `44+20 7946 …`."""
        code = self.digits[first]
        whole = first + 3 < len(self.digits) or (first + 2 == len(self.digits) and len(self.digits[-1]) > _WHOLE)
        return self.gaps[first + 1] == "+" and whole and len(code) > 1 and split(code)[0] == code

    def _read(self, first: int, last: int, *, plus: bool, found: list[Reading]) -> None:
        digits = "".join(self.digits[first : last + 1])
        if self.sums and sum(len(group) == _FEW for group in self.digits[first : last + 1]) >= _TERMS:
            return
        if plus or digits[0] == "0":
            sure = self._with_code(digits, first, plus=plus, whole=first == last)
            if sure:
                found.append(self._reading(first, last, sure, 4.0 if plus else 2.5, "plus"))
                return
        size = len(digits)
        if (size == 11 and digits[0] == "1") or (
            size == 10 and not self._again(first, last, found) and not self._is_abroad(first, last)
        ):
            found += self._of_north_america(digits, first, last)
        if self.regions:
            found += self._abroad(digits, first, last)
            found += self._by_code(digits, first, last)
            found += self._national(digits, first, last)

    def _of_north_america(self, digits: str, first: int, last: int) -> Iterator[Reading]:
        """Yield the number of North America that ten digits are, or eleven that begin with its code."""
        area = digits[-10:]
        number = north_american(area)
        own = self.regions[0] if self.regions else ""
        if (self.digits[first] == TOLL and own and national(digits, own)) or (own in ALIKE and national(digits, own)):
            return  # of the text's own country: `1800-123-4567` in India, `(601) 234-5678` in Colombia
        if number:
            yield self._reading(first, last, number, len(digits) - 9.0, "nanp")
        elif len(digits) == _WITH_CODE and possible(area):
            yield self._reading(first, last, "+1" + area, 1.0, "nanp")

    def _by_code(self, digits: str, first: int, last: int) -> Iterator[Reading]:
        """Yield the number whose country code stands in brackets, or is that of a flag right before it."""
        if self.here and digits[0] != "0" and (first, last) == (0, len(self.digits) - 1):
            number = international(f"{country_code(self.here)}{digits}")
            if number and national(digits, self.here) is None:
                yield self._reading(first, last, number, 3.0, "abroad")
        if self._in_brackets(first) and first < last and digits[0] != "1" and split(digits)[0] == self.digits[first]:
            number = international(digits)
            if number:
                yield self._reading(first, last, number, 2.25, "abroad")

    def _is_abroad(self, first: int, last: int) -> bool:
        """Tell whether ten digits stand right behind another country's code with its plus: `+57-833-555-0142`."""
        if not first or last - first < _FEW or "+" not in self.gaps[first - 1]:
            return False
        code = self.digits[first - 1]
        return code != "1" and split(code)[0] == code and self.widths[first] <= max(self.widths[first + 1 : last + 1])

    def _again(self, first: int, last: int, found: list[Reading]) -> bool:
        """Tell whether the same number was just read with its country code, no farther from it than its groups are."""
        if not found or found[-1].first != first - 1 or found[-1].last != last or self.digits[first - 1] != "1":
            return False
        return self.widths[first] <= max(self.widths[first + 1 : last + 1], default=0)

    def _with_code(self, digits: str, first: int, *, plus: bool, whole: bool) -> str | None:
        """Return the number where a plus or the sign for abroad (00, 011) stands before the country code."""
        if plus:
            number = _after_plus(digits)
            code = self.digits[first]
            if number is None and not whole and code == self.digits[first + 1] == split(digits)[0]:
                number = international(digits.removeprefix(code))  # the country code twice, each on its own
            if number is None and not whole and self.digits[first + 1] == f"00{code}":
                number = international(code + digits.removeprefix(f"{code}00{code}"))  # `+44 (0044) …`
            if number:
                return number
            gap = self.gaps[first]
            before = gap[gap.rfind("+") - 1 : gap.rfind("+")] or ("0" if first else "")
            # Not where the plus joins it to what is before: `6.3+20220423`.
            if whole and not before.isalnum() and 8 <= len(digits) <= 15 and known_code(digits):
                return "+" + digits  # written out in full, though no plan has it: a sample, or one digit wrong
        if len(digits) >= 10 and digits.startswith(("00", "011")):
            return international(digits[2:] if digits.startswith("00") else digits[3:])
        return None

    def _national(self, digits: str, first: int, last: int) -> Iterator[Reading]:
        """Yield the numbers of the text's countries as dialled inside, the likelier country before the others."""
        if first and "+" in self.gaps[first - 1] and len(self.digits[first - 1]) <= _LONGEST_CODE:
            return  # what follows a country code is no other country's number
        before = ""
        for rank, region in enumerate(self.regions):
            found = national(digits, region)
            if found is None:
                continue
            number, kind = found
            if rank and kind != "mobile" and region == "IN":
                continue
            if rank and kind != "mobile" and digits[0] != "0" and region not in _UNPREFIXED:
                continue  # a landline without what is dialled before it: only in the likeliest country
            sizes = self.groups.sizes(first, last)
            apart = sizes[0] == 1 and digits[1] not in "89" and "(" not in self.gaps[first + 1]  # `0 986 452 041`
            usual = len(sizes) > 1 and not apart and usual_groups(number, region, sizes)
            sure = region == self.here and digits[0] in "01"  # a number of North America begins otherwise
            second = 0.9 if (before and not usual) or (before == "usual") or north_american(digits) else 1.2
            base = 3.0 if sure else 1.5 if rank == 0 else second
            before = "usual" if usual else "read"
            reading = self._reading(first, last, number, base + (0.5 if usual else 0.0), "national")
            own = usual or (kind == "mobile" and digits[0] == "0" and len(sizes) <= 3 and not reading.odd)
            own = own or (kind == "mobile" and len(sizes) == 1 and len(digits) >= _WITH_CODE)
            own = own or (len(sizes) > 1 and self._in_brackets(first))
            own = own and self.groups.ends(first, last) and not self._extends(digits, last, region)
            yield reading._replace(region=region, own=own, score=reading.score + (_OWN if own and not rank else 0.0))
            if not rank and (usual or len(sizes) == 1):
                break

    def _extends(self, digits: str, last: int, region: str) -> bool:
        """Tell whether a number is one with the next group too, right behind it: `030/23125 055`."""
        if last + 1 == len(self.digits) or self.gaps[last + 1] not in {" ", "-"}:
            return False
        return national(digits + self.digits[last + 1], region) is not None

    def _in_brackets(self, first: int) -> bool:
        """Tell whether a group stands in brackets of its own: an area, or a country's code without its plus."""
        return self.gaps[first].endswith("(") and self.gaps[first + 1].startswith(")")

    def _abroad(self, digits: str, first: int, last: int) -> Iterator[Reading]:
        """Yield the numbers of the text's countries with the country code but no plus."""
        for code, region in self.codes.items():
            if len(digits) >= 9 and digits.startswith(code):
                number = international(digits)
                if number:
                    reading = self._reading(first, last, number, 1.5, "abroad")
                    own = self.digits[first] == code and self.groups.ends(first, last)
                    yield reading._replace(region=region, own=own)

    def _reading(self, first: int, last: int, number: str, base: float, how: str) -> Reading:
        inner = self.gaps[first + 1 : last + 1]
        odd = "".join(sorted(set("".join(inner)).difference(_PLAIN)))
        toll_free = number[:2] == "+1" and number[2:5] in TOLL_FREE
        sizes = self.groups.sizes(first, last)
        score = base + self.groups.speaks_for(first, last, how) + (1.0 if toll_free else 0.0)
        if odd and odd.strip("\n"):
            score += 1.5
        score -= self.groups.against(first, last, how, number)
        return Reading(
            self.groups.spans[first][0],
            self.groups.spans[last][1],
            number,
            score,
            odd,
            how,
            first,
            last,
            toll_free,
            len(sizes) == 1,
            sizes[-3:] == [3, 3, 4],
            number[1:] == "".join(self.digits[first : last + 1]),
        )


def _after_plus(digits: str) -> str | None:
    """Return the number after a plus; a country code written twice counts once."""
    number = international(digits)
    if number is None and len(digits) == 10 and digits[:3] in TOLL_FREE:
        number = north_american(digits)
    if number is None and digits.startswith("11") and len(digits) == 12:
        number = north_american(digits[2:])
    if number is None and digits.startswith("1") and len(digits) == 11 and possible(digits[1:]):
        number = "+" + digits
    if number is None and digits.startswith("00"):
        number = international(digits[2:])
    return number
