"""Notices of what is wrong or due, each once, and the calendar of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from unrenew.api.deliveries import News, Notified, Send, address_mark, deliver
from unrenew.api.finding import EVERYBODY
from unrenew.api.homes import Home
from unrenew.api.watch import WatchRun, watch_store
from unrenew.errors import NotFoundError, UsageError
from unrenew.model.alarms import Alarm, DueDate
from unrenew.model.notices import Delivery, DeliveryState
from unrenew.model.reminders import Reminder, Wishes
from unrenew.watch.reminders import reminders_current, reminders_of, spoken_on, waits

if TYPE_CHECKING:
    from unrenew.store import Store

NOTICES = "notices"
"""The setting under which addresses and wishes are kept."""
SHOWN_DAYS = 30
"""So long a notice that is over is shown, where something was wrong with it."""


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


def discreet_addresses(settings: NoticeSettings) -> list[str]:
    """Return the kind and host of each address, without its secrets."""
    from unrenew.net import discreet_address

    return [discreet_address(address) for address in settings.addresses]


def address_of(delivery: Delivery, settings: NoticeSettings) -> str:
    """Return the kind and host of the address that a delivery goes through."""
    from unrenew.net import discreet_address

    found = (one for one in settings.addresses if address_mark(one) == delivery.address)
    return next(map(discreet_address, found), "an address that was removed")


def notify(home: Home, send: Send | None = None, *, owner: str | None = EVERYBODY) -> Notified:
    """Send what is new, each thing once, through every address that is set up."""
    if send is None:
        from unrenew.net import send_notice as send
    with home.open() as store:
        run = watch_store(home, store, owner=owner)
        settings = _settings_of(store)
        if not settings.addresses:
            raise UsageError("no address for notices is set up", hint="See: unrenew notices add --help")
        people = [kept.owner for kept in run.households]
        news = tuple(news_of(run, settings.wishes(), today=home.today))
        return deliver(home, store, people, news, settings.addresses, send)


def news_of(run: WatchRun, wishes: Wishes, *, today: date) -> Iterable[News]:
    """Yield what is worth a notice. News waits on a quiet day, and so does a reminder that is not too late then."""
    is_quiet = spoken_on(today, wishes) > today
    for kept in run.households:
        for alarm in run.watching.alarms:
            if alarm.owner == kept.owner.name and alarm.kind not in REMINDED:
                title, text = alarm_words(alarm, wishes)
                yield News(id=alarm.id, owner=kept.owner, title=title, text=text, waits=is_quiet)
        mine = [due for due in run.watching.due if due.owner == kept.owner.name]
        for reminder in reminders_current(reminders_of(mine, wishes), today=today):
            title, text = reminder_words(reminder, wishes)
            yield News(
                id=reminder.id,
                owner=kept.owner,
                title=title,
                text=text,
                until=reminder.due.on,
                waits=waits(reminder, today=today, wishes=wishes),
            )


def standing_of(home: Home, *, owner: str | None = EVERYBODY) -> tuple[Delivery, ...]:
    """Return the notices that the person should know of: not sent, perhaps sent twice, or never sent in time.

    What is over is left out after `SHOWN_DAYS`.
    """
    since = home.today - timedelta(days=SHOWN_DAYS)
    with home.open() as store:
        one = None if owner == EVERYBODY else store.people.find(owner)
        return tuple(found for found in store.notices.all(one) if _is_worth_showing(found, since))


def _is_worth_showing(delivery: Delivery, since: date) -> bool:
    last = delivery.sent_at or delivery.tried_at or delivery.planned_at
    if delivery.state in ("sent", "dropped"):
        return delivery.unsure > 0 and last.date() >= since
    return delivery.state != "missed" or (delivery.until or last.date()) >= since


def send_again(home: Home, mark: str = "") -> tuple[str, ...]:
    """Let what was handed over and never answered for be sent once more, at the next run; return the titles."""
    return _resolved(home, "planned", mark)


def keep_arrived(home: Home, mark: str = "") -> tuple[str, ...]:
    """Keep that what was never answered for has arrived, as the person says; return the titles."""
    return _resolved(home, "sent", mark)


def _resolved(home: Home, state: DeliveryState, mark: str) -> tuple[str, ...]:
    with home.open() as store:
        found = store.notices.resolve(state, mark)
    if mark and not found:
        raise NotFoundError(f"no notice {mark!r} waits for a word from you", hint="See: unrenew notices")
    return tuple(one.title for one in found)


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
