"""CSV: whole processes that read 100,000 lines, a wide table, and the shared ledger where it lies beside."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Figure, process_seconds, processor_seconds

TITLE = "CSV"
COUNT = 100_000
RUNS = 3
LEDGER = Path(__file__).parent.parent.parent / "shared" / "ledger" / "transactions.csv"
READ = "import sys; from unrenew.readers import read_statement; read_statement(sys.argv[1])"


def run() -> list[Figure]:
    """Measure whole processes, imports included."""
    with tempfile.TemporaryDirectory() as folder:
        long, wide = Path(folder) / "long.csv", Path(folder) / "wide.csv"
        long.write_text("\n".join(_lines(COUNT, 0)), encoding="utf-8")
        wide.write_text("\n".join(_lines(COUNT // 10, 60)), encoding="utf-8")
        figures = [_figure("100,000 lines", long, COUNT, "> 100,000 lines/s, < 300 MB")]
        figures.append(_figure("10,000 lines of 67 columns", wide, COUNT // 10, ""))
    if LEDGER.is_file():
        with LEDGER.open(encoding="utf-8") as lines:
            count = sum(1 for _ in lines) - 1
        figures.append(_figure(f"the ledger, {count:,} lines", LEDGER, count, ""))
    return figures


def _figure(what: str, path: Path, count: int, goal: str) -> Figure:
    before = processor_seconds()
    wall, peak = process_seconds([sys.executable, "-c", READ, str(path)], runs=RUNS)
    spent = (processor_seconds() - before) / (RUNS + 1)
    value = f"{wall:.2f} s, {spent:.2f} s of processor, {count / wall:,.0f} lines/s, peak {peak:.0f} MB"
    return Figure(what=f"{what}: whole process", value=value, goal=goal, command="python -m bench csv")


def _lines(count: int, more: int) -> Iterator[str]:
    names = ["Booking date", "Value date", "Description", "Counterparty", "Amount", "Currency", "Balance"]
    yield ",".join(names + [f"Extra {number}" for number in range(more)])
    balance = 0
    rest = ",x" * more
    for number in range(count):
        cents = (number * 7919) % 35_000 - 20_000
        balance += cents
        on = (date(2015, 1, 1) + timedelta(days=number // 40)).strftime("%d/%m/%Y")
        text = f'"CARD PAYMENT {number % 977}, TO SHOP {number % 313}",SHOP {number % 313}'
        yield f"{on},{on},{text},{cents / 100:.2f},EUR,{balance / 100:.2f}{rest}"
