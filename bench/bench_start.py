"""How fast the program answers: help, and one scan of a person's two years."""

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Figure, process_seconds, processor_seconds

TITLE = "Answering: help and a scan"
COMMAND = "make bench ARGS=start"
UNRENEW = str(Path(__file__).parent.parent / ".venv" / "bin" / "unrenew")
LINES = 1500
SCANS = 7


def statement() -> str:
    """Return two years of one account as OFX: ten contracts among shopping."""
    rng = random.Random(7)
    rows: list[str] = []
    for n in range(LINES):
        on = date(2024, 11, 1) + timedelta(days=n * 730 // LINES)
        shop = n % 6
        text = f"STREAM {n // 6 % 10} MONTHLY" if not shop else f"SHOP {rng.randrange(40)} {rng.randrange(9999)} KOELN"
        amount = f"-{9 + n // 6 % 10}.99" if not shop else f"-{rng.randrange(200, 9000) / 100:.2f}"
        rows.append(f"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{on:%Y%m%d}<TRNAMT>{amount}<FITID>{n}<NAME>{text}</STMTTRN>")
    head = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS>"
    body = "<STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>\n" + "\n".join(rows)
    return f"{head}{body}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"


def run() -> list[Figure]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "two-years.ofx"
        path.write_text(statement(), encoding="ascii")
        helped, _ = process_seconds([UNRENEW, "--help"], runs=9)
        before = processor_seconds()
        scanned, peak = process_seconds([UNRENEW, "scan", str(path), "--as-of", "2026-10-31"], runs=SCANS)
        spent = (processor_seconds() - before) / (SCANS + 1)
        demo, _ = process_seconds([UNRENEW, "demo"], runs=3)
    return [
        Figure(
            what="`unrenew --help`, whole process", value=f"{helped * 1000:.0f} ms", goal="< 150 ms", command=COMMAND
        ),
        Figure(
            what=f"`unrenew scan` of {LINES} lines, whole process",
            value=f"{scanned:.2f} s, {spent:.2f} s of processor, {peak:.0f} MB",
            goal="< 0.8 s",
            command=COMMAND,
        ),
        Figure(what="`unrenew demo`, whole process", value=f"{demo:.2f} s", command=COMMAND),
    ]
