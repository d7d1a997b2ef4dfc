"""`unrenew notices`: where notices go, when, and how far each one came."""

from datetime import date
from typing import TYPE_CHECKING

import click

from unrenew.cli.counts import counted
from unrenew.cli.homes import home_of
from unrenew.cli.options import Commands, Settings, common_options, finish, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unrenew.api.notices import NoticeSettings
    from unrenew.model.notices import Delivery

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_DAYS = 3660
"""Days before: ten years are further ahead than any plan runs."""


@click.group(cls=Commands, default="list")
def notices() -> None:
    """Where notices go, and how many you want. Alone: list.

    Example: unrenew notices add ntfys://ntfy.example/my-secret-topic
    """


@notices.command("add")
@click.argument("address")
@common_options
def notices_add(settings: Settings, address: str) -> None:
    """Add an ADDRESS in the form of Apprise: mail, ntfy, Gotify, Telegram, Matrix and others.

    Example: unrenew notices add "mailtos://me:secret@mail.example?to=me@example.org"
    """
    import msgspec

    from unrenew.api.notices import change_notices

    changed = change_notices(
        home_of(settings),
        lambda now: msgspec.structs.replace(now, addresses=tuple(dict.fromkeys((*now.addresses, address)))),
    )
    _told(settings, changed)


@notices.command("remove")
@click.argument("number", type=int)
@common_options
def notices_remove(settings: Settings, number: int) -> None:
    """Remove the address with this NUMBER in `unrenew notices list`.

    Example: unrenew notices remove 1
    """
    import msgspec

    from unrenew.api.notices import change_notices
    from unrenew.errors import UsageError

    def without(now: "NoticeSettings") -> "NoticeSettings":
        if not 1 <= number <= len(now.addresses):
            raise UsageError(f"there is no address {number}", hint="See: unrenew notices list")
        left = (*now.addresses[: number - 1], *now.addresses[number:])
        return msgspec.structs.replace(now, addresses=left)

    _told(settings, change_notices(home_of(settings), without))


@notices.command("set")
@click.option("--leads", metavar="DAYS", help="Days before a due day, such as 30,7,1.")
@click.option("--leads-of", nargs=2, metavar="NAME DAYS", help="The same for one subscription.")
@click.option("--quiet-weekdays", metavar="DAYS", help="No notices on these, such as sat,sun ('' for none).")
@click.option("--quiet-dates", metavar="DATES", help="Nor on these, such as 2026-12-24,2026-12-25 ('' for none).")
@click.option("--discreet/--plain", default=None, help="Name no merchant and no amount.")
@common_options
def notices_set(
    settings: Settings,
    leads: str | None,
    leads_of: tuple[str, str] | None,
    quiet_weekdays: str | None,
    quiet_dates: str | None,
    *,
    discreet: bool | None,
) -> None:
    """Change when notices come and how much they say.

    Example: unrenew notices set --leads 30,7,1 --quiet-weekdays sat,sun --discreet
    """
    import msgspec

    from unrenew.api.notices import change_notices
    from unrenew.api.subscriptions import show

    home = home_of(settings)
    changes: dict[str, object] = {}
    if leads is not None:
        changes["leads"] = _days(leads)
    if quiet_weekdays is not None:
        changes["quiet_weekdays"] = _weekdays(quiet_weekdays)
    if quiet_dates is not None:
        changes["quiet_dates"] = _dates(quiet_dates)
    if discreet is not None:
        changes["discreet"] = discreet
    one = (str(show(home, leads_of[0])["id"]), _days(leads_of[1])) if leads_of else None

    def change(now: "NoticeSettings") -> "NoticeSettings":
        both = {**now.leads_of, one[0]: one[1]} if one else now.leads_of
        return msgspec.structs.replace(now, leads_of=both, **changes)

    _told(settings, change_notices(home, change))


@notices.command("list")
@common_options
def notices_list(settings: Settings) -> None:
    """Show where notices go (without the secrets), what you set, and what is not sent or perhaps was sent twice.

    Exit status 1 if a notice failed, was never sent, or nobody knows whether it arrived.

    Example: unrenew notices list
    """
    from unrenew.api.notices import notice_settings, standing_of

    home = home_of(settings)
    standing = standing_of(home)
    _told(settings, notice_settings(home), standing)
    finish(problems=any(one.state in ("failed", "unsure", "missed") for one in standing))


@notices.command("again")
@click.argument("mark", default="")
@common_options
def notices_again(settings: Settings, mark: str) -> None:
    """Let the notices that nobody answered for be sent once more: all, or the one with this MARK.

    A notice that was handed over three times without an answer is not sent again by itself: perhaps it arrived.

    Example: unrenew notices again
    """
    from unrenew.api.notices import send_again

    titles = send_again(home_of(settings), mark)
    _resolved(settings, "again", titles, "to be sent once more, with: unrenew watch --notify")


@notices.command("arrived")
@click.argument("mark", default="")
@common_options
def notices_arrived(settings: Settings, mark: str) -> None:
    """Say that the notices that nobody answered for did arrive: all, or the one with this MARK.

    Example: unrenew notices arrived
    """
    from unrenew.api.notices import keep_arrived

    _resolved(settings, "arrived", keep_arrived(home_of(settings), mark), "arrived, as you say")


