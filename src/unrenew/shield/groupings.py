"""How the digits of a run are grouped, and what that says of a number."""

import re
from itertools import pairwise

from unrenew.shield.glyphs import FILL
from unrenew.shield.numbering import TOLL_FREE

_GROUP = re.compile(f"[0-9](?:{FILL}*[0-9])*")
_WIDE = re.compile(r"\n|[,;]\s|\s{2,}|\s[^\w\s()+]+\s")
_APART = frozenset("=|;&、，；")
"""Signs that part two numbers, without a space too."""
_LISTS = _APART | frozenset(",\n")
_AFTER_AREA = frozenset({" / ", " - ", " \u2013 ", "- ", " -", " . "})
"""What stands between an area and the rest of a number, and elsewhere parts two figures."""
_FEW = 2
_WHOLE = 7
_WITH_CODE = 11
_DECIMALS = 5
_OF_FIGURES = frozenset({",", ", ", " ", "."})
_INDENT = 6
_BLANK = " \t" + FILL
_RECKONS = frozenset("/-+*x=<>:~|;\u00d7\u00b7\u2013\u2014")
"""Signs that stand between figures too."""
_ARROWS = frozenset("\u2190\u2192\u2194\u21d2\u279c\u2794\u27a1\u27a4")
_NANP = (1, 3, 3, 4)
_LINES = 5
"""Lines with nothing but a group of digits on each that may be one number."""
_OPERATORS = frozenset({" +", " + ", " - ", " * ", " / ", " = ", " \u00b7 ", " \u00d7 "})


class Groups:
    """The groups of digits in a run: where they stand, their digits, and the gaps before, between and behind them."""

    def __init__(self, run: str, lead: str) -> None:
        self.spans = [match.span() for match in _GROUP.finditer(run)]
        self.digits: list[str] = [run[start:end] for start, end in self.spans]
        if FILL in run:
            self.digits = [part.replace(FILL, "") for part in self.digits]
        self.gaps = [lead, *[run[end:start] for (_, end), (start, _) in pairwise(self.spans)], ""]
        self.widths = [_width(gap) for gap in self.gaps]

    def sizes(self, first: int, last: int) -> list[int]:
        """Return how many digits the groups of a number have."""
        return [len(group) for group in self.digits[first : last + 1]]

    def speaks_for(self, first: int, last: int, how: str) -> float:
        """Return what the grouping speaks for: the usual one of the plan, or brackets round the area."""
        sizes, inner = self.sizes(first, last), self.gaps[first + 1 : last + 1]
        if how in {"nanp", "plus"} and sizes[-3:] == [3, 3, 4] and len(sizes) <= 4:
            around = self.gaps[first].rstrip(FILL)[-1:] + (inner[0] if inner else "")
            return 2.5 if "(" in around and ")" in "".join(inner) else 1.5
        if how == "national" and len(sizes) > 1 and self.digits[first][0] == "0":
            return 1.5 if self.gaps[first].rstrip(FILL)[-1:] == "(" and inner[0][:1] == ")" else 1.0
        if how == "national" and 2 <= len(sizes) <= 5 and min(sizes) >= 2:
            return 0.5
        if how == "nanp" and max(sizes) == 1 and _digit_by_digit(inner):
            return 1.5 if len(sizes) == _WITH_CODE and len(set(inner)) == 1 else 1.0
        return 0.25 if len(sizes) > 1 else 0.0

    def ends(self, first: int, last: int) -> bool:
        """Tell whether no digits hang on behind a number as its own groups do."""
        if last + 1 == len(self.digits) or self.another(last + 1, len(self.digits)):
            return True
        return self.widths[last + 1] > max(self.widths[first + 1 : last + 1], default=0)

    def another(self, begin: int, end: int) -> bool:
        """Tell whether the groups on one side of a number are another number, with a comma or a stroke between."""
        gap = self.gaps[end] if begin == 0 else self.gaps[begin]
        return any(char in gap for char in ",;/|&") and sum(self.sizes(begin, end - 1)) >= _WHOLE

    def against(self, first: int, last: int, how: str, number: str) -> float:
        """Return what speaks against: more digits hang on, or the gaps inside are wider than those around."""
        inner = self.gaps[first + 1 : last + 1]
        widths = self.widths[first + 1 : last + 1]
        if (
            how == "national"
            and inner
            and (self.digits[first][0] == "0" or self.gaps[first].endswith("(") or len(inner) == 1)
        ):
            widths = [1 if gap in _AFTER_AREA else width for gap, width in zip(inner, widths, strict=True)]
        widest = max(widths, default=0)
        sizes = self.sizes(first, last)
        cost = 0.0
        if widest >= 2 and max(sizes) > 1:
            a_line = len(sizes) == len(self.digits) <= _LINES and all("\n" in gap for gap in inner)
            cost = 1.0 if a_line else self._parted(inner, sizes, how, number)
        if widest >= 2 or "," in inner:
            cost += 0.0 if how == "plus" and "," not in "".join(inner) else _as_list(inner, sizes)
        if how == "nanp":
            cost += self._as_figures(first, last, inner, sizes)
        else:
            cost += self._as_decimals(first, inner, sizes, how)
        return cost + self._hanging(first, last, widest)

    def _as_figures(self, first: int, last: int, inner: list[str], sizes: list[int]) -> float:
        """Return what speaks for figures in place of a number of North America."""
        cost = 2.0 if inner.count(" -") >= _FEW else 0.0  # figures below zero
        if sum(sizes) == _WITH_CODE and sizes[0] in {2, 3}:
            cost += 0.75  # the code is one with the area
        if max(sizes) == 1 and inner[-1] in (self.gaps[first] if first else None, self.gaps[last + 1]):
            cost += 3.0  # digits cut out of a longer row of digits
        return cost

    def _as_decimals(self, first: int, inner: list[str], sizes: list[int], how: str) -> float:
        """Return what speaks for figures in place of a number of another country."""
        if how == "plus":  # a sum, or two figures with signs
            signed = self.gaps[first] in {"+ ", " + "} or " +" in inner
            return 3.0 if signed and not _OPERATORS.isdisjoint(inner) else 0.0
        cost = 2.0 if how == "national" and inner == ["."] and sizes[-1] >= _DECIMALS else 0.0
        if "," in inner and set(inner) <= _OF_FIGURES:
            cost += 2.0  # figures with commas
        if max(sizes) == 1 and all("," in gap for gap in inner):
            cost += 3.0  # a row of figures
        return cost

    def _parted(self, inner: list[str], sizes: list[int], how: str, number: str) -> float:
        """Return what wide gaps speak against: it is a list of figures, unless one sign parts all groups.

        A sign with which nobody reckons says more than an arrow or a stroke; dots lead on to the next only in a
        number that is free to call.
        """
        cost = {"national": 3.0, "abroad": 3.0, "plus": 1.5}.get(how, 2.5)
        signs = {gap.strip(_BLANK) for gap in inner}
        sign = signs.pop()
        shaped = sizes[-3:] == [3, 3, 4] and len(sizes) <= len(_NANP) if how == "nanp" else min(sizes) > 1
        if signs or not sign or not shaped or len(inner) < _FEW or (sign != "||" and not _LISTS.isdisjoint(sign)):
            return cost
        if not _RECKONS.isdisjoint(sign):
            return min(cost, 1.0) if how == "nanp" and len(sizes) == len(_NANP) else cost
        if sign.strip("."):
            return 1.0 if sign in _ARROWS and how == "nanp" else 0.5
        if how == "national" and len(sign) > _FEW:
            return 1.0
        return 0.5 if number.startswith("+1") and number[2:5] in TOLL_FREE else cost

    def _hanging(self, first: int, last: int, widest: int) -> float:
        """Return what digits that hang on before or behind speak against it."""
        cost = 0.0
        if first > 0 and not self.another(0, first):
            before = self.widths[first]
            if before <= widest and "+" not in self.gaps[first]:
                cost += 1.0 if before == widest and before > 0 else 2.0
        if last + 1 < len(self.digits) and not self.another(last + 1, len(self.digits)):
            after = self.widths[last + 1]
            if self._is_range(last):
                return cost
            whole = self.gaps[last + 1] in {",", ", "} and sum(self.sizes(first, last)) >= _WITH_CODE
            if after <= widest and "+" not in self.gaps[last + 1] and not whole:
                cost += 1.0 if after == widest and after > 0 else 2.0
        return cost

    def _is_range(self, last: int) -> bool:
        """Tell whether a single digit closes a run as the end of a range of lines: `0-2123-4561-5`."""
        end = self.digits[-1]
        parted = last + 2 == len(self.digits) and self.gaps[last + 1] in {"-", "~", "/", "\u2013"}
        return parted and len(end) == 1 and len(self.digits[last]) > len("123") and end > self.digits[last][-1]


