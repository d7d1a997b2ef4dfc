"""Notices of what is wrong or due, each once, and the calendar of it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from unrenew.api.finding import EVERYBODY
from unrenew.api.homes import Home
from unrenew.api.watch import WatchRun, watch_store
from unrenew.api.watched import Household
from unrenew.errors import NetError, UsageError
from unrenew.model.alarms import Alarm, DueDate
from unrenew.model.reminders import Reminder, Wishes
from unrenew.watch.reminders import reminders_now, reminders_of

if TYPE_CHECKING:
    from unrenew.store import Store

NOTICES = "notices"
"""The setting under which addresses and wishes are kept."""


class NoticeSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where notices go, and what the person wishes of them."""

    addresses: tuple[str, ...] = ()
    leads: tuple[int, ...] = (14, 3, 0)
    leads_of: dict[str, tuple[int, ...]] = {}
    quiet_weekdays: tuple[int, ...] = ()
    quiet_dates: tuple[date, ...] = ()
    discreet: bool = False

    def wishes(self) -> Wishes:
        """Return the wishes, as watch takes them."""
        return Wishes(
            leads=self.leads,
            leads_of=tuple(sorted(self.leads_of.items())),
            quiet_weekdays=frozenset(self.quiet_weekdays),
            quiet_dates=frozenset(self.quiet_dates),
            discreet=self.discreet,
        )


def notice_settings(home: Home) -> NoticeSettings:
    """Return what the person set up."""
    with home.open() as store:
        return _settings_of(store)


def change_notices(home: Home, change: Callable[[NoticeSettings], NoticeSettings]) -> NoticeSettings:
    """Change what the person set up."""
    with home.open() as store, store.writing():
        changed = change(_settings_of(store))
        store.settings.put(NOTICES, msgspec.to_builtins(changed))
        return changed


def _settings_of(store: "Store") -> NoticeSettings:
    return msgspec.convert(store.settings.all().get(NOTICES) or {}, NoticeSettings)


def calendar(home: Home, *, owner: str | None = EVERYBODY) -> bytes:
    """Return what is due as an iCalendar file."""
    from unrenew.watch.calendars import calendar_of

    with home.open() as store:
        run = watch_store(home, store, owner=owner)
        return calendar_of(run.watching.due, _settings_of(store).wishes(), today=home.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """What went out, and what could not: (title, why)."""

    sent: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


Send = Callable[[str, str, str], None]
MOST_FAILURES = 2


def discreet_addresses(settings: NoticeSettings) -> list[str]:
    """Return the kind and host of each address, without its secrets."""
    from unrenew.net import discreet_address

    return [discreet_address(address) for address in settings.addresses]


def notify(home: Home, send: Send | None = None, *, owner: str | None = EVERYBODY) -> Notified:
    """Send what is new, each thing once, through every address that is set up.

    A notice is written down before it is sent and taken back if the sending fails: after a crash in between it is not
    sent twice, and a failed one is tried again at the next run. An address that fails twice in a row is left alone
    until then, so that a server that hangs costs a minute and not an hour.
    """
    if send is None:
        from unrenew.net import send_notice as send
    with home.open() as store:
        run = watch_store(home, store, owner=owner)
        settings = _settings_of(store)
        if not settings.addresses:
            raise UsageError("no address for notices is set up", hint="See: unrenew notices add --help")
        sent: list[str] = []
        failed: list[tuple[str, str]] = []
        silent: Counter[str] = Counter()
        for key, title, body, kept in _news(run, settings.wishes(), today=home.today):
            for address in settings.addresses:
                if silent[address] >= MOST_FAILURES:
                    failed.append((title, "left for the next run, since this address failed before"))
                    continue
                one = f"{key}@{hashlib.sha256(address.encode()).hexdigest()[:12]}"  # it holds secrets
                if not store.settings.note_notice(kept.owner, one, home.now(), {"title": title}):
                    continue
                try:
                    send(address, title, body)
                except NetError as error:
                    store.settings.drop_notice(kept.owner, one)
                    failed.append((title, str(error)))
                    silent[address] += 1
                else:
                    sent.append(title)
                    del silent[address]
    return Notified(sent=tuple(sent), failed=tuple(failed))


def _news(run: WatchRun, wishes: Wishes, *, today: date) -> Iterable[tuple[str, str, str, Household]]:
    """Yield what is worth a notice: key, title, text, whose. News waits on a quiet day; a last day does not."""
    for kept in run.households:
        for alarm in run.watching.alarms:
            if alarm.owner == kept.owner.name and alarm.kind not in REMINDED and not wishes.is_quiet(today):
                yield alarm.id, *alarm_words(alarm, wishes), kept
        mine = [due for due in run.watching.due if due.owner == kept.owner.name]
        for reminder in reminders_now(reminders_of(mine, wishes), set(), today=today, wishes=wishes):
            yield reminder.id, *reminder_words(reminder, wishes), kept


REMINDED = frozenset({"renewal_due", "cancel_by", "trial_ending"})
"""Alarms that come as reminders, at their lead times."""

ALARM_TITLES = {
    "charged_after_cancel": "Charged after you cancelled",
    "price_rise": "The price went up",
    "trial_ending": "A trial is about to cost",
    "renewal_due": "About to renew",
    "cancel_by": "Last day to cancel",
    "refund_late": "A refund is late",
    "refund_seen": "A refund came",
    "duplicate_plan": "Two that cover the same",
    "unexpected_provider": "A charge that cannot be right",
}


def alarm_words(alarm: Alarm, wishes: Wishes) -> tuple[str, str]:
    """Return the title and the text of a notice of an alarm."""
    title = ALARM_TITLES[alarm.kind]
    if wishes.discreet:
        return title, "See: unrenew watch"
    money = "" if alarm.money is None else f", {alarm.money}"
    return title, f"{alarm.name}{money}, {alarm.on.isoformat()}. {'; '.join(alarm.why)}"


def reminder_words(reminder: Reminder, wishes: Wishes) -> tuple[str, str]:
    """Return the title and the text of a reminder."""
    from unrenew.watch.calendars import title_of

    due: DueDate = reminder.due
    title = f"{title_of(due.what)}: {due.on.isoformat()}"
    if wishes.discreet:
        return title, "See: unrenew watch"
    money = "" if due.money is None else f", {due.money}"
    return title, "\n".join((f"{due.name}{money}", *due.why))