def _resolved(settings: Settings, what: str, titles: "Sequence[str]", words: str) -> None:
    if settings.as_json:
        print_json({what: titles})
    else:
        click.echo(f"{counted(len(titles), 'notice')} {words}")


def _told(settings: Settings, now: "NoticeSettings", standing: "Sequence[Delivery]" = ()) -> None:
    from unrenew.api.notices import discreet_addresses

    addresses = discreet_addresses(now)
    if settings.as_json:
        print_json(_json(now, addresses, standing))
        return
    for number, address in enumerate(addresses, 1):
        click.echo(f"{number}. {address}")
    if not addresses:
        click.echo("No address yet.")
    click.echo(f"Days before: {', '.join(map(str, now.leads))}")
    for one, leads in now.leads_of.items():
        click.echo(f"For {one}: {', '.join(map(str, leads)) or 'none'}")
    if now.quiet_dates:
        click.echo(f"Quiet on: {', '.join(day.isoformat() for day in now.quiet_dates)}")
    if now.quiet_weekdays:
        click.echo(f"Quiet on: {', '.join(WEEKDAYS[day] for day in now.quiet_weekdays)}")
    click.echo("Names no merchant and no amount." if now.discreet else "Names merchant and amount.")
    _show_standing(now, standing)


def _json(now: "NoticeSettings", addresses: "Sequence[str]", standing: "Iterable[Delivery]") -> dict[str, object]:
    from unrenew.api.notices import address_of

    return {
        "addresses": addresses,
        "leads": now.leads,
        "leads_of": now.leads_of,
        "quiet_weekdays": [WEEKDAYS[day] for day in now.quiet_weekdays],
        "quiet_dates": [day.isoformat() for day in now.quiet_dates],
        "discreet": now.discreet,
        "notices": [
            {
                "mark": one.mark,
                "title": one.title,
                "address": address_of(one, now),
                "state": one.state,
                "tries": one.tries,
                "unsure": one.unsure,
                "rests": one.rests,
                "tried_at": one.tried_at and one.tried_at.isoformat(),
                "until": one.until and one.until.isoformat(),
                "reason": one.reason,
            }
            for one in standing
        ],
    }


def _show_standing(now: "NoticeSettings", standing: "Iterable[Delivery]") -> None:
    """Print each notice that is not sent, or perhaps was sent twice, with why and what becomes of it."""
    from unrenew.api.notices import address_of
    from unrenew.cli.tables import plain, say

    for one in standing:
        click.echo()
        click.secho(f"{plain(one.title)} [{one.mark}]", bold=True)
        tried = f", tried {one.tried_at.date().isoformat()}" if one.tried_at else ""
        say(f"through {address_of(one, now)}{tried}", first="    ")
        say(plain(_how_far(one)), first="    ")


def _how_far(one: "Delivery") -> str:
    """Return in words how far a notice came."""
    why = f" ({one.reason})" if one.reason else ""
    if one.rests:
        return f"perhaps it arrived{why}. If not: `unrenew notices again`; if so: unrenew notices arrived"
    passed = "perhaps it arrived" if one.unsure else "it was never sent"
    return {
        "planned": "waits for the next run",
        "taken": "being sent just now, or stopped before anything left",
        "handed": "being sent just now, or cut off while it was",
        "failed": f"failed, {counted(one.tries, 'try', 'tries')}{why}; tried again at the next run",
        "unsure": f"perhaps it arrived{why}; sent once more at the next run, and marked",
        "sent": "sent, perhaps more than once",
        "missed": f"its day has passed, {passed}{why}",
        "dropped": f"perhaps it arrived; no longer needed{why}",
    }[one.state]


def _days(text: str) -> tuple[int, ...]:
    try:
        days = tuple(sorted({int(part) for part in text.split(",") if part.strip()}, reverse=True))
    except ValueError as error:
        raise click.BadParameter(f"days separated by commas are needed, such as 30,7,1, not {text!r}") from error
    if any(not 0 <= day <= MOST_DAYS for day in days):
        raise click.BadParameter(f"days before lie between 0 and {MOST_DAYS}")
    return days


def _dates(text: str) -> tuple[date, ...]:
    try:
        return tuple(sorted({date.fromisoformat(part.strip()) for part in text.split(",") if part.strip()}))
    except ValueError as error:
        raise click.BadParameter(f"days such as 2026-12-24, separated by commas, are needed, not {text!r}") from error


def _weekdays(text: str) -> tuple[int, ...]:
    names = [part.strip().lower()[:3] for part in text.split(",") if part.strip()]
    unknown = [name for name in names if name not in WEEKDAYS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is no weekday; known are {', '.join(WEEKDAYS)}")
    days = tuple(sorted({WEEKDAYS.index(name) for name in names}))
    if len(days) == len(WEEKDAYS):
        raise click.BadParameter("one day a week must be left on which notices may go out")
    return days
