"""Day or month first: settled from all dates of a file."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from unrenew.readers.amounts import is_year_first
from unrenew.readers.csv.dates import Day

ORDERS = ("DMY", "MDY")
_APART = 10
"""So many days may lie between the dates of one booking."""

SHORT = ("DMY", "MDY", "YMD")
"""With two-digit years the year may stand first, too."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The order taken for one shape of date, why, and whether that is more than a habit."""

    order: str
    why: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """What else is known of the file: hints for dates that fit both orders, and for marks that mean two things."""

    told: str | None = None  # by the person
    dates: tuple[Day, ...] = ()  # other dates in the file: preamble, footer
    locale: str | None = None  # DMY or MDY, from language and currency of the file
    language: bool = False  # the header is in a language that has the day first, always
    comma: bool = False  # the decimal mark is a comma: who writes one has the day first
    english: bool = False  # the header is in English: a comma groups thousands
    year: bool = False  # the header's script has the year first, or another date of the file


Rows = Callable[[], Sequence[Sequence[Day | None]]]
"""Gives the days of each column in file order, None where no date stands; asked only where it is needed."""


def settle(distinct: Sequence[Iterable[Day]], rows: Rows, clues: Clues) -> dict[str, Settled]:
    """Return the order for each shape of date in a file, from the different days of each column, else from its rows."""
    shapes: dict[str, set[Day]] = defaultdict(set)
    for column in distinct:
        for day in column:
            if not day.order:
                shapes[day.shape].add(day)
    if any(day.shape == "short" for column in distinct for day in column):
        clues = replace(clues, year=True)
    fixed = {shape: _by_validity(days, clues) or _by_shape(shape, days, clues) for shape, days in shapes.items()}
    if all(fixed.values()):
        return {shape: found for shape, found in fixed.items() if found}
    columns = rows()
    for shape, found in fixed.items():
        fixed[shape] = found or _by_rows(shape, columns) or _by_gap(shape, columns)
    return {shape: found or _by_partner(shape, columns, fixed) or _by_habit(clues) for shape, found in fixed.items()}


def _by_validity(distinct: Collection[Day], clues: Clues) -> Settled | None:
    """Settle by what is possible: 25/12 is no month 25. One mistyped date (30/02) does not decide for the rest."""
    if clues.told:
        return Settled(clues.told, "you said so", sure=True)
    candidates = SHORT if all(day.third < 100 and day.first < 100 for day in distinct) else ORDERS
    if candidates == SHORT and is_year_first((day.first, day.second, day.third) for day in distinct):
        return Settled("YMD", "so the dates lie closest together", sure=True)
    if candidates == SHORT and clues.year and all(day.on("YMD") for day in distinct):
        return Settled("YMD", "the header's language or another date has the year first", sure=True)
    counts = {order: sum(day.on(order) is not None for day in distinct) for order in candidates}
    if "YMD" in counts and not _plausible(distinct):
        del counts["YMD"]
    best = max(counts.values())
    winners = [order for order, count in counts.items() if count == best]
    if not best or len(winners) > 1:
        return None
    others = [count for order, count in counts.items() if order != winners[0] and order in ORDERS]
    sure = not others or best - max(others) >= max(1, 0.02 * len(distinct))
    return Settled(winners[0], "the only order in which the dates exist", sure=sure) if sure else None


def _plausible(days: Iterable[Day]) -> bool:
    """Say whether year-first is to be thought of: the last number runs through a month, the first hardly moves."""
    firsts, lasts = {day.first for day in days}, {day.third for day in days}
    return max(lasts) > 12 and (len(firsts) <= 3 < len(lasts) or (len(firsts) <= len(lasts) and max(firsts) > 12))


def _by_shape(shape: str, days: Collection[Day], clues: Clues) -> Settled | None:
    """Settle by the way it is written, and by other dates in the file."""
    if all(day.first == day.second for day in days):
        return Settled("DMY", "day and month are the same", sure=True)
    if shape[0] == ".":
        return Settled("DMY", "dates with points have the day first", sure=True)
    told = {
        order
        for day in clues.dates
        if day.shape[:1] == shape[:1] and not day.order
        for order in ORDERS
        if day.on(order) and not day.on(_other(order))
    }
    if len(told) == 1:
        return Settled(told.pop(), "as another date in the file", sure=True)
    return None


def _other(order: str) -> str:
    return "MDY" if order == "DMY" else "DMY"


def _by_rows(shape: str, columns: Sequence[Sequence[Day | None]]) -> Settled | None:
    """Settle by the order of the rows: bank files run one way in time, so the wrong reading jumps back and forth."""
    for column in columns:
        days = [day for day in column if day and day.shape == shape]
        if len(set(days)) < 4:
            continue
        sorted_in = {order: _is_sorted([day.on(order) for day in days]) for order in ORDERS}
        winners = [order for order, yes in sorted_in.items() if yes]
        if len(winners) == 1:
            return Settled(winners[0], "the rows are in order of time", sure=True)
    return None


def _is_sorted(days: Sequence[date | None]) -> bool:
    known = [day for day in days if day]
    if len(known) < 0.98 * len(days):  # an order in which they are no days
        return False
    pairs = list(pairwise(known))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _by_gap(shape: str, columns: Sequence[Sequence[Day | None]]) -> Settled | None:
    """Settle by two date columns of one spelling: both dates of a booking lie days apart, not months."""
    near: dict[str, int] = dict.fromkeys(ORDERS, 0)
    rows = 0
    for row in zip(*columns, strict=True):
        days = {day for day in row if day and not day.order and day.shape == shape}
        if len(days) < 2:
            continue
        rows += 1
        for order in ORDERS:
            known = [on for day in days if (on := day.on(order))]
            near[order] += len(known) == len(days) and (max(known) - min(known)).days <= _APART
    best = max(ORDERS, key=lambda order: near[order])
    if rows and near[best] >= 0.8 * rows and near[_other(best)] <= 0.3 * rows:
        return Settled(best, "both dates of a row lie days apart", sure=True)
    return None


def _by_partner(
    shape: str, columns: Sequence[Sequence[Day | None]], fixed: Mapping[str, Settled | None]
) -> Settled | None:
    """Settle by another date column of another spelling: both dates of a booking lie days apart, not months."""
    gaps: dict[str, int] = dict.fromkeys(ORDERS, 0)
    rows = 0
    for row in zip(*columns, strict=True):
        mine = next((day for day in row if day and not day.order and day.shape == shape), None)
        other = next((_known(day, fixed) for day in row if day and _known(day, fixed)), None)
        if mine is None or other is None or mine.first == mine.second:
            continue
        rows += 1
        for order in ORDERS:
            on = mine.on(order)
            gaps[order] += abs((on - other).days) <= _APART if on else 0
    best = max(ORDERS, key=lambda order: gaps[order])
    if rows and gaps[best] >= 0.8 * rows and gaps[_other(best)] <= 0.3 * rows:
        return Settled(best, "as the other date column", sure=True)
    return None


def _known(day: Day, fixed: Mapping[str, Settled | None]) -> date | None:
    if day.order:
        return day.on(day.order)
    settled = fixed.get(day.shape)
    return day.on(settled.order) if settled else None


def _by_habit(clues: Clues) -> Settled:
    """Fall back on the habit of the file's language and currency; never sure."""
    if clues.language:
        return Settled("DMY", "the header's language has the day first", sure=True)
    if clues.comma:
        return Settled("DMY", "where amounts have a decimal comma the day stands first", sure=True)
    if clues.locale:
        return Settled(clues.locale, "by the habit of the file's language and currency", sure=False)
    return Settled("DMY", "the commonest order", sure=False)
