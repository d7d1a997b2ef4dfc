"""Readers: whole processes that read 10,000 bookings of each format, and the reading alone."""

import sys
import tempfile
import time
from pathlib import Path

from bench import statements
from bench.figures import Figure, process_seconds

TITLE = "Readers"
COUNT = 10_000
MAKERS = {"OFX": statements.ofx, "CAMT": statements.camt, "MT940": statements.mt940}
GOALS = {"OFX": "> 20,000 lines/s", "CAMT": "> 20,000 lines/s", "MT940": ""}
READ = "import sys; from unrenew.readers import read_statement; read_statement(sys.argv[1])"


def run() -> list[Figure]:
    """Measure each format: the whole process against its goal, and the reading alone by processor time."""
    figures: list[Figure] = []
    for name, make in MAKERS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "statement"
            path.write_bytes(make(COUNT))
            best = _best_seconds(path)
            wall, peak = process_seconds([sys.executable, "-c", READ, str(path)], runs=3)
        command = "python -m bench readers"
        rate = f"{COUNT / best:,.0f} lines/s"
        figures.append(
            Figure(
                what=f"{name}, {COUNT:,} bookings: reading, by processor time",
                value=rate,
                goal="",
                command=command,
            )
        )
        whole = f"{wall:.2f} s, {COUNT / wall:,.0f} lines/s, peak {peak:.0f} MB"
        goal = ", ".join(filter(None, (GOALS[name], "< 300 MB")))
        figures.append(Figure(what=f"{name}: whole process", value=whole, goal=goal, command=command))
    return figures


def _best_seconds(path: Path, runs: int = 9) -> float:
    from unrenew.readers import read_statement

    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        height = read_statement(path).transactions.height
        best = min(best, time.process_time() - start)
        if height != COUNT:
            raise RuntimeError(f"{height} bookings came out of {COUNT}")
    return best
