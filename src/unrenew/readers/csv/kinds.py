"""What the cells of a column are, whatever its header says."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from unrenew.readers.csv.cells import (
    DASHES,
    direction,
    has_cents,
    is_currency,
    is_date,
    is_iban,
    is_neutral,
    is_number,
    is_plain,
)  # fmt: skip
from unrenew.readers.csv.currencies import unit_of
from unrenew.readers.csv.words import is_booked, is_unbooked, says_nothing

KindName = Literal["date", "bare_date", "money", "whole", "currency", "iban", "flag", "text", "empty"]

_CARD = re.compile(r"(?=.*[*xX•]{2})[\d*xX•]{4}[\d*xX• -]{4,14}\d{4}$")
_PHRASE = re.compile(r"[^\W\d_]{2,}[^\w]+(?:.*\s)?[^\W\d_]{2,}|[぀-ヿ一-鿿가-힣]{2}")
_SAMPLE = 300
_MOST = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What most filled cells of a column are, with what tells columns of one kind apart."""

    name: KindName
    filled: int = 0
    distinct: int = 0
    cents: float = 0.0  # share of cells that are written as money is
    decimals: float = 0.0  # share of cells with a decimal mark
    minus: float = 0.0  # share of cells below zero
    zeros: float = 0.0  # share of cells without a digit but 0
    length: float = 0.0
    ways: frozenset[int] = frozenset()  # -1 and 1: which directions a flag column names
    two_ways: bool = False  # a flag column that cannot be anything else: words, or letters that go together
    initials: bool = False  # a flag column of D or C alone
    dashed: bool = False  # nothing but dashes
    phrases: float = 0.0  # share of cells of several words
    blank: bool = False  # every cell says that there is nothing: "No description"
    units: bool = False  # every cell is a currency or a short name such as coins and shares have
    constant: bool = False
    letters: float = 0.0
    digits: float = 0.0  # in a cell, on average
    dates: float = 0.0  # share of cells that are dates, numbers, directions
    numbers: float = 0.0
    flags: float = 0.0
    states: bool = False  # every cell says booked or not booked
    cards: bool = False  # every cell is a card number with its middle masked


EMPTY = Kind(name="empty")


def kind_of(cells: Sequence[str], *, dated: bool = False) -> Kind:
    """Return the kind of a column; `dated` columns may hold days as bare numbers (serial days, epochs)."""
    filled = _without_dashes([cell.strip() for cell in cells if cell.strip()])
    if len(filled) > _SAMPLE:
        step = len(filled) // _SAMPLE + 1
        filled = filled[::step]
    if not filled:
        return EMPTY
    return Kind(
        name=_name(filled, dated=dated),
        filled=len(filled),
        distinct=len(set(filled)),
        cents=_share(has_cents(cell) for cell in filled),
        decimals=_share("." in cell or "," in cell for cell in filled),
        minus=_share(cell.startswith(("-", "−", "(")) or cell.endswith("-") or "-" in cell[:5] for cell in filled),
        zeros=_share(not any(char in "123456789" for char in cell) for cell in filled),
        dates=_share(is_date(cell) for cell in filled),
        numbers=_share(is_number(cell) for cell in filled),
        flags=_share(direction(cell) != 0 for cell in filled),
        length=sum(map(len, filled)) / len(filled),
        ways=frozenset(direction(cell) for cell in set(filled)),
        two_ways=_two_ways({cell.upper() for cell in filled}),
        initials={cell.upper() for cell in filled} in ({"C"}, {"D"}),
        dashed=DASHES.issuperset(filled),
        phrases=_share(_PHRASE.search(cell) is not None for cell in filled),
        blank=all(map(says_nothing, set(filled))),
        units=all(map(unit_of, set(filled))),
        constant=len(set(filled)) == 1,
        states=_are_states(set(cells)),
        cards=all(map(_CARD.match, filled)),
        digits=sum(sum(map(str.isdigit, cell)) for cell in filled) / len(filled),
        letters=_share(any(char.isalpha() for char in cell) for cell in filled),
    )


def _without_dashes(filled: list[str]) -> list[str]:
    """Leave out dashes, which stand for nothing, unless they stand beside nothing but plus signs: those are signs."""
    others = set(filled) - DASHES
    return [cell for cell in filled if cell not in DASHES] if others - {"+"} else filled


def _are_states(distinct: set[str]) -> bool:
    """Say whether all cells say booked or not booked: a column of states, whatever its header says."""
    found = {cell.strip() for cell in distinct} - {""}
    if not 1 <= len(found) <= 8:
        return False
    return any(map(is_booked, found)) and all(is_unbooked(one) or is_booked(one) for one in found)


_PAIRS = tuple(
    frozenset(pair.split("/"))
    for pair in ("D/C", "D/K", "S/H", "+/-", "Χ/Π", "T/J", "IN/OUT", "WN/MA", "收/支", "出/入")
)


def _two_ways(cells: set[str]) -> bool:
    """Say whether both directions are named, in words of three letters and more, or in letters that go together.

    One direction alone counts where its words mean nothing else.
    """
    named = {cell for cell in cells if direction(cell)}
    if all(map(is_plain, named)):
        return bool(named)
    if len({direction(cell) for cell in named}) < 2:
        return False
    return all(len(cell) >= 3 or is_plain(cell) for cell in named) or any(named <= pair for pair in _PAIRS)


def _share(tests: Iterable[bool]) -> float:
    found = list(tests)
    return sum(found) / len(found)


def _name(filled: list[str], *, dated: bool) -> KindName:
    tests: tuple[tuple[KindName, Callable[[str], bool]], ...] = (
        ("date", is_date),
        ("currency", is_currency),
        ("flag", lambda cell: direction(cell) != 0 or is_neutral(cell)),
        ("iban", is_iban),
        ("money", is_number),
    )
    for name, test in tests:
        if name == "flag" and not any(map(direction, set(filled))):
            continue
        if _share(test(cell) for cell in filled) >= (1.0 if name in {"flag", "currency"} else _MOST):
            return _number_kind(filled, dated=dated) if name == "money" else name
    if dated and _share(is_date(cell, numbers=True) for cell in filled) >= _MOST:
        return "bare_date"
    return "text"


def _number_kind(filled: list[str], *, dated: bool) -> KindName:
    if dated and _share(is_date(cell, numbers=True) for cell in filled) >= _MOST:
        return "bare_date"
    if all(cell.isdigit() and (len(cell) > 9 or (len(cell) > 1 and cell[0] == "0")) for cell in filled):
        return "whole"
    return "money" if any(has_cents(cell) for cell in filled) else "whole"
