"""OFX and QFX, 1.x (SGML) and 2.x (XML), to a Statement.

Bank and card statements are section 11 of the OFX specification, investment statements section 13. Of an investment
account the cash side is read: INVBANKTRAN and the TOTAL of buys, sells and income; a row that moves no cash is a note.
"""

import re
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from unrenew.errors import UnsafeFileError
from unrenew.readers.amounts import AmountError, Mark, currency, day, decimal_mark, exact
from unrenew.readers.bookings import Bookings
from unrenew.readers.formats import Hints
from unrenew.readers.ofx_tags import BANK_ROWS, ROWS, STILL_ROWS, Found, Node, aggregates, without_comments
from unrenew.readers.sources import Source

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

FORMAT = "ofx"

_KNOWN = re.compile(
    r"OFXHEADER|<OFX[\s>]|<(?:STMTTRN|SIGNONMSGSRSV1|BANKMSGSRSV1|CREDITCARDMSGSRSV1|INVSTMTMSGSRSV1|STMTRS|CCSTMTRS)>",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"\b(ENCODING|CHARSET)\s*[:=]\s*[\"']?([A-Za-z0-9._:-]{1,30})", re.IGNORECASE)
_OUT = frozenset({"DEBIT", "FEE", "SRVCHG", "ATM", "POS", "CHECK", "DIRECTDEBIT", "PAYMENT", "REPEATPMT"})
_MCC = re.compile(r"[0-9]{4}")
_BALANCE = re.compile(
    r"(?:saldo|s a l d o|solde|opening balance|closing balance|ending balance|balance forward|previous balance)"
    r"( (?:anterior|do dia|atual|final|inicial|total|em conta|dispon[ií]vel|bloqueado|pr[eé]c[eé]dent|initial|du \S+))?"
    r"[ .:0-9/]*",
    re.IGNORECASE,
)
"""What banks of Brazil and others write as a row though it is none; what says no more than "saldo" has no id then."""


_ORDERS = re.compile(r"<INT(?:RA|ER)RS>", re.IGNORECASE)
"""Answers to an order for a transfer (section 11.7), which are part of no statement."""


def knows(source: Source) -> bool:
    """Say whether the first part of the file has an OFX header or one of its outer tags."""
    return "<" in source.head and _KNOWN.search(source.head) is not None


def read(source: Source, hints: Hints) -> "Statement":
    """Return the statement; raise DamagedFileError where the file holds none (its own error message is the reason)."""
    text = source.declared_text(_declared(source.data[:2048]))
    if "<!DOCTYPE" in text.text or "<!ENTITY" in text.text:
        raise UnsafeFileError(
            "has a DOCTYPE, which no bank writes", where=source.path, hint="Download the statement from the bank itself"
        )
    bookings = Bookings(source, FORMAT, text.encoding)
    if text.trouble:
        bookings.problem("encoding", text.trouble)
    if "\x00" in text.text:
        bookings.problem("file", f"{text.text.count(chr(0))} NUL bytes are left out")
    body = without_comments(text.text.replace("\x00", ""))
    rows = _gather(body, bookings)
    if not rows and (orders := len(_ORDERS.findall(body))):
        bookings.problem("file", f"the file has orders for transfers only ({orders}), no bookings", rows=orders)
    _replace(rows, bookings)
    _take(rows, bookings)
    if not re.search(r"</OFX\s*>", body[-2000:], re.IGNORECASE):
        bookings.problem("end of file", "the file is cut off: its last tag is missing, rows may be too")
    return bookings.statement()


def _declared(head: bytes) -> str | None:
    """Return the charset that the header names: CHARSET where ENCODING says just how it is packed (section 2.2)."""
    said = {key.upper(): value.decode("ascii") for key, value in _CHARSET.findall(head.replace(b"\x00", b""))}
    encoding, charset = said.get(b"ENCODING"), said.get(b"CHARSET")
    if encoding and encoding.upper() not in {"USASCII", "NONE"}:
        return encoding
    return None if charset is None or charset.upper() == "NONE" else charset


