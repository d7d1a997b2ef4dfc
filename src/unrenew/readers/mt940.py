"""MT940 and MT942 (SWIFT customer statement) to a Statement.

The fields are those of SWIFT's Standards MT, category 9. Each line that begins with a tag is read for itself, so one
that is damaged costs one row and never the file (see docs/decisions/0010-mt940-without-a-library.md).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from unrenew.readers.amounts import AmountError, currency, exact
from unrenew.readers.bookings import Bookings
from unrenew.readers.formats import Hints
from unrenew.readers.mt940_purposes import joined, notes_of, purpose_of
from unrenew.readers.sources import Source

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

FORMAT = "mt940"

_KNOWN = re.compile(r"(?:^|[\r\n\x01{])(?::20:|:25P?:|:60[FM]:|:61:[0-9]{6})")
_TAG = re.compile(r"[\x00-\x20\ufeff]{0,3}:([0-9]{2}[A-Z]?|NS):")
_LINE = re.compile(r"\r\n|\n|\r")
_TORN_TAG = re.compile(r"^:[\r\n]{1,3}(?=(?:61|86):)", re.MULTILINE)
_BALANCE = re.compile(r"\s*([CD])\s*([0-9]{6})\s*([A-Z]{3})\s*([0-9][0-9.,]*)")
_ROW = re.compile(
    r"\s*(?P<value>[0-9]{6})(?P<entry>[0-9]{4})?\s*(?P<mark>[RE]?[CD])\s*(?P<funds>[A-Z])?\s*"
    r"(?P<amount>[0-9][0-9.,]{0,39})\s*(?:(?P<kind>[NFS][A-Z0-9 ]{3})|(?![\w.,]))(?P<references>.{0,200})"
)
_ORIGINAL = re.compile(r"/OCMT/([A-Z]{3})([0-9][0-9.,]{0,20})")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_NO_REFERENCE = frozenset({"", "NONREF", "N"})


@dataclass(slots=True, kw_only=True)
class _Row:
    """One field 61 with the field 86 behind it."""

    line: int
    text: str
    more: list[str] = field(default_factory=list[str])
    purpose: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])


@dataclass(slots=True, kw_only=True)
class _Part:
    """One statement of the file: its account, balances and rows."""

    account: str = ""
    opening: tuple[str, Decimal] | None = None
    closing: tuple[str, Decimal] | None = None
    rows: list[_Row] = field(default_factory=list[_Row])
    is_headed: bool = False


def knows(source: Source) -> bool:
    """Say whether a line near the start of the file begins with one of the tags of MT940."""
    return _KNOWN.search(source.head) is not None and source.head.lstrip()[:1] != "<"


def read(source: Source, hints: Hints) -> "Statement":
    """Return the statement; raise DamagedFileError where it holds neither an account nor a booking."""
    text = source.text
    bookings = Bookings(source, FORMAT, text.encoding)
    if text.trouble:
        bookings.problem("encoding", text.trouble)
    for number, part in enumerate(_parts(text.text, bookings), 1):
        _take(part, number, bookings)
    if not (bookings.rows or bookings.accounts or bookings.problems):
        bookings.problem("file", "has balances, but no account and no booking")
    return bookings.statement()


def _parts(text: str, bookings: Bookings) -> list[_Part]:
    """Split the file into its statements."""
    walk = _Walk(bookings)
    for number, line in enumerate(_LINE.split(_TORN_TAG.sub(":", text)), 1):
        if not number % 4096:
            bookings.source.check_time()
        tag = _TAG.match(line)
        if tag:
            walk.tag(tag[1], line[tag.end() :], number)
        elif line.strip("\x00\x01\x03 \t}") == "-":
            walk.end()
        elif line.strip():
            walk.go_on(line)
    return [part for part in walk.parts if part.is_headed or part.rows]


class _Walk:
    """The statement and the field that are open while the lines go by."""

    def __init__(self, bookings: Bookings) -> None:
        self.bookings = bookings
        self.parts: list[_Part] = [_Part()]
        self.lines: list[str] | None = None
        self.after = ""

    def end(self) -> None:
        """Close a statement at its `-`, unless its closing balance is still to come (some banks put one before it)."""
        part = self.parts[-1]
        if part.is_headed and (part.closing or not part.opening):
            self.parts.append(_Part())
        self.lines, self.after = None, ""

    def go_on(self, line: str) -> None:
        """Take a line that continues the field before it."""
        if self.lines is not None:
            self.lines.append(line)

    def tag(self, name: str, value: str, number: int) -> None:
        """Take a line that begins a field."""
        before, self.after, self.lines = self.after, name, None
        part = self.parts[-1]
        if name == "20" or (name in {"25", "25P"} and part.account) or (name[:2] == "60" and part.opening):
            keep = part.account if name[:2] == "60" else ""
            if part.is_headed or part.rows:
                self.parts.append(_Part(account=keep))
        part = self.parts[-1]
        if name not in {"61", "86", "NS"}:
            part.is_headed = True
        if name in {"25", "25P"}:
            part.account = value.strip().strip("/").strip()
        elif name in {"60F", "60M", "62F", "62M"}:
            self._balance(part, name, value, number)
        elif name == "61":
            part.rows.append(_Row(line=number, text=value))
            self.lines = part.rows[-1].more
        elif name in {"86", "NS"}:
            self._behind_row(part, name, value, before)

    def _behind_row(self, part: _Part, name: str, value: str, before: str) -> None:
        """Take a field that describes the row before it; where none stands there it is of the statement."""
        if before in {"61", "86", "NS"} and part.rows:
            row = part.rows[-1]
            self.lines = row.purpose if name == "86" else row.notes
            self.lines.append(value)
        else:
            self.after = ""

    def _balance(self, part: _Part, name: str, value: str, number: int) -> None:
        found = _BALANCE.match(value)
        if not found:
            self.bookings.problem(f"line {number}", f"{value.strip()[:30]!r} is not a balance")
            return
        try:
            amount = _swift(found[4]) * (-1 if found[1] == "D" else 1)
        except AmountError as error:
            self.bookings.problem(f"line {number}", str(error))
            return
        balance = (found[3], amount)
        if name[:2] == "60":
            part.opening = part.opening or balance
        else:
            part.closing = balance


def _take(part: _Part, number: int, bookings: Bookings) -> None:
    """Put each row of a statement among the bookings or the problems, and check the balances."""
    code = part.opening[0] if part.opening else part.closing[0] if part.closing else None
    account = _account(part.account, code)
    where = f"statement {number} ({account or 'no account'})"
    total, lost = Decimal(0), 0
    if part.is_headed and (part.account or part.rows):
        bookings.account(account)
    for row in part.rows:
        try:
            booking = _booking(row, bookings)
        except AmountError as error:
            bookings.problem(f"line {row.line}", f"not read: {error}", severity="error", rows=1)
            lost += 1
            continue
        booking.update(account=account, currency=currency(code))
        bookings.add(booking)
        total += booking["amount"]
    if part.rows and not part.is_headed:
        bookings.problem(where, "these bookings stand in no statement: their account and currency are not known")
    if part.opening and part.closing:
        gap = part.closing[1] - part.opening[1] - total
        if gap:
            why = f"; {lost} rows were not read" if lost else ""
            bookings.problem(where, f"the balances differ from the bookings by {gap:f} {part.closing[0]}{why}")
    elif part.opening and part.rows:
        bookings.problem(where, "the closing balance is missing: the file may be cut off")


def _swift(text: str) -> Decimal:
    """Return an amount of SWIFT: its mark is a comma; a point alone is a mark at some Polish banks."""
    bare = text.rstrip(".")
    if "," in bare:
        return exact(bare, ",")
    if len(bare.partition(".")[2]) == 3:
        raise AmountError(f"{text[:40]!r} can be a thousand or a decimal")
    return exact(bare, ".")


_BIC = re.compile(r"^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?/(?=[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30})")


def _account(text: str, code: str | None) -> str:
    """Return the account as the file names it, without the bank's BIC before and the currency behind an IBAN."""
    bare = _BIC.sub("", text.replace(" ", ""))
    if code and bare.endswith(code) and _IBAN.fullmatch(bare) and len(bare) > 17:
        return bare[:-3]
    return bare if _IBAN.fullmatch(bare) else text


