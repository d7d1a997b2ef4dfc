"""What should not be there any more, what is due, and the notices of both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from unrenew.api.cancelling import listed
from unrenew.api.finding import EVERYBODY, listing_of
from unrenew.api.homes import Home
from unrenew.api.rights import rights_of
from unrenew.api.watched import Household, household
from unrenew.errors import NotFoundError, UsageError
from unrenew.model.alarms import Alarm, Watching
from unrenew.model.remedies import Remedy, RightsCase
from unrenew.model.values import decimal_text
from unrenew.watch.charges import unexpected_charges
from unrenew.watch.dates import due_dates
from unrenew.watch.disputes import Payment, facts_of
from unrenew.watch.notable import duplicate_plans, price_rises, renewals_due, trials_ending, unexpected_sellers
from unrenew.watch.refunds import refund_alarms
from unrenew.watch.silence import clean_stretches, gaps

if TYPE_CHECKING:
    from unrenew.directory import Directory
    from unrenew.store import Store

WRONG = frozenset({"charged_after_cancel", "unexpected_provider"})
"""Kinds of alarm that say that something is wrong, rather than due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchRun:
    """What one run found, and what it knows beside: remedies of each alarm, alarms that the person settled."""

    watching: Watching
    remedies: Mapping[str, tuple[Remedy, ...]] = field(default_factory=dict[str, tuple[Remedy, ...]])
    households: tuple[Household, ...] = ()
    settled: int = 0


def watch(home: Home, *, owner: str | None = EVERYBODY) -> WatchRun:
    """Hold what is kept against what should be: alarms, clean stretches, gaps, and what is due."""
    with home.open() as store:
        return watch_store(home, store, owner=owner)


def watch_store(home: Home, store: "Store", *, owner: str | None = EVERYBODY) -> WatchRun:
    """Do the same with a store that is open."""
    from unrenew.directory import Directory
    from unrenew.facts import load_facts

    directory = Directory(load_facts().providers)
    country = home.country or store.settings.all().get("country")
    people = [person for person in store.people.owners() if owner in (EVERYBODY, person.name)]
    runs: list[WatchRun] = []
    for person in people:
        docs = listed(listing_of(home, store, owner=person.name), today=home.today, directory=directory)
        kept = household(store, person, docs, directory, country=country)
        runs.append(_look(kept, store, directory, today=home.today))
    return _together(runs)


def _look(kept: Household, store: "Store", directory: "Directory", *, today: date) -> WatchRun:
    known, country = directory.providers.values(), kept.country
    found = [
        *unexpected_charges(kept.watched, kept.transactions, today=today),
        *refund_alarms((*kept.watched, *kept.owed), kept.transactions, today=today),
        *unexpected_sellers(kept.transactions, known, kept.held, country=country, today=today),
        *price_rises(kept.held, today=today),
        *trials_ending(kept.held, today=today),
        *renewals_due(kept.held, today=today),
        *duplicate_plans(kept.held, today=today),
    ]
    settled = store.settings.settled(kept.owner)
    open_alarms = [alarm for alarm in found if alarm.id not in settled]
    remedies = {alarm.id: remedies_of(kept, alarm, today=today) for alarm in open_alarms if alarm.kind in WRONG}
    alarms = tuple(replace(alarm, remedies=_open_rules(remedies.get(alarm.id, ()))) for alarm in open_alarms)
    last_days = [
        (alarm, remedy.deadline)
        for alarm in alarms
        for remedy in remedies.get(alarm.id, ())
        if remedy.status == "open" and remedy.kind in ("refund", "dispute") and remedy.deadline is not None
    ]
    return WatchRun(
        watching=Watching(
            alarms=tuple(sorted(alarms, key=lambda alarm: (alarm.kind not in WRONG, alarm.on, alarm.id))),
            clean=clean_stretches(kept.watched, kept.covered, found, today=today),
            gaps=gaps(kept.watched, kept.covered, today=today),
            due=due_dates(kept.cases, kept.held, last_days, today=today),
        ),
        remedies=remedies,
        households=(kept,),
        settled=len(found) - len(open_alarms),
    )


def _open_rules(remedies: Iterable[Remedy]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(remedy.rule for remedy in remedies if remedy.status == "open" and remedy.kind != "duty"))


