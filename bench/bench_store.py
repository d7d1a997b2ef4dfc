"""The store: how fast it answers with much in it, and what 200 kills leave behind."""

import contextlib
import os
import pwd
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.figures import Figure
from bench.kills import run as run_kills
from unrenew.api.finding import listing
from unrenew.api.homes import Home
from unrenew.model.listings import CaseRow
from unrenew.store.folders import write_about
from unrenew.store.homes import open_home

TITLE = "The person's data: list, add, and 200 kills"
TODAY = date(2026, 10, 31)
OWNERS = ("Ana", "Bo", "Cy", "Di")
LINES = 25_000
CASES = 2_000
KILLS = 200
SHOPS = ("GROCER", "CAFE", "BAKERY", "FUEL", "BOOKS", "PHARMACY", "TRAM", "CINEMA", "GARDEN", "SHOES")
PAID = (
    ("FILMSTREAM", "12.99"),
    ("MUSICBOX", "9.99"),
    ("CLOUDSPACE", "2.99"),
    ("GYM SPORTIF", "29.90"),
    ("NEWSPAPER", "19.90"),
)


def csv_of(owner: str, first: date, days: int, lines: int, *, seed: int) -> str:
    """Return an invented statement as CSV: everyday shopping, and five subscriptions."""
    luck = random.Random(seed)
    rows = ["id,owner,account,booked,description,amount,currency"]
    for number in range(lines):
        on = first + timedelta(days=number * days // lines)
        text = f"{luck.choice(SHOPS)} {luck.randrange(900)}"
        rows.append(f"{owner}-{seed}-{number},{owner},{owner}-1,{on},{text},-{luck.randrange(100, 9000) / 100:.2f},EUR")
    for number, (name, price) in enumerate(PAID):
        for on in (first + timedelta(days=n) for n in range(days)):
            if on.day == 3 + number:
                rows.append(f"{owner}-{seed}-{name}-{on},{owner},{owner}-1,{on},{name},-{price},EUR")
    return "\n".join(rows) + "\n"


def fill(home: Path) -> None:
    """Make a household of four with 100,000 transactions and 2,000 cases."""
    for seed, owner in enumerate(OWNERS):
        path = home.with_name(f"{owner}.csv")
        path.write_text(csv_of(owner, date(2016, 11, 1), 3640, LINES, seed=seed), encoding="utf-8")
        command = [unrenew(), "add", "--home", str(home), "--as-of", TODAY.isoformat(), str(path)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open_home(home) as store, store.writing():
        owner = store.people.find("Ana")
        for number in range(CASES):
            row = CaseRow(
                id=f"c{number:05}", owner="Ana", subscription=f"s{number}", name=f"Case {number}", state="asked"
            )
            store.cases.open(row, owner, "{}")
    with contextlib.suppress(KeyError):
        listing(Home(folder=home, today=TODAY, now=lambda: datetime.now(UTC)))


def unrenew() -> str:
    """Return the program as installed beside this Python."""
    return str(Path(sys.executable).parent / "unrenew")


@contextlib.contextmanager
def server() -> Generator[str | None]:
    """Start a PostgreSQL server for the benchmark alone; None where there is no such program."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="unrenew-pg-"))
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    as_user = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []
    make = [*as_user, str(found[-1] / "initdb"), "-D", str(folder / "data"), "-U", "unrenew", "-A", "trust"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    control = [*as_user, str(found[-1] / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s", "-l", str(folder / "log")]
    options = ["-o", f"-c listen_addresses= -c unix_socket_directories={folder}", "start"]
    subprocess.run([*control, *options], check=True, cwd=folder)
    try:
        yield f"postgresql://unrenew@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


def whole_process(command: list[str]) -> tuple[float, float]:
    """Run a command; return its wall seconds and its processor seconds.

    As a person has it: Python may keep what it compiled (pip compiles while installing, and uv does not).
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def _figure(what: str, goal: str, commands: list[list[str]]) -> Figure:
    """Run the commands; return the median without the first one, which warms up."""
    laps = [whole_process(command) for command in commands][1:]
    wall, processor = (statistics.median(lap[which] for lap in laps) for which in (0, 1))
    value = f"{wall:.2f} s, of it {processor:.2f} s of processor time"
    return Figure(what=what, value=value, goal=goal, command="make bench ARGS=store")


def _times(home: Path, folder: Path, what: str) -> list[Figure]:
    fill(home)
    place = ["--home", str(home), "--as-of", TODAY.isoformat()]
    amount = f"{len(OWNERS) * LINES:,} transactions, {CASES:,} cases, {what}"
    months = [folder / f"month{number}.csv" for number in range(6)]
    for number, path in enumerate(months):
        path.write_text(csv_of("Ana", date(2026, 10, 1), 30, 100, seed=100 + number), encoding="utf-8")
    return [
        _figure(f"`list`, {amount}", "< 0.3 s", [[unrenew(), "list", "--json", *place]] * 10),
        _figure(f"`add` of a month, {amount}", "< 1 s", [[unrenew(), "add", *place, str(path)] for path in months]),
    ]


def _kills(home: Path, what: str) -> Figure:
    found = run_kills(home, KILLS)
    value = ", ".join(f"{number} {name}" for name, number in found.items())
    return Figure(
        what=f"SIGKILL while adding and sealing, {what}",
        value=value,
        goal="0 lost, 0 twice, 0 half",
        command="make bench ARGS=store",
    )


def run() -> list[Figure]:
    """Measure on SQLite, and on PostgreSQL where there is a server program."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name, server() as url:
        folder = Path(name)
        figures += _times(folder / "home", folder, "SQLite")
        figures.append(_kills(folder / "killed", "SQLite"))
        if url is None:
            return [*figures, Figure(what="PostgreSQL", value="no server program here: apt-get install postgresql")]
        killed = folder / "killed-pg"
        killed.mkdir(mode=0o700)
        write_about(killed, {"database": url})
        figures.append(_kills(killed, "PostgreSQL"))
    return figures
