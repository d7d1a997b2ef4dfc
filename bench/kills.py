"""Kills a program at random moments, and looks at what it left behind.

A child adds statements and seals evidence, and writes down after each that it is done. It is killed (SIGKILL) after a
random time; another child goes on where the files say. In the end every line and every item is there once, whole.
"""

import hashlib
import io
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from unrenew.model.listings import CaseRow
from unrenew.model.statements import Statement
from unrenew.store.homes import DatabaseStore, open_home
from unrenew.transactions import from_rows

LINES = 40
AT = datetime(2026, 11, 1, tzinfo=UTC)
CASE = CaseRow(id="c1", owner=None, subscription=None, name="Case", state="considering")


def statement(number: int) -> Statement:
    """Return statement number N; half of its lines stand in the one before as well."""
    first = date(2000, 1, 1) + timedelta(days=number * LINES // 2)
    rows = [
        {"account": "A", "id": f"{day.isoformat()}", "booked_on": day, "amount": Decimal(-day.day), "currency": "EUR"}
        | {"descriptor": f"SHOP {day.toordinal()}", "source_place": f"line {place}", "source_file": f"{number}.csv"}
        for place, day in enumerate(first + timedelta(days=n) for n in range(LINES))
    ]
    table = from_rows(rows)
    return Statement(path=f"{number}.csv", format="csv", encoding="utf-8", transactions=table, rows=LINES)


def item(number: int) -> bytes:
    """Return evidence number N: three pieces long."""
    return hashlib.sha256(str(number).encode()).digest() * 80_000


def work(home: Path, diary: Path, until: int) -> None:
    """Add and seal, from where the store stands, and write into the diary what is surely kept."""
    with open_home(home) as store:
        if not store.cases.all():
            store.cases.open(CASE, store.people.ensure(None), "1")
        with diary.open("a", encoding="utf-8") as done:
            while len(store.statements.files()) < until or len(store.evidence.items("c1")) < until:
                _one(store)
                files, items = len(store.statements.files()), len(store.evidence.items("c1"))
                done.write(f"{files} {items}\n")
                done.flush()


def _one(store: DatabaseStore) -> None:
    number = len(store.statements.files())
    store.statements.add(statement(number), sha256=f"{number:064}", owner=None, at=AT)
    number = len(store.evidence.items("c1")) + 1
    with store.writing(), store.evidence.receive(io.BytesIO(item(number))) as content:
        store.evidence.put("c1", number, content, str(number))
        store.cases.append_event(CASE, len(store.cases.events("c1")) + 1, f"sealed {number}")


def run(home: Path, kills: int, *, seed: int = 7) -> dict[str, int]:
    """Kill so many children; return what was found. Every count of damage must be 0."""
    luck = random.Random(seed)
    diary, killed, promised = home.with_suffix(".diary"), 0, (0, 0)
    damage = {"lost": 0, "twice": 0, "half": 0}
    while killed < kills:
        command = [sys.executable, "-m", "bench.kills", str(home), str(diary), "100000"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent.parent) as child:
            _wait_for_start(child, diary, luck)
            child.send_signal(signal.SIGKILL)
            killed += 1
        if diary.exists():
            last = [line.split() for line in diary.read_text(encoding="utf-8").splitlines() if line.count(" ") == 1]
            promised = (int(last[-1][0]), int(last[-1][1])) if last else promised
        for kind, count in look(home, promised).items():
            damage[kind] += count
    return damage | {"kills": killed, "statements": promised[0], "items": promised[1]}


def _wait_for_start(child: subprocess.Popen[bytes], diary: Path, luck: random.Random) -> None:
    """Wait until the child works, for most kills; some come while it still starts."""
    if luck.random() < 0.8:
        size = diary.stat().st_size if diary.exists() else 0
        for _ in range(2000):
            if child.poll() is not None or (diary.exists() and diary.stat().st_size > size):
                break
            time.sleep(0.01)
        time.sleep(luck.random() * 0.25)
    else:
        time.sleep(luck.random() * 1.5)


def look(home: Path, promised: tuple[int, int]) -> dict[str, int]:
    """Count what is lost, there twice, or half."""
    with open_home(home) as store:
        files = store.statements.files()
        ids = store.statements.transactions()["id"].to_list()
        wanted = {row for number in range(len(files)) for row in statement(number).transactions["id"].to_list()}
        lost = len(wanted - set(ids)) + max(0, promised[0] - len(files))
        twice = len(ids) - len(set(ids)) + len(files) - len({file.sha256 for file in files})
        half = len(set(ids) - wanted)
        if store.cases.all():
            items = store.evidence.items("c1")
            lost += max(0, promised[1] - len(items))
            twice += len(items) - len(set(items))
            events = store.cases.events("c1")
            half += events != ["1", *(f"sealed {number}" for number in range(1, len(items) + 1))]
            sealed = [hashlib.sha256(item(int(number))).hexdigest() for number in items[-3:]]
            half += sum(hashlib.sha256(store.evidence.read(sha)).hexdigest() != sha for sha in sealed)
            half += len(store.evidence.hashes()) != len(items)
    return {"lost": lost, "twice": twice, "half": half}


if __name__ == "__main__":
    os.nice(5)
    work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
