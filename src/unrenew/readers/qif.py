"""QIF (Quicken Interchange Format) to a Statement.

The format has no standard: dates and numbers are written as in the country of the program that wrote them, and say not
which. Both are settled over the whole file; where a date could be two days and nothing in the file decides, the rows
are problems and `date_order` (`--date-order`) tells which it is.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from unrenew.readers.amounts import AmountError, Mark, decimal_mark, exact, is_year_first
from unrenew.readers.bookings import Bookings
from unrenew.readers.formats import Hints
from unrenew.readers.sources import Source

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

FORMAT = "qif"

_KNOWN = re.compile(r"^\s*!(?:type|account|option|clear)\b", re.IGNORECASE | re.MULTILINE)
_LINE = re.compile(r"\r\n|\n|\r")
_DATE = re.compile(r"\s*([0-9]{1,4})\s*[/.\-' ]\s*([0-9]{1,2})\s*([/.\-' ])\s*([0-9]{1,4})")
_SHORT = re.compile(r"\s*([0-9]{2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*$")
_NAMED = re.compile(r"\s*([0-9]{1,2})[ ./-]*([^\W\d_]{3,9})\.?[ ./',-]*([0-9]{2,4})")
_NAMED_FIRST = re.compile(r"\s*([^\W\d_]{3,9})\.? ?([0-9]{1,2}),? ?([0-9]{4})")
_MONTHS = (
    *(
        ("jan", "gen", "ene"),
        ("feb", "fev", "fév"),
        ("mar", "mär", "mrt", "mae"),
        ("apr", "avr", "abr"),
        ("may", "mai"),
    ),
    *(
        ("jun", "giu", "juin"),
        ("jul", "lug", "juil"),
        ("aug", "aoû", "aou", "ago"),
        ("sep", "set"),
        ("oct", "okt", "out"),
    ),
    *(("nov",), ("dec", "dez", "déc", "dic")),
)
_COMPACT = re.compile(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})\b")
_LISTS = frozenset(
    {"cat", "class", "memorized", "security", "prices", "budget", "invitem", "template", "tag", "payee", "bill"}
)
_INVESTMENTS = frozenset({"invst", "port", "401(k)/403(b)", "mutual"})
_NO_CASH = frozenset(
    {"reinvdiv", "reinvint", "reinvlg", "reinvsh", "reinvmd", "shrsin", "shrsout", "stksplit", "reminder", "buyx"}
    | {"sellx", "divx", "intincx", "cglongx", "cgshortx", "cgmidx", "rtrncapx", "miscincx", "miscexpx", "grant", "vest"}
)
_WAYS = {"withdrawal": -1, "debit": -1, "payment": -1, "deposit": 1, "credit": 1}
_SOME = 2
"""One amount above zero is nothing strange."""

_OUT = frozenset({"buy", "miscexp", "margint", "xout", "contribout", "cvrshrt", "withdrwx"})


@dataclass(slots=True, kw_only=True)
class _Record:
    """The lines between two carets: their first letter, and the rest."""

    line: int
    kind: str
    account: str
    fields: dict[str, str] = field(default_factory=dict[str, str])
    splits: list[str] = field(default_factory=list[str])
    percents: bool = False
    whole: bool = True


def knows(source: Source) -> bool:
    """Say whether a line near the start of the file begins with one of the headers of QIF."""
    found = _KNOWN.search(source.head[:16384])
    return found is not None and source.head.lstrip()[:1] in "!#"


def read(source: Source, hints: Hints) -> "Statement":
    """Return the statement; raise DamagedFileError where it holds neither an account nor a booking."""
    text = source.text
    bookings = Bookings(source, FORMAT, text.encoding)
    if text.trouble:
        bookings.problem("encoding", text.trouble)
    records = _Walk(bookings).run(text.text)
    order, why = _date_order([record.fields.get("D", "") for record in records], hints.date_order)
    texts = [value for record in records for value in (_amount_text(record), *record.splits) if value]
    mark = decimal_mark(texts)
    if why:
        bookings.problem("dates", why, severity="info" if order == "YMD" else "warning")
    signs = _signs(records)
    for record in records:
        _take(record, order, mark, signs, bookings)
    if not signs and {record.kind for record in records} == {"ccard"}:
        _check_signs(bookings)
    return bookings.statement()


def _signs(records: list[_Record]) -> dict[str, int]:
    """Return the sign of each action where no amount has a minus and every booking says "Withdrawal" or "Deposit"."""
    money = [record for record in records if record.kind not in _INVESTMENTS and _amount_text(record)]
    named = all(record.fields.get("N", "").lower() in _WAYS for record in money)
    return _WAYS if money and named and not any("-" in _amount_text(record) for record in money) else {}


def _check_signs(bookings: Bookings) -> None:
    """Say where no amount of a card has a minus: what was bought and what was paid back cannot be told then."""
    amounts = [row["amount"] for row in bookings.rows if row["amount"]]
    if len(amounts) >= _SOME and all(amount > 0 for amount in amounts):
        bookings.problem("amounts", "no amount has a minus: all are taken as money in, as they are written")


class _Walk:
    """The header, the account and the record that are open while the lines go by."""

    def __init__(self, bookings: Bookings) -> None:
        self.bookings = bookings
        self.kind = ""
        self.account = ""
        self.listing = False
        self.named: list[str] = []  # by the latest list of accounts
        self.records: list[_Record] = []
        self.record: _Record | None = None
        self.skipped: dict[str, int] = {}

    def run(self, text: str) -> list[_Record]:
        """Return the bookings of the file; note its accounts, and what is left out because it is none."""
        for number, line in enumerate(_LINE.split(text), 1):
            if not number % 4096:
                self.bookings.source.check_time()
            bare = line.strip(" \t\x00\x1a\ufeff")
            if bare.startswith("!"):
                self._close(whole=True)
                self._header(bare[1:].strip().lower())
            elif bare.startswith("^"):
                self._close(whole=True)
            elif bare and not (bare.startswith("#") and self.record is None):
                self._field(bare, number)
        self._end()
        for kind, count in self.skipped.items():
            what = f"{count} entries of the list !Type:{kind} are no bookings: left out"
            self.bookings.problem("file", what, severity="info")
        return self.records

    def _end(self) -> None:
        """Close the record that the file breaks off in: taken where day and amount are there, but never in silence."""
        if self.record is None:
            return
        whole = {"D", "T"} <= self.record.fields.keys()
        if whole:
            what = "the last booking has no end (^): the file may be cut off, compare its amount"
            self.bookings.problem(f"line {self.record.line}", what)
        self._close(whole=whole)

    def _header(self, header: str) -> None:
        name, _, value = header.partition(":")
        if name == "option" and value == "autoswitch":
            self.listing = True
        elif name == "clear" and value == "autoswitch":
            self.listing = False
        elif name == "account":
            self.kind = "account"
            self.named = []
        elif name == "type":
            if self.kind == "account" and len(self.named) == 1:  # one account right above its bookings is no list
                self.account = self.named[0]
            self.kind = value.strip()
            self.listing = False

    def _field(self, text: str, number: int) -> None:
        if self.record is None:
            self.record = _Record(line=number, kind=self.kind, account=self.account)
        key, value = text[0].upper(), text[1:].strip()
        record = self.record
        if key == "$":
            record.splits.append(value)
        elif key == "%":
            record.percents = True
        elif key == "A" and record.fields.get("A"):
            record.fields["A"] += ", " + value
        elif key not in {"S", "E"} and not record.fields.get(key):
            record.fields[key] = value

    def _close(self, *, whole: bool) -> None:
        record, self.record = self.record, None
        if record is None:
            return
        record.whole = whole
        if record.kind == "account":
            name = record.fields.get("N", "")
            self.named.append(name)
            if not self.listing:
                self.account = name
            self.bookings.account(name)
        elif record.kind in _LISTS or record.kind.split(":")[0] in _LISTS:
            self.skipped[record.kind] = self.skipped.get(record.kind, 0) + 1
        else:
            self._named_by_opening(record)
            self.records.append(record)

    def _named_by_opening(self, record: _Record) -> None:
        """Quicken names an account that has no !Account by its first record: `POpening Balance`, `L[name]`."""
        target = record.fields.get("L", "")
        is_opening = record.fields.get("P", "").lower() == "opening balance"
        if not self.account and is_opening and target.startswith("[") and target.endswith("]"):
            self.account = record.account = target[1:-1]


def _amount_text(record: _Record) -> str:
    return record.fields.get("T") or record.fields.get("U") or record.fields.get("$") or ""


def _date_order(texts: list[str], told: str | None) -> tuple[str | None, str]:
    """Return the order of day and month that fits every date of a file, and what to say where it is not settled."""
    if told in {"DMY", "MDY", "YMD"}:
        return told, ""
    short = [_SHORT.match(text) for text in texts if text]
    if all(short) and is_year_first((int(one[1]), int(one[2]), int(one[3])) for one in short if one):
        return "YMD", "the year stands first: so the dates lie closest together"
    fits = {"MDY": 0, "DMY": 0}
    dotted = 0
    for text in texts:
        found = _DATE.match(text)
        if not found or len(found[1]) > 2:
            continue
        first, second = int(found[1]), int(found[2])
        fits["MDY"] += first <= 12 < second
        fits["DMY"] += second <= 12 < first
        dotted += "." in found[0]
    if fits["MDY"] and fits["DMY"]:
        order = max(fits, key=lambda key: fits[key])
        return order, f"day and month stand in both orders: {order} is taken, which fits more dates"
    if fits["MDY"] or fits["DMY"]:
        return max(fits, key=lambda key: fits[key]), ""
    if dotted:
        return "DMY", ""
    order = _order_by_rows(texts)
    return order, f"day and month settled by the order of the rows alone: {order} is taken" if order else ""


def _order_by_rows(texts: list[str]) -> str | None:
    """Return the order of day and month in which the rows go steadily on or back, where only one of the two does."""
    steady: list[str] = []
    for order in ("MDY", "DMY"):
        days: list[date] = []
        for text in texts:
            try:
                days.append(_day(text, order))
            except AmountError:
                continue
        if len(set(days)) >= 3 and days in (sorted(days), sorted(days, reverse=True)):
            steady.append(order)
    return steady[0] if len(steady) == 1 else None


def _day(text: str, order: str | None) -> date:
    """Return the day; raise AmountError where it is none, or could be two."""
    compact = _COMPACT.match(text)
    found = _DATE.match(text)
    if not found and not compact:
        return _named_day(text)
    if compact and not found:
        return _date(int(compact[1]), int(compact[2]), int(compact[3]), text)
    assert found
    first, second, last = int(found[1]), int(found[2]), int(found[4])
    if len(found[1]) == 4:
        return _date(first, second, last, text)
    if order == "YMD" and len(found[4]) <= 2:
        return _date(_year(first, digits=2, apostrophe=False), second, last, text)
    year = _year(last, digits=len(found[4]), apostrophe=found[3] == "'")
    if order is None and first <= 12 and second <= 12 and first != second:
        raise AmountError(f"{text[:30]!r} can be two days, and nothing in the file settles it: say --date-order")
    if order == "DMY" and second <= 12:
        first, second = second, first
    return _date(year, *((first, second) if first <= 12 else (second, first)), text)


def _named_day(text: str) -> date:
    """Return the day of a date whose month is a word, as in 26 Jan 2026 or January 26, 2026."""
    found = _NAMED.match(text)
    parts = (found[1], found[2], found[3]) if found else None
    found = None if parts else _NAMED_FIRST.match(text)
    parts = (found[2], found[1], found[3]) if found else parts
    if parts:
        word = parts[1].lower()
        for month, starts in enumerate(_MONTHS, 1):
            if word.startswith(starts) or (month == 5 and word.startswith(("mag", "mei"))):
                return _date(_year(int(parts[2]), digits=len(parts[2]), apostrophe=False), month, int(parts[0]), text)
    raise AmountError(f"{text[:30]!r} is no day" if text else "it has no day")


def _year(number: int, *, digits: int, apostrophe: bool) -> int:
    """Return the whole year: Quicken writes 1998 as 98 and, from 2000 on, an apostrophe before the two digits."""
    if digits > 2:
        return number
    return number + (2000 if apostrophe or number < 70 else 1900)


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise AmountError(f"{text[:30]!r} is no day of the calendar") from None


def _take(record: _Record, order: str | None, mark: Mark | None, signs: dict[str, int], bookings: Bookings) -> None:
    """Put a record among the bookings or the problems."""
    where = f"line {record.line}"
    fields = record.fields
    if not fields.keys() & {"D", "T", "U", "P"}:
        bookings.problem(where, "neither a day nor an amount: no booking", severity="info")
        return
    try:
        if not record.whole:
            raise AmountError("the file ends in the middle of it")  # noqa: TRY301 one place for every reason
        booked_on = _day(fields.get("D", ""), order)
        amount = _amount(record, mark)
    except AmountError as error:
        bookings.problem(where, f"not read: {error}", severity="error", rows=1)
        return
    if amount is None:
        action = fields.get("N") or "entry"
        bookings.problem(where, f"the {action} moves no cash here: left out", severity="info", rows=1)
        return
    _check_splits(record, amount, mark, bookings)
    amount *= signs.get(fields.get("N", "").lower(), 1)
    bookings.add(_booking(record, booked_on, amount, where))


def _amount(record: _Record, mark: Mark | None) -> Decimal | None:
    """Return the cash that moves, None where none does; an investment action gives the sign (QIF has none there)."""
    text = _amount_text(record)
    action = record.fields.get("N", "").lower()
    if record.kind in _INVESTMENTS:
        if action in _NO_CASH or not text:
            return None
        amount = exact(text, mark)
        return -abs(amount) if action in _OUT else amount
    if not text:
        raise AmountError("it has no amount")
    return exact(text, mark)


def _check_splits(record: _Record, amount: Decimal, mark: Mark | None, bookings: Bookings) -> None:
    """Say where the splits do not add up to the booking: the booking counts, and counts once."""
    if not record.splits or record.percents or record.kind in _INVESTMENTS:
        return
    try:
        total = sum((exact(text, mark) for text in record.splits), Decimal(0))
    except AmountError as error:
        bookings.problem(f"line {record.line}", f"a split is not read: {error}")
        return
    if total != amount:
        bookings.problem(f"line {record.line}", f"its splits add up to {total:f}, the booking is {amount:f}")


def _booking(record: _Record, booked_on: date, amount: Decimal, where: str) -> dict[str, Any]:
    fields = record.fields
    payee, memo = fields.get("P", ""), fields.get("M", "")
    text = max(payee, memo, key=len) if payee in memo or memo in payee else f"{payee} {memo}"
    is_investment = record.kind in _INVESTMENTS
    paper = fields.get("Y", "")
    return {
        "account": record.account,
        "booked_on": booked_on,
        "amount": amount,
        "descriptor": text or paper or fields.get("N") or None,
        "counterparty": payee or None if memo and payee not in memo else None,
        "bank_code": fields.get("N") or None if is_investment else None,
        "source_place": where,
    }
