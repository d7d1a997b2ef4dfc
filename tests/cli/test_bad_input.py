"""Bad input to real commands: one plain line each, status 1 or 2, the good files beside it read, in bounded time."""

import io
import json
import os
import random
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.errors import UnrenewError

DATA = Path(__file__).parent.parent / "data"
HEAD = "Date,Description,Amount\n"
GOOD = HEAD + "".join(f"2026-{month:02d}-05,Nordlicht Musik,-9.99\n" for month in range(1, 10))
XML = '<?xml version="1.0" encoding="UTF-8"?>'
CAMT = XML + "<Document><BkToCstmrStmt><Stmt>{}</Stmt></BkToCstmrStmt></Document>"
BOMB = XML + '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><Document><Ntry>&b;</Ntry></Document>'
SECONDS = 10.0


def zipped():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("statement.csv", GOOD)
    return file.getvalue()


def noise():
    return random.Random(1).randbytes(100_000)


CONTENTS = {
    "not a statement": "Dear all,\nthis is a letter, not a statement.\nYours\n",
    "empty": "",
    "only blanks": " \n\n\t\n",
    "binary": noise,
    "zip": zipped,
    "gzip": b"\x1f\x8b123",
    "entities": BOMB,
    "deep xml": CAMT.format("<Ntry>" + "<a>" * 300_000),
    "wide xml": CAMT.format("<Ntry><NtryDtls>" + "<TxDtls/>" * 50_000 + "</NtryDtls></Ntry>"),
    "wide tag": CAMT.format("<Ntry " + " ".join(f'a{n}="x"' for n in range(100_000)) + "></Ntry>"),
    "formula for an amount": HEAD + "2026-01-05,\"=cmd|' /C calc'!A0\",-9.99\n2026-02-05,@SUM(1+1),=1+2\n",
    "30 February": HEAD + "2026-02-30,A,-9.99\n2026-03-05,B,-9.99\n",
    "NaN": HEAD + "2026-02-03,A,NaN\n2026-03-05,B,-9.99\n",
    "NaN alone": HEAD + "2026-02-03,A,NaN\n",
    "30 digits": HEAD + f"2026-02-03,A,{'9' * 30}\n2026-03-05,B,-9.99\n",
    "NUL in a text": HEAD + "2026-02-03,A\0B,-9.99\n",
    "NUL alone": b"\0" * 5000,
    "one column": "Amount\n-1.00\n-2.00\n",
    "10,000 columns": "\n".join(",".join(str(n * row) for n in range(10_000)) for row in range(1, 4)),
    "a line of 50 MB": lambda: HEAD + "2026-01-05," + "A" * 50_000_000 + ",-9.99\n2026-03-05,B,-9.99\n",
    "millions of commas": lambda: "A," * 5_000_000,
    "deep list": "[" * 1_000_000,
    "deep JSON": '{"transactions":' + "[" * 200_000 + "]" * 200_000 + "}",
    "rows in rows": "<OFX>" + "<STMTTRN>" * 20_000,
    "tables in tables": "<html><body>" + "<table><tr><td>" * 20_000,
    "too many rows": lambda: HEAD + "x,y,z\n" * 600_000,
    "an open quote": lambda: HEAD + '2026-01-05,"' + "A,\n" * 600_000,
    "steers a terminal": "\x1b]0;owned\x07,\x1b[2J\n1,2\n",
}
"""Each leaves at least one row or the whole file unread, so each must be told."""


def a_folder(path):
    path.mkdir()


def a_pipe(path):
    os.mkfifo(path)


def a_dangling_link(path):
    path.symlink_to(path.with_name("nowhere"))


def nothing(path):
    pass


def two_gigabytes(path):
    with path.open("wb") as file:
        os.truncate(file.fileno(), 2 * 1024**3)


def not_for_reading(path):
    path.write_text(GOOD)
    path.chmod(0)


def a_device(path):
    path.symlink_to("/dev/zero")


def one_that_breaks_off(path):
    path.symlink_to("/proc/self/mem")  # opens as an ordinary file, and fails at the first byte read


FILES = (a_folder, a_pipe, a_dangling_link, nothing, two_gigabytes, not_for_reading, a_device, one_that_breaks_off)


def make(name, path):
    content = CONTENTS[name]
    content = content() if callable(content) else content
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def invoke(*words):
    """Run a command; fail where it takes long, shows a traceback or steers the terminal."""
    start = time.process_time()
    result = CliRunner().invoke(root, [*map(str, words), "--as-of", "2026-10-31"])
    assert time.process_time() - start < SECONDS
    assert result.exception is None or isinstance(result.exception, SystemExit | UnrenewError), result.exception
    assert not set(result.output) & set("\x00\x07\x1b")
    return result