def _booking(row: _Row, bookings: Bookings) -> dict[str, Any]:
    """Return a row of the table; raise AmountError with the reason where it cannot be one."""
    found = _ROW.match(row.text)
    if not found and row.more:  # some banks break the line inside the field
        found = _ROW.match(row.text + row.more.pop(0))
    if not found:
        raise AmountError(f"{row.text.strip()[:40]!r} is not a booking of field 61")
    mark = found["mark"]
    amount = _swift(found["amount"])
    sign = -1 if mark in {"D", "ED", "RC"} else 1  # RC takes a credit back, RD a debit
    booked_on, value_on = _days(found["value"], found["entry"], row, bookings)
    customer, _, bank = found["references"].partition("//")
    purpose = purpose_of(row.purpose) if row.purpose or not row.notes else notes_of(row.notes)
    more = joined(row.more).strip()
    said = purpose.text or purpose.name or more or (customer.strip() if customer.strip() not in _NO_REFERENCE else "")
    original = _ORIGINAL.search(more) or _ORIGINAL.search("".join(row.purpose))
    kind = (found["kind"] or "").strip() or None
    return {
        "id": bank.strip() if bank.strip() not in _NO_REFERENCE else None,
        "booked_on": booked_on,
        "value_on": value_on,
        "amount": amount * sign,
        "original_amount": _swift(original[2]) * sign if original else None,
        "original_currency": original[1] if original else None,
        "descriptor": said or None,
        "counterparty": purpose.name,
        "counterparty_account": purpose.account or (more if _IBAN.fullmatch(more) else None),
        "mandate_id": purpose.mandate_id,
        "creditor_id": purpose.creditor_id,
        "bank_code": f"{kind}+{purpose.code}" if kind and purpose.code else kind or purpose.code,
        "is_reversal": mark[0] == "R",
        "source_place": f"line {row.line}",
    }


def _days(value: str, entry: str | None, row: _Row, bookings: Bookings) -> tuple[date, date | None]:
    """Return booking day and value day. The booking day has no year: it is the one nearest to the value day."""
    year = int(value[:2]) + (2000 if int(value[:2]) < 80 else 1900)
    value_on = _date(year, value[2:4], value[4:6])
    booked_on = None
    if entry and entry != "0000":
        around = [_date(near, entry[:2], entry[2:]) for near in (year, year - 1, year + 1)]
        fixed = value_on or date(year, min(max(int(value[2:4]), 1), 12), 1)
        days = [day for day in around if day is not None]
        booked_on = min(days, key=lambda day: abs((day - fixed).days), default=None)
        if booked_on is None:
            bookings.problem(f"line {row.line}", f"{entry!r} is no day of the calendar: the value day is taken")
    if value_on is None and booked_on is not None:
        bookings.problem(f"line {row.line}", f"the value day {value!r} is none of the calendar: left out")
    if booked_on is None and value_on is None:
        raise AmountError(f"{value!r} is no day of the calendar")
    return booked_on or value_on, value_on  # pyright: ignore[reportReturnType]  one of the two is a day


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
