"""The rows of a deadline to its last day, or to what would decide it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from unrenew.model.remedies import Facts
from unrenew.rights.calendars import regions_with_own_holidays
from unrenew.rights.conditions import Missing, asked
from unrenew.rights.deadlines import Place, add, at_least_two_working_days, roll
from unrenew.rights.rulebooks import CompiledDeadline

_LONGEST_ROLL = timedelta(days=12)
_BANK = Place(country="US", bank="Mon-Fri except federal holidays")


@dataclass(frozen=True, slots=True)
class Term:
    """The last day in time (None: no such day, or not known), its end before rolling, and whether today is in time."""

    deadline: date | None
    unrolled: date | None
    in_time: bool | None
    missing: Missing = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What one row says, and the facts on which it depends whether that row is the one."""

    row: CompiledDeadline
    depends_on: Missing
    deadline: date | None = None
    unrolled: date | None = None
    in_time: bool | None = None
    missing: Missing = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The end of a period as it falls, and as it is rolled."""

    unrolled: date
    rolled: date


ALWAYS = Term(None, None, in_time=True)


def _counting_place(row: CompiledDeadline, place: Place) -> Place:
    if row.row.holidays == "consumer":
        return Place(place.country, place.region)
    return Place(_BANK.country, None, place.bank or _BANK.bank)


def _count(row: CompiledDeadline, start: date, facts: Facts, place: Place) -> _Ends | Missing:
    """Return the end as it falls and as it is rolled, or what is missing to count."""
    back, rule = row.row.direction == "back", row.row
    day = unrolled = start
    for step, period in enumerate(row.periods, start=1):
        count = facts.get(period.count) if isinstance(period.count, str) else period.count
        if not isinstance(count, int):
            return asked(str(period.count))
        begin = day
        day = unrolled = add(day, count, period.unit, place, back=back, month_end=rule.month_end)
        if not back and rule.roll != "none" and (rule.roll_at == "each" or step == len(row.periods)):
            day = roll(day, rule.roll, place)
            if rule.roll == "next_working_day":
                day = at_least_two_working_days(begin, day, place)
    return _Ends(unrolled, day)


def _candidate(row: CompiledDeadline, depends_on: Missing, facts: Facts, today: date, place: Place) -> _Candidate:
    rule = row.row
    if rule.ask is not None and rule.ask not in facts:
        return _Candidate(row, depends_on, missing=asked(rule.ask), why=f"not known ({rule.cite})")
    if rule.never or rule.ask is not None:
        return _Candidate(row, depends_on, in_time=False, why=f"none ({rule.cite})")
    if rule.any_time:
        return _Candidate(row, depends_on, in_time=True, why=f"no last day ({rule.cite})")
    start = row.start(facts) if row.start else None
    if isinstance(start, tuple):
        if rule.unknown is None:
            return _Candidate(row, depends_on, missing=start)
        start = today  # the right has no settled last day, so no day is asked for
    if start is None:
        return _Candidate(row, depends_on, in_time=rule.unknown is not None, why=f"no {row.start_name} ({rule.cite})")
    ends = _count(row, start, facts, _counting_place(row, place))
    if isinstance(ends, tuple):
        return _Candidate(row, depends_on, missing=ends)
    unrolled, end = ends.unrolled, ends.rolled
    if rule.unknown is not None:
        return _Candidate(row, depends_on, in_time=today <= end, why=f"{rule.unknown} ({rule.cite})")
    words = f"{row.start_name} {start.isoformat()} {row.steps}: {unrolled.isoformat()}"
    rolled = f", which moves to {end.isoformat()}" if end != unrolled else ""
    return _Candidate(
        row, depends_on, deadline=end, unrolled=unrolled, in_time=today <= end, why=f"{words}{rolled} ({rule.cite})"
    )


def _candidates(rows: tuple[CompiledDeadline, ...], facts: Facts, today: date, place: Place) -> Iterator[_Candidate]:
    """Yield what each row says that may be the first to match; after one that surely matches, no more."""
    for row in rows:
        truth = row.test(facts)
        if truth is False:
            continue
        yield _candidate(row, () if truth is True else truth, facts, today, place)
        if truth is True:
            return


def _open_in_some_region(found: list[_Candidate], facts: Facts, today: date, place: Place) -> bool:
    """Say whether a holiday of a region that was not named would move a last day that has passed."""
    if "region" in facts or place.country is None:
        return False
    for one in found:
        near = one.unrolled is not None and one.row.row.roll != "none" and today - one.unrolled <= _LONGEST_ROLL
        if not near:
            continue
        for region in regions_with_own_holidays(place.country):
            there = Place(place.country, region, place.bank)
            if _candidate(one.row, (), facts, today, there).in_time:
                return True
    return False


def last_day(rows: tuple[CompiledDeadline, ...], facts: Facts, today: date, place: Place) -> Term:
    """Return the last day by the first row that matches; where that is unknown, what all that may match agree on."""
    if not rows:
        return ALWAYS
    found = list(_candidates(rows, facts, today, place))
    if len(found) == 1 and found[0].in_time and not found[0].depends_on:
        only = found[0]
        return Term(only.deadline, only.unrolled, in_time=True, why=(only.why,))
    days = [one.deadline for one in found if one.deadline]
    why = tuple(one.why for one in found if one.why)
    verdicts = {one.in_time for one in found}
    if verdicts == {False} or not found:
        if _open_in_some_region(found, facts, today, place):
            why += ("counted with the holidays of the whole country: in some region it is still open, so name yours",)
        return Term(max(days, default=None), None, in_time=False, why=why)
    ends = [one.unrolled for one in found if one.unrolled]
    if verdicts == {True}:
        return Term(min(days, default=None), min(ends, default=None), in_time=True, why=why)
    missing = tuple(name for one in found for name in (*one.depends_on, *one.missing))
    settled = days[0] if len(found) == 1 and days else None
    return Term(settled, min((end for end in ends if end >= today), default=None), None, missing, why)
