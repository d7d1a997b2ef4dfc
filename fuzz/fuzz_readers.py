"""Feeds altered files to one reader, guided by coverage, and stops at the first that breaks a promise.

`make fuzz ARGS="ofx 300"` fuzzes one reader for so many seconds; without arguments each gets a minute. What breaks is
made small and written to tests/data/broken, where the tests read it ever after. The corpus grows in build/fuzz.
"""

import contextlib
import hashlib
import importlib
import pkgutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["unrenew"]):
    import unrenew.readers
    from unrenew.errors import UnrenewError
    from unrenew.readers import NO_HINTS, read_source
    from unrenew.readers.documents import read_documents
    from unrenew.readers.formats import reader_named, readers
    from unrenew.readers.lists import read_list
    from unrenew.readers.mail import read_mails
    from unrenew.readers.sources import Source, source_of

    for module in pkgutil.walk_packages(unrenew.readers.__path__, "unrenew.readers."):
        importlib.import_module(module.name)

from unrenew.transactions import merge

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "data"
BROKEN = DATA / "broken"
CORPUS = ROOT / "build" / "fuzz"
SECONDS_EACH = 5.0
MOST_BYTES = 8192
WORDS = (
    *(b"<OFX>", b"<STMTTRN>", b"</STMTTRN>", b"<TRNAMT>", b"<DTPOSTED>", b"<CURRENCY>", b"<INVBANKTRAN>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#1;", b"&amp;", b"<!DOCTYPE", b'<?xml version="1.0" encoding="x"?>'),
    *(b"<Ntry>", b"</Ntry>", b"<TxDtls>", b"<Bal>", b"<CdtDbtInd>DBIT</CdtDbtInd>", b'<Amt Ccy="EUR">'),
    *(b":20:", b":25:", b":61:", b":86:", b":60F:", b":62F:", b"?20", b"/NAME/", b"/REMI/", b"-}", b"{4:"),
    *(b"!Type:Bank\n", b"!Type:Invst\n", b"!Account\n", b"!Option:AutoSwitch\n", b"^\n", b"$1\n"),
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\xa0", b"1e9", b"NaN", b"9" * 31, b"0.", b"(1)", b"1-"),
    *(b"-", b",", b".", b"'", b'"', b'""', b";", b"\t", b"|", b"\r", b"\r\n", b"20260230", b"30.02.2026", b"02/03/26"),
    *(b"{", b"[", b"null", b"true", b"\\u0000", b"\\ud800", b'"transactions":[', b"\xe2\x82\xac", b"Total", b"sep=;\n"),
    *(b"<table>", b"<td>", b"<tr>", b"<Workbook>", b"<Row>", b"Date", b"Amount", b"Balance", b"Soll", b"Haben"),
    *(b"MIME-Version: 1.0\n", b"Content-Type: multipart/mixed; boundary=a\n", b"--a\n", b"From x\n", b"=?utf-8?b?"),
    *(b"Content-Transfer-Encoding: base64\n", b"<style>", b"<script>", b"<br>", b"name,price\n", b"Every 2 Months"),
)
LISTS = (
    b"name,price,cycle,next payment\nNordlicht,9.99 EUR,monthly,2026-01-03\n",
    b'{"subscriptions":[{"Name":"Nordlicht","Payment Cycle":"Every 2 Months","Next Payment":"2026-01-03"}]}',
    b'{"subscriptions":[{"name":"Nordlicht","price":9.9,"cycle":3,"frequency":2,"next_payment":"2026-01-03"}]}',
)
DOCUMENTS = (
    b"<!doctype html><title>Cancel</title><body><h1>Call</h1><table><tr><td>555-0100</td></tr></table></body>",
    b"Subject: =?utf-8?q?Hi?=\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+",
)


