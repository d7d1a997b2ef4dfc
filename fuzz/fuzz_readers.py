"""Feeds altered statements to every reader and stops at the first that breaks a promise.

Where atheris is installed it guides by coverage (`pip install atheris`, then `python fuzz/fuzz_readers.py`); else a
plain loop alters the samples. What breaks is written to tests/data/broken, where the tests read it ever after.
"""

import hashlib
import importlib.util
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from unrenew.errors import UnrenewError
from unrenew.readers import read_source
from unrenew.readers.formats import readers
from unrenew.readers.sources import Source

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "data" / "readers"
SEEDS = (SAMPLES, ROOT / "tests" / "data" / "csv", ROOT / "tests" / "data" / "layouts")
BROKEN = ROOT / "tests" / "data" / "broken"
SECONDS_EACH = 5.0
PIECES = [
    *(
        b"<OFX>",
        b"<STMTTRN>",
        b"</STMTTRN>",
        b"<TRNAMT>",
        b"<DTPOSTED>",
        b"<!--",
        b"<![CDATA[",
        b"&#1;",
        b"<Ntry>",
        b"</Ntry>",
    ),
    *(
        b"<TxDtls>",
        b":61:",
        b":86:",
        b":60F:",
        b":62F:",
        b"?20",
        b"/NAME/",
        b"!Type:Bank\n",
        b"^\n",
        b"!Account\n",
        b"\x00",
    ),
    *(
        b"\xff",
        b"\xef\xbb\xbf",
        b"1e9",
        b"NaN",
        b"-",
        b",",
        b".",
        b"'",
        b'"',
        b";",
        b"\t",
        b"20260230",
        b"9" * 31,
        b"\r",
        b"{",
        b"[",
    ),
]


def check(data: bytes) -> None:
    """Read the bytes with the reader that knows them and with each other: no foreign error, no lost row, in time."""
    for name in (None, *(reader.FORMAT for reader in readers())):
        start = time.monotonic()
        try:
            statement = read_source(Source(path="fuzz", data=data), format_name=name)
        except UnrenewError as error:
            if "reader stopped" in str(error):
                raise AssertionError(f"{name} met what it did not foresee") from error
            continue
        finally:
            assert time.monotonic() - start < SECONDS_EACH, f"{name} took {time.monotonic() - start:.1f} s"
        rows = statement.transactions.height + sum(problem.rows for problem in statement.problems)
        assert statement.rows == rows, f"{name} lost a row"


def altered(data: bytes, chance: random.Random) -> bytes:
    """Return a sample with a few cuts, copies, insertions and changed bytes."""
    text = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            text[at : at + chance.randint(1, 30)] = b""
        elif kind == 1:
            text[at:at] = chance.choice(PIECES)
        elif kind == 2:
            text[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 3:
            start = chance.randrange(len(text) + 1)
            text[at:at] = text[start : start + chance.randint(1, 300)]
        else:
            text[at:] = b"" if chance.random() < 0.2 else text[at:]
    return bytes(text)


def keep(data: bytes) -> Path:
    """Write what broke into the corpus; return where."""
    path = BROKEN / hashlib.sha256(data).hexdigest()[:16]
    path.write_bytes(data)
    return path


def guarded(data: bytes) -> None:
    """Check; keep the bytes where a promise is broken."""
    try:
        check(data)
    except BaseException:
        print(f"broken by {keep(data)}", file=sys.stderr)
        raise


def loop(seconds: float, seed: int, test: Callable[[bytes], None] = guarded) -> int:
    """Alter the samples for so many seconds; return how many were tried."""
    chance = random.Random(seed)
    files = [path for folder in SEEDS for path in sorted(folder.iterdir())]
    seeds = [path.read_bytes() for path in files if path.is_file() and path.suffix != ".json"]
    end, tried = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        test(altered(chance.choice(seeds), chance))
        tried += 1
    return tried


def main() -> None:
    """Fuzz with atheris where it is there, else with the loop: `fuzz_readers.py [SECONDS [SEED]]`."""
    if importlib.util.find_spec("atheris") and len(sys.argv) == 1:
        import atheris  # pyright: ignore[reportMissingImports]

        atheris.instrument_all()
        atheris.Setup([sys.argv[0], str(SAMPLES)], guarded)
        atheris.Fuzz()
        return
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    print(f"{loop(seconds, seed)} altered statements read, seed {seed}: nothing broke")


if __name__ == "__main__":
    main()