def _gather(body: str, bookings: Bookings) -> list["_Row"]:
    """Walk the file once: note accounts and messages, return the rows with their securities' names."""
    rows: list[_Row] = []
    securities: dict[str, str] = {}
    for found in aggregates(body):
        if found.name in ROWS:
            rows.append(_Row(found, len(rows) + 1))
        elif found.name == "STATUS":
            _status(found.node, bookings, found.line)
        elif found.name == "SECINFO":
            name = found.node.get("SECNAME") or found.node.get("TICKER")
            securities[found.node.get("SECID", {}).get("UNIQUEID") or ""] = name or ""
        elif found.name in {"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "LOANACCTFROM"}:
            bookings.account(found.node.get("ACCTID") or "")
        if not len(rows) % 1024:
            bookings.source.check_time()
    for row in rows:
        row.security = securities.get(row.part("SECID").get("UNIQUEID") or "")
    return rows


def _status(node: Node, bookings: Bookings, line: int) -> None:
    """Turn a status that is not 0 into a problem: the bank's own words (section 3.1.5)."""
    code, severity = node.get("CODE") or "0", (node.get("SEVERITY") or "").upper()
    if code.strip("0") == "" and severity != "ERROR":
        return
    what = f"the bank's message {code}: {node.get('MESSAGE') or 'no text'}"
    level = {"ERROR": "error", "WARN": "warning"}.get(severity, "info")
    bookings.problem(f"line {line}", what, severity=level)  # pyright: ignore[reportArgumentType]  # a Severity, by the table above


class _Row:
    """One row of the file before it is a booking."""

    def __init__(self, found: Found, number: int) -> None:
        self.name = found.name
        self.node = found.node
        self.statement = found.statement
        self.whole = found.whole
        self.where = f"transaction {number}, line {found.line}"
        self.security: str | None = None
        self.amount_text: str = (self.node.get("TRNAMT") if found.name in BANK_ROWS else self._deep("TOTAL")) or ""

    def part(self, name: str) -> Node:
        """Return an inner aggregate, at either depth at which investment rows have theirs."""
        for around in (self.node, self.node.get("INVBUY"), self.node.get("INVSELL")):
            inner: Any = around.get(name) if around else None
            if inner.__class__ is dict:
                return inner
        return {}

    def _deep(self, name: str) -> str | None:
        for around in (self.node, self.node.get("INVBUY"), self.node.get("INVSELL"), self.node.get("INVTRAN")):
            if around and around.get(name):
                return around[name]
        return None

    @property
    def kind(self) -> str:
        """The transaction type, or the name of the investment row."""
        return (self.node.get("TRNTYPE") or "").upper() if self.name in BANK_ROWS else self.name

    @property
    def reference(self) -> str:
        """The bank's id of the row, "" where it gives none."""
        return self.node.get("FITID") or self.part("INVTRAN").get("FITID") or ""

    def days(self) -> tuple[date | None, date | None, bool]:
        """Return booking day, value day, and whether the day had to be the person's own (DTUSER)."""
        inner = self.part("INVTRAN")
        posted = day(self.node.get("DTPOSTED")) or day(inner.get("DTTRADE")) or day(inner.get("DTSETTLE"))
        value = day(self.node.get("DTAVAIL")) or day(self.node.get("VALUEDATE")) or day(inner.get("DTSETTLE"))
        if posted or self.name not in BANK_ROWS:
            return posted, value, False
        return day(self.node.get("DTUSER")) or value, value, True

    def descriptor(self) -> str | None:
        """Return what the bank shows: the name, and the memo where it says more."""
        name = self.node.get("NAME") or _party(self.part("PAYEE")) or ""
        memo = self.node.get("MEMO") or self.part("INVTRAN").get("MEMO") or ""
        text = max(name, memo, key=len) if name in memo or memo in name else f"{name} {memo}"
        check = self.node.get("CHECKNUM")
        return text or self.security or (f"CHECK {check}" if check else None)


def _replace(rows: list[_Row], bookings: Bookings) -> None:
    """Obey CORRECTFITID (section 11.4.3): a correction takes the place of, or deletes, the row that it names."""
    by_id = {row.reference: row for row in rows if row.reference}
    for row in list(rows):
        target = by_id.get(row.node.get("CORRECTFITID") or "")
        action = (row.node.get("CORRECTACTION") or "").upper()
        if target is None or target is row or target not in rows or row.reference == target.reference:
            continue
        rows.remove(target)
        bookings.problem(target.where, f"{row.where} corrects it: {action.lower()}", severity="info", rows=1)
        if action == "DELETE":
            rows.remove(row)
            bookings.problem(row.where, "deletes another row, and is none itself", severity="info", rows=1)


def _take(rows: list[_Row], bookings: Bookings) -> None:
    """Put each row among the bookings or the problems."""
    texts = [row.amount_text for row in rows]
    mark = decimal_mark(texts) or (None if any("," in text for text in texts) else ".")
    flipped = _unsigned(rows)
    if flipped:
        bookings.problem("amounts", "no amount has a minus: what is marked as a debit is taken as spending")
    still = Counter(row.name for row in rows if row.name in STILL_ROWS and row.whole)
    for name, count in still.items():
        bookings.problem("file", f"{count} {name} rows move no cash: left out", severity="info", rows=count)
    for row in rows:
        if row.name in STILL_ROWS and row.whole:
            continue
        try:
            booking = _booking(row, mark, bookings)
        except AmountError as error:
            level = "info" if row.name == "STMTTRNP" or "left out" in str(error) else "error"
            bookings.problem(row.where, str(error), severity=level, rows=1)
            continue
        if id(row.statement) in flipped and row.kind in _OUT:
            booking["amount"] = -booking["amount"]
        bookings.add(booking)


def _unsigned(rows: list[_Row]) -> set[int]:
    """Return the statements in which no amount has a minus while their types say DEBIT: there the type is the sign."""
    groups: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        if row.name == "STMTTRN" and row.amount_text:
            groups[id(row.statement)].append(row)
    return {
        key
        for key, group in groups.items()
        if any(row.kind == "DEBIT" for row in group)
        and not any("-" in row.amount_text or "(" in row.amount_text for row in group)
    }


def _booking(row: _Row, mark: Mark | None, bookings: Bookings) -> dict[str, Any]:
    """Return a row of the table; raise AmountError with the reason where it cannot be one."""
    if not row.whole:
        raise AmountError("the file ends in the middle of this row: not read")
    if row.name == "STMTTRNP":
        raise AmountError("the transaction is pending, not booked yet: it counts once it is booked")
    if (balance := _BALANCE.fullmatch((row.descriptor() or "").strip())) and (
        balance[1] or not row.reference.strip("0")
    ):
        raise AmountError("the row is a balance, not a booking: left out")
    if not row.amount_text:
        raise AmountError("not read: the row has no amount")
    booked_on, value_on, is_own_day = row.days()
    if booked_on is None:
        said = row.node.get("DTPOSTED")
        raise AmountError(f"not read: {said[:30]!r} is no day of the calendar" if said else "not read: it has no day")
    if is_own_day:
        bookings.problem(row.where, "the booking day is missing: the day that the bank gives beside it is taken")
    own, foreign = row.part("CURRENCY"), row.part("ORIGCURRENCY")
    return {
        "account": row.statement.get("account") or "",
        "id": row.reference or None,
        "booked_on": booked_on,
        "value_on": value_on,
        "amount": exact(row.amount_text, mark),
        "currency": currency(own.get("CURSYM") or own.get("")) or currency(row.statement.get("CURDEF")),
        "original_currency": currency(foreign.get("CURSYM") or foreign.get("")),
        "descriptor": row.descriptor(),
        "counterparty": _party(row.part("PAYEE")) or row.node.get("EXTDNAME") or None,
        "counterparty_account": (row.part("BANKACCTTO") or row.part("CCACCTTO")).get("ACCTID") or None,
        "mcc": _mcc(row.node.get("SIC") or row.node.get("MCC")),
        "bank_code": row.kind or None,
        "source_place": row.where,
    }


def _party(payee: Node) -> str | None:
    """Return the name of a payee: in the element for it, or as the text of the payee itself."""
    return payee.get("NAME") or payee.get("")


def _mcc(text: str | None) -> str | None:
    return text if text and _MCC.fullmatch(text) and text != "0000" else None
