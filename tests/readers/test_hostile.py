"""Whatever bytes come, nothing but our own errors leaves the readers, in a bounded time."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unrenew.errors import ReadError, UnrenewError, UnsafeFileError
from unrenew.readers import Hints, read_source
from unrenew.readers.formats import readers
from unrenew.readers.sources import Source, source_of

DATA = Path(__file__).parent.parent / "data"
SAMPLES = [path.read_bytes() for path in sorted((DATA / "readers").iterdir()) if path.suffix != ".json"]
BROKEN = sorted(path for path in (DATA / "broken").iterdir() if path.is_file())
SECONDS = 10.0
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
CAMT = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>{}</Stmt>'
CAMT += "</BkToCstmrStmt></Document>"
ENTRY = '<Ntry><Amt Ccy="EUR">{}</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>{}</Dt></BookgDt></Ntry>'
ROW = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{}<TRNAMT>{}<FITID>1<NAME>X</STMTTRN>"
OFX = "<OFX><STMTRS><BANKACCTFROM><ACCTID>1</BANKACCTFROM>{}</STMTRS></OFX>"
AMOUNTS = [
    "NaN",
    "sNaN",
    "Infinity",
    "-inf",
    "1e400",
    "1E5",
    "9" * 30,
    "0." + "1" * 17,
    "1,2,3",
    "",
    "٣",
    "=1+1",
    "1" * 5000,
]


def outcome(data):
    """Read; return the statement or None, and fail where it takes long or another error comes out."""
    start = time.monotonic()
    try:
        statement = read_source(source_of(data))
    except UnrenewError as error:
        if "reader stopped" in str(error):
            raise AssertionError("a reader met what it did not foresee") from error
        statement = None
    assert time.monotonic() - start < SECONDS
    if statement is not None:
        assert statement.rows == statement.transactions.height + sum(p.rows for p in statement.problems)
    return statement


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_what_broke_once(path):
    outcome(path.read_bytes())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("body", [CAMT.format("<Ntry>&b;</Ntry>"), OFX.format("&b;")])
def test_a_doctype_is_refused(body, encoding):
    for padding in ("", "<!--" + "x" * 100_000 + "-->"):
        with pytest.raises(ReadError) as caught:
            read_source(source_of((DECLARATION + padding + BOMB + body).encode(encoding)))
        if not padding:
            assert isinstance(caught.value, UnsafeFileError)


def test_external_entities_are_not_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("12.34")
    text = f'{DECLARATION}<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>' + CAMT.format(
        ENTRY.format("&x;", "2026-01-01")
    )
    with pytest.raises(UnsafeFileError):
        read_source(source_of(text.encode()))


@pytest.mark.parametrize("amount", AMOUNTS)
def test_amounts_that_are_none_are_problems(amount):
    camt = outcome((DECLARATION + CAMT.format(ENTRY.format(amount, "2026-01-01"))).encode())
    ofx = outcome(OFX.format(ROW.format("20260101", amount)).encode())
    qif = outcome(f"!Type:Bank\nD2026-01-01\nT{amount}\nPx\n^\n".encode())
    mt940 = outcome(f":20:1\n:25:1\n:60F:C260101EUR1,00\n:61:260101D{amount}NTRF\n:62F:C260101EUR1,00\n".encode())
    for statement in (camt, ofx, qif, mt940):
        assert statement.transactions.height == 0
        assert statement.rows == 1


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-00-00", "99999999", "x", ""])
def test_days_that_are_none_are_problems(day):
    camt = outcome((DECLARATION + CAMT.format(ENTRY.format("1.00", day))).encode())
    ofx = outcome(OFX.format(ROW.format(day.replace("-", ""), "-1.00")).encode())
    qif = outcome(f"!Type:Bank\nD{day}\nT1.00\nPx\n^\n".encode())
    for statement in (camt, ofx, qif):
        assert (statement.transactions.height, statement.rows) == (0, 1)


def test_thirty_digits_beside_a_good_row():
    rows = ROW.format("20260101", "9" * 30) + ROW.format("20260101", "-1.00")
    statement = outcome(OFX.format(rows).encode())
    assert (statement.transactions.height, statement.rows) == (1, 2)


DEEP = 100_000
HOSTILE = {
    "deep camt": DECLARATION + CAMT.format("<Ntry>" * DEEP),
    "deep entry": DECLARATION + CAMT.format("<Ntry>" + "<a>" * 200 + "</a>" * 200 + "</Ntry>"),
    "deep ofx": "<OFX>" + "<PAYEE>" * DEEP,
    "rows in rows": "<OFX>" + "<STMTTRN>" * DEEP,
    "open comments": "<OFX>" + "<!--" * DEEP,
    "open sections": "<OFX>" + "<![CDATA[" * DEEP,
    "open tags": "<OFX>" + "<A " * DEEP,
    "one long tag": "<OFX><" + "A" * 1_000_000,
    "ampersands": "<OFX><STMTTRN><NAME>" + "&" * 1_000_000,
    "closing tags": "<OFX>" + "</STMTTRN>" * DEEP,
    "memos": "<OFX><STMTTRN>" + "".join(f"<MEMO>{n:05d}" for n in range(20_000)) + "</STMTTRN>",
    "deep json": '{"transactions":' + "[" * DEEP,
    "json number": '{"transactions":[{"date":"2026-01-01","amount":' + "9" * 100_000 + "}]}",
    "json exponent": '{"transactions":[{"date":"2026-01-01","amount":1e999999999}]}',
    "json words": '{"transactions":[{"date":"2026-01-01","amount":NaN}]}',
    "carets": "!Type:Bank\n" + "^\n" * DEEP,
    "splits": "!Type:Bank\nD2026-01-01\nT1\n" + "$1\n" * DEEP + "^\n",
    "tags of mt940": ":20:1\n" * DEEP,
    "question marks": ":20:1\n:25:1\n:61:260101D1,00NTRF\n:86:105" + "?20" * DEEP,
    "slashes": ":20:1\n:25:1\n:61:260101D1,00NTRF\n:86:/REMI" + "/NAME" * DEEP,
    "long line": ":20:1\n:25:1\n:61:" + "2" * 1_000_000,
    "many lines in 86": ":20:1\n:25:1\n:61:260101D1,00NTRF\n:86:x\n" + "x\n" * DEEP,
    "spaces": ":20:1\n" + " " * 1_000_000 + ":25:1",
    "nul": "\x00" * 1000 + "<OFX>\x00<STMTTRN>\x00",
    "brackets": "<" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name):
    outcome(HOSTILE[name].encode())


def mutated(draw):
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            del data[at:]
        elif kind == 1:
            data[at : at + 1] = draw(st.binary(max_size=4))
        elif kind == 2:
            del data[at : at + draw(st.integers(1, 40))]
        elif kind == 3:
            data[at:at] = data[at : at + draw(st.integers(1, 400))]
        else:
            data[at:at] = draw(
                st.sampled_from([b"\x00", b"<", b">", b"&", b"\xff", b"\n", b":61:", b"^", b"!", b"?20"])
            )
    return bytes(data)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.composite(mutated)())
def test_mutated_samples(data):
    if data.strip():
        outcome(data)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"<OFX>", b":20:", b"!Type:Bank\n", b"{", b"<?xml?><Document>"]))
def test_any_bytes_in_every_reader(data, start):
    source = Source(path="-", data=start + data)
    for reader in readers():
        reader.knows(source)
        try:
            read_source(source, format_name=reader.FORMAT, hints=Hints())
        except UnrenewError as error:
            if "reader stopped" in str(error):
                raise AssertionError("a reader met what it did not foresee") from error