def statement(name: str) -> Callable[[bytes], None]:
    """Return a check of one statement reader: no foreign error, no lost row, nothing twice, every cell that must be."""
    reader = reader_named(name)

    def check(data: bytes) -> None:
        try:
            source = source_of(data)
            reader.knows(source)
            read = reader.read(source, NO_HINTS)
        except UnrenewError:
            return
        table = read.transactions
        assert read.rows == table.height + sum(problem.rows for problem in read.problems), "a row is lost"
        assert merge([table, table]).height == table.height, "the same file twice gives other rows"
        for column in ("account", "id", "booked_on", "amount", "currency", "source_file", "source_place"):
            assert not table[column].null_count(), f"{column} is empty"

    return check


def documents(data: bytes) -> None:
    """Check what reads guides and receipts: pages and mails."""
    with contextlib.suppress(UnrenewError):
        read_documents(data, "fuzz")
    for _ in read_mails(data):
        pass


def lists(data: bytes) -> None:
    """Check what reads lists of subscriptions."""
    read_list(data)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{reader.FORMAT: statement(reader.FORMAT) for reader in readers()},
    "documents": documents,
    "lists": lists,
}


def seeds(target: str) -> list[bytes]:
    """Return the samples that begin the corpus of a target."""
    if target in {"lists", "documents"}:
        mails = sorted((ROOT / "src" / "unrenew" / "samples").rglob("*.eml"))
        return list(LISTS) if target == "lists" else [*DOCUMENTS, *(path.read_bytes() for path in mails)]
    files = [path for path in sorted(DATA.rglob("*")) if path.is_file() and not path.name.endswith(".expected.json")]
    found = [path.read_bytes() for path in files]
    known = [data for data in found if _format(data) == target]
    return [data for data in known if len(data) <= MOST_BYTES]


def _format(data: bytes) -> str | None:
    try:
        return read_source(Source(path="seed", data=data)).format
    except UnrenewError:
        return None


def broken_by(check: Callable[[bytes], None], data: bytes) -> str | None:
    """Return how a check fails, as the kind of error and its line, or None where it holds."""
    start = time.monotonic()
    try:
        check(data)
    except BaseException as error:  # noqa: BLE001  what a panic of a library raises is no Exception
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        return f"{type(error).__name__} at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return "too slow" if time.monotonic() - start > SECONDS_EACH else None


def smallest(check: Callable[[bytes], None], data: bytes) -> bytes:
    """Return the bytes without what is not needed to break the check in the same way."""
    how, size, end = broken_by(check, data), len(data) // 2, time.monotonic() + 30
    while size and time.monotonic() < end:
        at = 0
        while at < len(data) and time.monotonic() < end:
            shorter = data[:at] + data[at + size :]
            if broken_by(check, shorter) == how:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def fuzz(target: str, seconds: int) -> None:
    """Fuzz one target until the time is up or something breaks; ends the process."""
    check, folder = TARGETS[target], CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    for data in seeds(target):
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    words = CORPUS / "words"
    escaped = ("".join(rf"\x{byte:02x}" for byte in word) for word in WORDS)
    words.write_text("".join(f'"{word}"\n' for word in escaped))

    def guarded(data: bytes) -> None:
        if how := broken_by(check, data):
            least = smallest(check, data)
            path = BROKEN / f"{target}-{hashlib.sha256(least).hexdigest()[:12]}"
            path.write_bytes(least)
            print(f"{target}: {how}, kept as {path}", file=sys.stderr)
            check(least)
            raise AssertionError(how)

    limits = [f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", "-rss_limit_mb=2000", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], str(folder), f"-dict={words}", *limits, f"-artifact_prefix={CORPUS}/"], guarded)
    atheris.Fuzz()


def main() -> None:
    """Fuzz one reader in this process, or each in a process of its own: `fuzz_readers.py [READER [SECONDS]]`."""
    target = sys.argv[1] if len(sys.argv) > 1 else "all"
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    if target in TARGETS:
        fuzz(target, seconds)
    elif target == "all":
        for name in TARGETS:
            subprocess.run([sys.executable, __file__, name, str(seconds)], check=True)  # noqa: S603  ourselves
    else:
        sys.exit(f"No reader is called {target}. There are: all, {', '.join(TARGETS)}")


if __name__ == "__main__":
    main()
