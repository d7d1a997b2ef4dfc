"""JSON of account aggregators, in the shapes of Plaid, to a Statement.

Two shapes are read: the answer of `/transactions/get` or `/transactions/sync` (`accounts` and `transactions` or
`added`), and the custom user of Plaid's sandbox (`override_accounts`). Plaid writes money that leaves the account as
positive, so the sign is turned round here.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from unrenew.errors import DamagedFileError, UnknownFormatError, UnsafeFileError
from unrenew.readers.amounts import AmountError, currency, day, exact
from unrenew.readers.bookings import Bookings
from unrenew.readers.formats import Hints
from unrenew.readers.sources import Source

if TYPE_CHECKING:
    from unrenew.model.statements import Statement

FORMAT = "plaid"

_MCC = re.compile(r"[0-9]{4}")
_LISTS = ("transactions", "added", "modified")


def knows(source: Source) -> bool:
    """Say whether the file is JSON; whether it is of a known shape is told when it is read."""
    start = source.head.lstrip()[:200].lstrip()
    return start[:1] == "{" or (start[:1] == "[" and start[1:].lstrip()[:1] in "{]")


def read(source: Source, hints: Hints) -> "Statement":
    """Return the statement; raise UnknownFormatError for JSON of another shape."""
    text = source.text
    bookings = Bookings(source, FORMAT, text.encoding)
    document = _parsed(text.text, source.path)
    for number, (account, item) in enumerate(_items(document, bookings, source.path), 1):
        where = f"transaction {number}"
        if item.__class__ is not dict:
            bookings.problem(where, "not read: it is no object", severity="error", rows=1)
            continue
        try:
            bookings.add(_booking(item, account, where))
        except AmountError as error:
            level = "info" if item.get("pending") is True else "error"
            bookings.problem(where, f"not read: {error}", severity=level, rows=1)
    return bookings.statement()


def _parsed(text: str, where: str) -> Any:
    import json

    try:
        return json.loads(text, parse_float=Decimal, parse_int=_whole, parse_constant=str)
    except RecursionError as error:
        raise UnsafeFileError("is nested too deep for a statement", where=where, hint="Download it again") from error
    except ValueError as error:
        raise DamagedFileError(
            f"looks like JSON but is damaged ({str(error)[:80]})", where=where, hint="Download it again"
        ) from error


def _whole(text: str) -> Any:
    return int(text) if len(text) < 40 else text


def _items(document: Any, bookings: Bookings, where: str) -> Iterator[tuple[str | None, Any]]:
    """Yield each transaction with the account that it stands in, None where it names its account itself."""
    if document.__class__ is dict and document.get("override_accounts").__class__ is list:
        for number, account in enumerate(document["override_accounts"], 1):
            name = _text(account, "name") or _text(account, "subtype") or f"account {number}"
            bookings.account(name)
            rows: Any = account.get("transactions") if account.__class__ is dict else None
            items: list[Any] = rows if rows.__class__ is list else []
            yield from ((name, item) for item in items)
        return
    lists: list[Any] = [document] if document.__class__ is list else []
    if document.__class__ is dict:
        lists = [document[name] for name in _LISTS if document.get(name).__class__ is list]
    if not lists or not all(_is_transaction(items[0]) for items in lists if items):
        raise UnknownFormatError(
            "is JSON, but not of transactions as Plaid writes them",
            where=where,
            hint="Get the statement as OFX, CAMT, MT940, QIF or CSV",
        )
    for items in lists:
        yield from ((None, item) for item in items)


def _is_transaction(item: Any) -> bool:
    return item.__class__ is dict and "amount" in item and bool(item.keys() & {"date", "date_posted"})


def _booking(item: dict[str, Any], account: str | None, where: str) -> dict[str, Any]:
    if item.get("pending") is True:
        raise AmountError("the transaction is pending: it counts once it is booked")
    booked_on = day(_text(item, "date_posted") or _text(item, "date"))
    if booked_on is None:
        raise AmountError("it has no day that can be")
    amount = item.get("amount")
    if amount is None or amount.__class__ is bool:
        raise AmountError("it has no amount")
    bank: Any = item.get("payment_meta")
    return {
        "account": account if account is not None else _text(item, "account_id") or "",
        "id": _text(item, "transaction_id"),
        "booked_on": booked_on,
        "value_on": day(_text(item, "date_transacted") or _text(item, "authorized_date")),
        "amount": -exact(_plain(amount), "."),
        "currency": currency(_text(item, "iso_currency_code") or _text(item, "currency")),
        "descriptor": _text(item, "original_description") or _text(item, "description") or _text(item, "name"),
        "counterparty": _text(item, "merchant_name") or _text(bank, "payee"),
        "mcc": next((code for code in (_text(item, "mcc") or "",) if _MCC.fullmatch(code)), None),
        "bank_code": _text(item, "transaction_code"),
        "source_place": where,
    }


def _plain(amount: Any) -> str:
    """Return a number of JSON without an exponent, bounded: 1e999999999 is nine characters there."""
    if amount.__class__ is Decimal and -40 < amount.adjusted() < 40:
        return f"{amount:f}"
    return str(amount)[:100]


def _text(node: Any, name: str) -> str | None:
    value: Any = node.get(name) if node.__class__ is dict else None
    return value or None if value.__class__ is str else None
