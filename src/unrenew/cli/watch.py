"""`unrenew watch`, `unrenew calendar`: what should not be, what is due."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unrenew.cli.counts import counted
from unrenew.cli.homes import home_of, owner_option
from unrenew.cli.options import Settings, common_options, finish, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unrenew.api.homes import Home
    from unrenew.api.watch import WatchRun
    from unrenew.model.alarms import Alarm

STILL_WRITTEN_SECONDS = 10
"""A file changed within this time may still be written; it waits until the next run."""
UNFINISHED = frozenset({".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart"})
"""How browsers and copying programs call a file until it is whole."""
NEVER_TRIED = "its address had failed before its turn came"


@click.command()
@click.option(
    "--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help="First add the statements in here."
)
@click.option("--notify", "notices", is_flag=True, help="Send what is new through your addresses (opens connections).")
@click.option("--seal", is_flag=True, help="Seal the silence that statements show into each case, as evidence.")
@click.option("--settle", metavar="ID", help="This alarm is all right, or dealt with: do not raise it again.")
@click.option("--because", default="settled", metavar="TEXT", help="With --settle: why.")
@owner_option
@common_options
def watch(  # noqa: PLR0913  # an argument for each option
    settings: Settings,
    folder: Path | None,
    settle: str | None,
    because: str,
    owner: str | None,
    *,
    notices: bool,
    seal: bool,
) -> None:
    """Hold the statements against what should be: charges after cancelling, rises, trials, refunds, silence.

    Exit status 1 if something is wrong: charged after cancelling, or by a seller that cannot be. Opens no connection,
    unless --notify is given.

    Example: unrenew watch --folder ~/Statements
    """
    from unrenew.api.finding import EVERYBODY
    from unrenew.api.watch import WRONG, settle_alarm, watch_json
    from unrenew.api.watch import watch as look

    home, whose = home_of(settings), owner or EVERYBODY
    if settle is not None:
        alarm = settle_alarm(home, settle, because, owner=whose)
        click.echo(f"Settled: {alarm.name}, {alarm.on.isoformat()}", err=settings.as_json)
    problems = add_folder(home, folder, owner) if folder is not None else []
    run = look(home, owner=whose)
    if settings.as_json:
        print_json(watch_json(run))
    else:
        show_run(run)
    for problem in problems:
        click.echo(f"unrenew: {problem}", err=True)
    if seal:
        say_sealed(home, whose)
    if notices:
        problems += send_notices(home, whose)
    finish(problems=bool(problems) or any(alarm.kind in WRONG for alarm in run.watching.alarms))


def add_folder(home: "Home", folder: Path, owner: str | None) -> list[str]:
    """Add the files that lie in a folder and are no longer being written; return what went wrong, in words."""
    from unrenew.api.adding import add

    files = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(".")]
    waits = {path: why for path in files if (why := _still_written(path, time.time()))}
    done = add(home, [path for path in files if path not in waits], owner=owner)
    waiting = [f"{path.name}: {why}, waits until the next run" for path, why in waits.items()]
    wrong = [
        f"{Path(file.path).name}: {problem.what}"
        for file in done.files
        for problem in file.problems
        if file.outcome == "wrong"
    ]
    return [*wrong, *waiting]


def _still_written(path: Path, now: float) -> str:
    """Return why a file may still be written; nothing where it is whole, as far as one can tell."""
    if path.suffix.lower() in UNFINISHED or path.name.endswith("~"):
        return "a download that is not finished"
    try:
        age = now - path.stat().st_mtime
    except OSError:
        return "cannot be looked at"
    return "changed a moment ago" if -STILL_WRITTEN_SECONDS < age < STILL_WRITTEN_SECONDS else ""


def say_sealed(home: "Home", owner: str) -> None:
    """Seal the silence of each case; say what is new of it."""
    from unrenew.api.silences import seal_silence

    for item in seal_silence(home, owner=owner):
        click.echo(f"Sealed: case {item.case}, {item.says}", err=True)


def send_notices(home: "Home", owner: str) -> list[str]:
    """Send what is new; say what could not be sent."""
    from unrenew.api.notices import notify

    done = notify(home, owner=owner)
    for title in done.sent:
        click.echo(f"Notice sent: {title}", err=True)
    for title in done.again:
        click.echo(f"Notice sent, perhaps a second time: {title}", err=True)
    wrong = [f"notice not sent, tried again next time: {title}: {why}" for title, why in done.failed]
    wrong += [f"notice never sent, its day has passed: {title}: {why or NEVER_TRIED}" for title, why in done.missed]
    wrong += [f"nobody knows whether this notice arrived: {title}. See: unrenew notices" for title in done.resting]
    for line in wrong:
        click.echo(f"unrenew: {line}", err=True)
    return wrong


def show_run(run: "WatchRun") -> None:
    """Print a run for people: what is wrong, what is worth knowing, the silence, what is due."""
    from unrenew.api.watch import WRONG

    found = run.watching
    wrong = [alarm for alarm in found.alarms if alarm.kind in WRONG]
    show_alarms(wrong, run)
    show_alarms([alarm for alarm in found.alarms if alarm.kind not in WRONG], run)
    for stretch in found.clean:
        days = f"{stretch.first_on.isoformat()} to {stretch.last_on.isoformat()}"
        click.echo(f"Clean: case {stretch.case}, {days}, no charge in {Path(stretch.statement).name}")
    for gap in found.gaps:
        days = f"{gap.first_on.isoformat()} to {gap.last_on.isoformat()}"
        click.echo(f"Not covered: case {gap.case}, {days}: no statement of {gap.account or 'the account'}")
    if found.due:
        from unrenew.cli.tables import print_table
        from unrenew.watch.calendars import title_of

        click.echo()
        rows = [(due.on.isoformat(), title_of(due.what), due.name, due.case or "") for due in found.due[:20]]
        print_table(("on", "what", "for", "case"), rows)
    if not found.alarms:
        click.echo("Nothing that should not be there.")


def show_alarms(alarms: "Sequence[Alarm]", run: "WatchRun") -> None:
    """Print alarms one below the other, with why, and which remedy is open until when."""
    from unrenew.api.notices import ALARM_TITLES
    from unrenew.cli.tables import plain, say

    for alarm in alarms:
        money = f", {alarm.money}" if alarm.money is not None else ""
        click.secho(f"{ALARM_TITLES[alarm.kind]}: {plain(alarm.name)}{money}, {alarm.on.isoformat()}", bold=True)
        for line in alarm.why:
            say(plain(line), first="    ")
        for remedy in run.remedies.get(alarm.id, ()):
            if remedy.rule in alarm.remedies:
                until = f" until {remedy.deadline.isoformat()}" if remedy.deadline else ""
                say(f"open{until}: {remedy.title or remedy.rule} [{remedy.rule}]", first="    ", rest="      ")
        if alarm.kind == "charged_after_cancel":
            click.echo(f"    a draft for your bank: unrenew dispute {alarm.id[:8]} --paid-by …")
        click.echo(f"    how sure: {alarm.confidence:.0%}; all right? unrenew watch --settle {alarm.id[:8]}")
        click.echo()


@click.command()
@click.argument("file", default="-", type=click.Path(path_type=Path, dir_okay=False))
@owner_option
@common_options
def calendar(settings: Settings, file: Path, owner: str | None) -> None:
    """Write what is due as an iCalendar FILE, or to standard output.

    Whole days, alarms at your lead times; importing it again changes nothing.

    Example: unrenew calendar due.ics
    """
    from unrenew.api.finding import EVERYBODY
    from unrenew.api.notices import calendar as calendar_bytes

    data = calendar_bytes(home_of(settings), owner=owner or EVERYBODY)
    if str(file) == "-":
        click.echo(data, nl=False)
        return
    file.write_bytes(data)
    if settings.as_json:
        print_json({"file": str(file), "events": data.count(b"BEGIN:VEVENT")})
    else:
        click.echo(f"{counted(data.count(b'BEGIN:VEVENT'), 'due day')} in {file}")