def told(result, name):
    """Return the one line (or the lines, for several rows) in which people are told of the file."""
    lines = [line for line in result.output.splitlines() if line.startswith(f"  {name}, ")]
    assert lines, result.output
    return lines


def check_scan(bad, good):
    result = invoke("scan", bad, good)
    assert result.exit_code == 1, result.output
    assert "Nordlicht Musik" in result.output
    assert told(result, bad.name)
    document = json.loads(invoke("scan", bad, good, "--json").stdout)
    read = {file["path"]: file for file in document["files"]}
    assert read[str(good)]["transactions"] == 9
    assert read[str(bad)]["problems"]
    assert all(len(problem["what"]) < 400 for problem in read[str(bad)]["problems"])
    alone = invoke("scan", bad)
    assert alone.exit_code in (1, 2)
    assert (alone.exit_code == 2) == alone.output.startswith("No file could be read:")


def check_add(bad, good, home):
    result = invoke("add", bad, good, "--home", home)
    assert result.exit_code == 1, result.output
    assert f"{good}: 9 new transactions (csv)" in result.output
    assert told(result, bad.name)


def check_bulk(bad, out):
    result = invoke("bulk", "find", bad, out)
    assert isinstance(result.exception, UnrenewError)
    assert len(str(result.exception)) < 1000
    assert "\n" not in str(result.exception)
    assert not out.exists()


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.csv"
    path.write_text(GOOD)
    return path


@pytest.mark.parametrize("name", CONTENTS)
def test_content(name, good, tmp_path):
    bad = tmp_path / "bad.csv"
    make(name, bad)
    check_scan(bad, good)
    check_add(bad, good, tmp_path / "home")
    check_bulk(bad, tmp_path / "out.parquet")


@pytest.mark.parametrize("prepare", FILES, ids=lambda prepare: prepare.__name__)
def test_file(prepare, good, tmp_path):
    if prepare is not_for_reading and os.geteuid() == 0:
        pytest.skip("root may read every file")
    if prepare is one_that_breaks_off and not Path("/proc/self/mem").exists():
        pytest.skip("there is no /proc here")
    bad = tmp_path / "bad.csv"
    prepare(bad)
    check_scan(bad, good)
    if prepare is not a_folder:
        check_add(bad, good, tmp_path / "home")
    check_bulk(bad, tmp_path / "out.parquet")


@pytest.mark.parametrize("sample", ["bank.ofx", "statement.camt.xml", "german.sta", "european.qif", "plaid.json"])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.95])
def test_cut_in_the_middle(sample, share, good, tmp_path):
    data = (DATA / "readers" / sample).read_bytes()
    bad = tmp_path / "cut"
    bad.write_bytes(data[: int(len(data) * share)])
    check_scan(bad, good)


@pytest.mark.parametrize("name", ["statement.pdf", "statement.xlsx", "statement", "STATEMENT.OFX"])
def test_the_extension_says_nothing(name, good, tmp_path):
    named = tmp_path / name
    named.write_text(GOOD.replace("Nordlicht", "Suedwind"))
    document = json.loads(invoke("scan", named, good, "--json").stdout)
    assert [(file["format"], file["transactions"]) for file in document["files"]] == [("csv", 9), ("csv", 9)]


def test_formulas_stay_text(tmp_path):
    path = tmp_path / "formulas.csv"
    rows = "".join(f'2026-{month:02d}-05,"=HYPERLINK(""x"")",-9.99\n' for month in range(1, 10))
    path.write_text(HEAD + rows)
    result = invoke("scan", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["streams"][0]["descriptor"].startswith("=HYPERLINK")


def test_memory_stays_bounded(good, tmp_path):
    if sys.platform != "linux":
        pytest.skip("memory is measured on Linux")
    for name in ("a line of 50 MB", "an open quote", "too many rows", "rows in rows", "tables in tables", "wide xml"):
        make(name, tmp_path / f"{name}.csv")
    paths = sorted(map(str, tmp_path.iterdir()))
    limit = 4 * 1024**3  # addresses, of which Polars and its threads reserve more than they use
    run = subprocess.run(
        [sys.executable, "-m", "unrenew", "scan", *paths],
        capture_output=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert run.returncode == 1
    assert b"Nordlicht Musik" in run.stdout
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 800 * 1024