def _digit_by_digit(inner: list[str]) -> bool:
    """Tell whether signs part single digits, and nothing else but spaces does: no list of figures looks like that."""
    signs = {gap.strip(_BLANK) for gap in inner}
    if "" in signs and " " in inner:
        return len(signs) == _FEW and _RECKONS.isdisjoint("".join(signs)) and _LISTS.isdisjoint("".join(signs))
    return "" not in signs and " " not in "".join(inner)


def _as_list(inner: list[str], sizes: list[int]) -> float:
    """Return what speaks for a list of figures: one a line, in columns, or in pairs."""
    cost = 0.0
    if any("\n" in gap and ("," in gap or (len(gap) > _INDENT and len(set(inner)) > 1)) for gap in inner):
        cost += 3.0
    if max(sizes) == 1 and len(set(inner)) > 1 and any("," in gap for gap in inner):
        cost += 3.0
    return cost


_TIGHT = {"": 0, "-": 0, ".": 0, " ": 1, " (": 1, ") ": 1, ")": 0, "(": 0}


def _width(gap: str) -> int:
    """Return how far a gap parts: 0 nothing or a tight sign, 1 a space, 2 a comma or several spaces, 3 a new line."""
    if gap in _TIGHT:
        return _TIGHT[gap]
    if "\n" in gap:
        return 1 if gap[0] in "-\u2010\u2011." and gap.strip("-\u2010\u2011. ") == "\n" else 3
    if "\t" in gap or "//" in gap or '"' in gap or _WIDE.search(gap) or not _APART.isdisjoint(gap):
        return 2
    return 1 if " " in gap else 0
