"""Cases and the statements added since to clean stretches and gaps.

Silence proves something only on days that a statement covers. Each stretch therefore names its statement; a day between
two statements is a gap, and is named as one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from unrenew.model.alarms import Alarm, CleanStretch, Gap
from unrenew.model.watched import Covered, Watched

DAY = timedelta(days=1)


def clean_stretches(
    watched: Sequence[Watched], covered: Sequence[Covered], alarms: Sequence[Alarm], *, today: date
) -> tuple[CleanStretch, ...]:
    """Return, for each case, the days after its end that a statement covers and on which nothing was charged."""
    charged: dict[str, set[date]] = {}
    for alarm in alarms:
        if alarm.kind == "charged_after_cancel" and alarm.case is not None:
            charged.setdefault(alarm.case, set()).add(alarm.on)
    return tuple(
        CleanStretch(case=case.case, account=period.account, first_on=first, last_on=last, statement=period.statement)
        for case in watched
        for period in _periods(case, covered)
        for first, last in _without(
            max(period.first_on, _start(case)), min(period.last_on, today), charged.get(case.case, set())
        )
    )


def gaps(watched: Sequence[Watched], covered: Sequence[Covered], *, today: date) -> tuple[Gap, ...]:
    """Return, for each case and account it was paid from, the days since its end between or before its statements.

    Days after the last statement are no gap: their statement has not come yet.
    """
    found: list[Gap] = []
    for case in watched:
        periods = _periods(case, covered)
        for account in sorted({period.account for period in periods} | case.accounts):
            day = _start(case)
            mine = sorted((p.first_on, p.last_on) for p in periods if p.account == account)
            for first, last in mine:
                if first > day and first <= today:
                    found.append(Gap(case=case.case, account=account, first_on=day, last_on=first - DAY))
                day = max(day, last + DAY)
            if not mine and day <= today:
                found.append(Gap(case=case.case, account=account, first_on=day, last_on=today))
    return tuple(found)


def _start(case: Watched) -> date:
    return (case.ends_on or case.cancelled_on) + DAY


def _periods(case: Watched, covered: Iterable[Covered]) -> list[Covered]:
    """Return the statements that tell something: of this owner, of an account it was paid from, since its end."""
    return sorted(
        (
            period
            for period in covered
            if period.owner == case.owner
            and (period.account in case.accounts or not case.accounts)
            and period.last_on >= _start(case)
        ),
        key=lambda period: (period.account, period.first_on, period.last_on, period.statement),
    )


def _without(first: date, last: date, charged: set[date]) -> list[tuple[date, date]]:
    """Return the days from first to last as stretches, without the days on which something was charged."""
    stretches: list[tuple[date, date]] = []
    for day in sorted(day for day in charged if first <= day <= last):
        if first < day:
            stretches.append((first, day - DAY))
        first = day + DAY
    if first <= last:
        stretches.append((first, last))
    return stretches