def remedies_of(kept: Household, alarm: Alarm, *, today: date, paid_by: str | None = None) -> tuple[Remedy, ...]:
    """Return the remedies against one charge, with all that its booking and its case tell."""
    watched = next((case for case in kept.watched if case.case == alarm.case), None)
    if watched is None or alarm.money is None:
        return ()
    facts = facts_of(alarm, watched, payment_of(kept, alarm, paid_by=paid_by), today=today)
    return rights_of(msgspec.convert(facts, RightsCase), today=today).remedies


def payment_of(kept: Household, alarm: Alarm, *, paid_by: str | None = None) -> Payment:
    """Return the booking of an alarm's charge."""
    import polars as pl

    rows = kept.transactions.filter(pl.col("id").is_in(list(alarm.transactions)))
    columns = ("descriptor", "account", "mandate_id", "creditor_id")
    for descriptor, account, mandate, creditor in rows.select(columns).iter_rows():
        return Payment(
            descriptor=descriptor or "",
            account=account or "",
            mandate_id=mandate,
            creditor_id=creditor,
            method=paid_by,
        )
    return Payment(descriptor=alarm.name, method=paid_by)


def _together(runs: Sequence[WatchRun]) -> WatchRun:
    return WatchRun(
        watching=Watching(
            alarms=tuple(alarm for run in runs for alarm in run.watching.alarms),
            clean=tuple(stretch for run in runs for stretch in run.watching.clean),
            gaps=tuple(gap for run in runs for gap in run.watching.gaps),
            due=tuple(sorted((due for run in runs for due in run.watching.due), key=lambda due: (due.on, due.id))),
        ),
        remedies={alarm: remedies for run in runs for alarm, remedies in run.remedies.items()},
        households=tuple(kept for run in runs for kept in run.households),
        settled=sum(run.settled for run in runs),
    )


def watch_json(run: WatchRun) -> dict[str, Any]:
    """Return a run as `watch --json` prints it."""
    found = run.watching
    return {
        "alarms": [_alarm_json(alarm) for alarm in found.alarms],
        "clean": [
            {
                "case": stretch.case,
                "from": stretch.first_on.isoformat(),
                "to": stretch.last_on.isoformat(),
                "statement": stretch.statement,
            }
            for stretch in found.clean
        ],
        "gaps": [
            {"case": gap.case, "account": gap.account, "from": gap.first_on.isoformat(), "to": gap.last_on.isoformat()}
            for gap in found.gaps
        ],
        "due": [
            {"on": due.on.isoformat(), "what": due.what, "subscription": due.subscription, "case": due.case}
            for due in found.due
        ],
    }


def _alarm_json(alarm: Alarm) -> dict[str, Any]:
    return {
        "id": alarm.id,
        "kind": alarm.kind,
        "name": alarm.name,
        "owner": alarm.owner,
        "subscription": alarm.subscription,
        "case": alarm.case,
        "transaction": alarm.transactions[0] if alarm.transactions else None,
        "on": alarm.on.isoformat(),
        "amount": None if alarm.money is None else decimal_text(alarm.money.amount),
        "currency": None if alarm.money is None else alarm.money.currency,
        "confidence": alarm.confidence,
        "why": list(alarm.why),
        "remedies": list(alarm.remedies),
    }


def settle_alarm(home: Home, alarm: str, how: str, *, owner: str | None = EVERYBODY) -> Alarm:
    """Keep that an alarm is all right (or dealt with); it is not raised again. Raises NotFoundError."""
    with home.open() as store, store.writing():
        run = watch_store(home, store, owner=owner)
        found, kept = find_alarm(run, alarm)
        store.settings.settle(kept.owner, found.id, home.now(), how)
    return found


def find_alarm(run: WatchRun, alarm: str) -> tuple[Alarm, Household]:
    """Return the alarm that an id, or the beginning of one, means, with its household."""
    found = [one for one in run.watching.alarms if alarm and one.id.startswith(alarm)]
    if len(found) > 1:
        raise UsageError(f"{len(found)} alarms begin with {alarm!r}", hint="Give more of the id")
    if not found:
        raise NotFoundError(f"there is no alarm {alarm!r}", hint="See: unrenew watch")
    kept = next(kept for kept in run.households if kept.owner.name == found[0].owner)
    return found[0], kept
