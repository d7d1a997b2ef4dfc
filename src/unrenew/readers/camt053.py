"""CAMT.052, .053 and .054 (ISO 20022) to a Statement.

The bank-to-customer report, statement and notification share one entry (`Ntry`); every version of the schema and files
without a namespace are read. Entries whose markup is that of an earlier one are read by their texts (`camt_shapes`);
where a file is odd in any way, all of it is parsed as a stream instead.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from unrenew.errors import UnsafeFileError
from unrenew.readers.amounts import AmountError, currency, day, exact
from unrenew.readers.bookings import Bookings
from unrenew.readers.camt_entries import SKIPPED, Account, dig, entry_rows
from unrenew.readers.camt_shapes import RUN, OddEntryError, Shapes, part
from unrenew.readers.encodings import Text
from unrenew.readers.formats import Hints
from unrenew.readers.sources import Source
from unrenew.readers.xml_folds import BrokenXmlError, Folder, Node

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

FORMAT = "camt"

_KNOWN = re.compile(r"<(?:[\w.-]{1,30}:)?(?:BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)|Ntry)\b|:camt\.05[234]\.")
_DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_NAMESPACE = re.compile(r"""\s+xmlns\s*=\s*(?:"[^"<]{0,200}"|'[^'<]{0,200}')""")
"""The default namespace: names are compared without it, and read faster where it is gone."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_HEAD = 4096
_ENTRY = re.compile(r"<(?:[\w.-]{1,30}:)?Ntry(?=[\s/>])")
_PARTS = ("Acct", "Bal", "TxsSummry", "CreDtTm", "FrToDt")
_STATEMENTS = ("Stmt", "Rpt", "Ntfctn")
_OPENING = ("OPBD", "PRCD")
_CLOSING = ("CLBD",)
_NOTHING = Decimal(0)


def knows(source: Source) -> bool:
    """Say whether the first part of the file has the marks of a CAMT message."""
    return source.head.lstrip()[:1] == "<" and _KNOWN.search(source.head) is not None


def read(source: Source, hints: Hints) -> "Statement":
    """Return the statement; raise UnsafeFileError for a DOCTYPE, DamagedFileError where no entry could be read."""
    declared = _DECLARED.match(source.data[:1024])
    text = source.declared_text(declared[1].decode("ascii", "replace") if declared else None)
    refuse_doctype(text.text, source.path)
    try:
        reading = _Reading(_bookings(source, text))
        reading.parse_by_shapes(text.text)
    except (OddEntryError, BrokenXmlError):
        reading = _Reading(_bookings(source, text))
        reading.parse(_bare(text.text))
    return reading.bookings.statement()


def _bookings(source: Source, text: Text) -> Bookings:
    bookings = Bookings(source, FORMAT, text.encoding)
    if text.trouble:
        bookings.problem("encoding", text.trouble)
    return bookings


def refuse_doctype(text: str, where: str) -> None:
    """Raise UnsafeFileError where XML brings its own definitions: no bank does, and bombs are made of them."""
    if "!" in text and ("<!DOCTYPE" in text or "<!ENTITY" in text):
        raise UnsafeFileError(
            "has a DOCTYPE, which no bank writes", where=where, hint="Download the statement from the bank itself"
        )


def _bare(text: str) -> str:
    """Return the XML without its declaration and without the default namespace of its outer element."""
    head = _DECLARATION.sub("", text[:_HEAD], count=1)
    start = head.find("<Document")
    end = head.find(">", start)
    if 0 <= start < end:
        head = head[:start] + _NAMESPACE.sub("", head[start:end], count=1) + head[end:]
    return head + text[_HEAD:]


class _Reading:
    """One pass over a file: the statement that is open, and what its entries add up to."""

    def __init__(self, bookings: Bookings) -> None:
        self.bookings = bookings
        self.entries = 0
        self.statements = 0
        self.undated = 0
        self.expected: int | None = None
        self.runs: Iterator[Iterable[Node]] = iter(())
        self._open()

    def _open(self) -> None:
        self.account = Account(name="")
        self.balances: list[tuple[str, str | None, Decimal]] = []
        self.balanced: set[date | None] = set()
        self.sums: dict[str, Decimal] = {}
        self.made_on: date | None = None
        self.period: set[date | None] = set()
        self.count = 0
        self.lost = 0

    def parse_by_shapes(self, text: str) -> None:
        """Read all entries, those of a shape seen before by their texts; raise OddEntryError or BrokenXmlError."""
        rest, runs = part(text)
        folder = self._folder(RUN)
        shapes = Shapes(text, folder)
        self.runs = ((shapes.entry(text[start:end]) for start, end in run) for run in runs)
        folder.parse(_bare(rest))
        self._ended()

    def parse(self, text: str) -> None:
        """Read all entries; keep what was read where the file breaks off."""
        try:
            self._folder("Ntry").parse(text)
        except BrokenXmlError as error:
            self._broken(text, error)
        self._ended()

    def _folder(self, entries: str) -> Folder:
        return Folder((entries, *_PARTS), _STATEMENTS, self._found, self._closed, SKIPPED)

    def _ended(self) -> None:
        if self.undated:
            what = f"{self.undated} entries have no booking day: their value day is taken"
            self.bookings.problem("entries", what, severity="info")

    def _broken(self, text: str, error: BrokenXmlError) -> None:
        left = len(_ENTRY.findall(text)) - self.entries
        what = f"the XML is broken or cut off here ({error}): what comes after it is not read"
        self.bookings.problem(f"line {error.line}", what, severity="error", rows=max(0, left))
        if self.account.name:
            self.bookings.account(self.account.name)

    def _found(self, name: str, parent: str, node: Node) -> None:
        if name == "Ntry":
            self._entry(node)
        elif name == RUN:
            for entry in next(self.runs):
                self._entry(entry)
        elif parent in _STATEMENTS:
            self._part(name, node)

    def _closed(self, name: str, parent: str) -> None:
        if name in _STATEMENTS and parent.startswith("BkToCstmr"):
            self._close()

    def _part(self, name: str, node: Node) -> None:
        if name == "Acct":
            self.account = Account.of(node)
        elif name == "Bal":
            self._balance(node)
        elif name == "CreDtTm":
            self.made_on = day(dig(node))
        elif name == "FrToDt":
            self.period = {day(dig(node, f"{side}Dt") or dig(node, f"{side}DtTm")) for side in ("Fr", "To")}
        elif name == "TxsSummry":
            count = dig(node, "TtlNtries", "NbOfNtries")
            self.expected = int(count) if count and count.isascii() and count.isdigit() and len(count) < 9 else None

    def _balance(self, node: Node) -> None:
        kind = dig(node, "Tp", "CdOrPrtry", "Cd") or dig(node, "Tp", "Cd")
        amount: Any = node.get("Amt")
        if not kind or amount.__class__ is not Node:
            return
        try:
            value = exact(str(amount.get("", "")), ".")
        except AmountError as error:
            self.bookings.problem(f"balance {kind}", str(error))
            return
        sign = -1 if node.get("CdtDbtInd") == "DBIT" else 1
        self.balances.append((kind, currency(amount.get("Ccy")), value * sign))
        self.balanced.add(day(dig(node, "Dt", "Dt") or dig(node, "Dt", "DtTm")))

    def _entry(self, node: Node) -> None:
        self.entries += 1
        self.count += 1
        where = f"entry {self.statements + 1}.{self.count}"
        if len(node) == 1 and "" in node:
            self.lost += 1
            self.bookings.problem(where, "the entry is empty", rows=1)
            return
        undated = "BookgDt" not in node and "ValDt" not in node
        found = entry_rows(node, self.account, where, self._day() if undated else None)
        for row in found.rows:
            self.bookings.add(row)
            self.sums[row["currency"]] = self.sums.get(row["currency"], _NOTHING) + row["amount"]
        for problem in found.problems:
            self.bookings.problems.append(problem)
            self.lost += problem.rows if problem.severity != "info" else 0
        self.undated += found.undated

    def _day(self) -> date | None:
        """Return the one day that the statement is of, by its period or all its balances; else when it was made."""
        days = self.period or (self.balanced if len(self.balances) > 1 else set[date | None]())
        return next(iter(days)) if len(days) == 1 and None not in days else self.made_on

    def _close(self) -> None:
        self.statements += 1
        self.bookings.account(self.account.name)
        where = f"statement {self.statements} ({self.account.name or 'no account'})"
        if self.expected is not None and self.expected != self.count:
            self.bookings.problem(where, f"the file announces {self.expected} entries and has {self.count}")
        self.expected = None
        self._check_balance(where)
        self._open()

    def _check_balance(self, where: str) -> None:
        """Compare opening balance plus booked entries with the closing balance, in the account's currency."""
        opening = next((item for kind in _OPENING for item in self.balances if item[0] == kind), None)
        closing = next((item for item in reversed(self.balances) if item[0] in _CLOSING), None)
        if opening is None or closing is None:
            return
        if opening[1] != closing[1]:
            self.bookings.problem(
                where, f"opening balance in {opening[1]}, closing balance in {closing[1]}: not checked"
            )
            return
        booked = self.sums.get(opening[1] or "", _NOTHING)
        gap = closing[2] - opening[2] - booked
        if gap:
            why = f"; {self.lost} entries were not read" if self.lost else ""
            self.bookings.problem(where, f"the balances differ from the entries by {gap:f} {opening[1]}{why}")
