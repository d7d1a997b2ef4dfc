"""What a terminal shows fits its width, whatever that is; elsewhere a line stays one line."""

import os
import re
import subprocess
import sys
from importlib.resources import files

import pytest

from unrenew.cli.tables import cells

SAMPLES = files("unrenew") / "samples"
STYLE = re.compile(r"\x1b\[[0-9;]*m|\x1b\[K|\x1b\[\?25[hl]")
pty = pytest.importorskip("pty", reason="terminals of Unix alone")


def on_terminal(columns, *words):
    """Run a command whose output is a terminal of so many columns; return the lines it shows."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "unrenew", *map(str, words)]
    child = subprocess.Popen(
        command, stdout=theirs, stderr=subprocess.DEVNULL, env={**os.environ, "COLUMNS": str(columns)}
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        shown += part
    child.wait()
    os.close(ours)
    return [STYLE.sub("", line) for line in shown.decode().splitlines()]


def too_wide(lines, columns):
    """Return the lines that do not fit; a web address or a hash stays whole, however long it is."""
    return [line for line in lines if cells(line) > columns and max(map(len, line.split())) < columns - 20]


@pytest.mark.parametrize("columns", [80, 120])
def test_a_scan_fits(columns, tmp_path):
    bad = tmp_path / "a-bad-file-with-a-long-name.csv"
    bad.write_text("Date,Description,Amount\n2026-02-03,A,NaN\n")
    lines = on_terminal(
        columns, "scan", SAMPLES / "girokonto.xml", SAMPLES / "us-card.qfx", bad, "--as-of", "2026-10-31"
    )
    assert not too_wide(lines, columns)
    text = " ".join(" ".join(lines).split())
    assert "Netflix 17.99 USD every month" in text
    assert "has no table with dates and amounts" in text
    assert ("since" in text) == (columns == 120)


def test_the_demo_fits_eighty_columns():
    lines = on_terminal(80, "demo")
    assert not too_wide(lines, 80)
    assert any("Every item is as it was sealed" in line for line in lines)


def test_the_rules_fit_eighty_columns():
    assert not too_wide(on_terminal(80, "rules"), 80)


def test_elsewhere_a_line_stays_one_line(tmp_path):
    bad = tmp_path / "x.csv"
    bad.write_text("Date,Description,Amount\n2026-02-03,A,NaN\n")
    run = subprocess.run([sys.executable, "-m", "unrenew", "scan", str(bad)], capture_output=True, check=False)
    line = next(line for line in run.stdout.decode().splitlines() if "x.csv" in line)
    assert line.endswith("or give a --profile FILE")
