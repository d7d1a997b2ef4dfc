"""One CAMT entry, folded, to rows of the table and problems."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from unrenew.model.values import Problem
from unrenew.readers.amounts import AmountError, currency, day, exact
from unrenew.readers.xml_folds import Node

SKIPPED = frozenset(
    {"RltdAgts", "PstlAdr", "CtctDtls", "Chrgs", "RltdDts", "RltdPric", "RltdQties", "Tax", "Intrst"}
) | {
    *("TechInptChanl", "Purp", "RltdRmtInf", "FinInstrmId", "Svcr", "Btch", "Issr", "NtryRef", "EndToEndId", "InstrId"),
    *("PmtInfId", "MsgId", "TxId", "InitgPty", "TradgPty", "ElctrncSeqNb"),
}
"""Parts of an entry that no column takes: not worth the time of folding them."""

_NO_REFERENCE = frozenset({"", "NONREF", "NOTPROVIDED", "NOT PROVIDED", "NONE", "N/A"})
_CREDITOR_ID = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")
_MCC = re.compile(r"[0-9]{4}")
_KEPT = 4096
"""Parts of entries of which is kept what they say: they are few, and stand in many entries."""
_SIGNS = {"DBIT": -1, "CRDT": 1}
_UNBOOKED = {
    "PDNG": "is pending, not booked yet",
    "INFO": "is for information, not booked",
    "FUTR": "is not booked yet",
}


Row = dict[str, Any]
"""A transaction: columns of `transactions.SCHEMA`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account of a statement: IBAN or number, and its currency where the file says it."""

    name: str
    currency: str | None = None

    @classmethod
    def of(cls, node: Node) -> "Account":
        """Return the account from a folded `Acct`."""
        return cls(name=account_number(node) or "", currency=currency(dig(node, "Ccy")))


@dataclass(slots=True, kw_only=True)
class EntryRows:
    """What one entry gave: bookings, problems, and how many had to take the value day for the booking day."""

    rows: Sequence[Row] = ()
    problems: Sequence[Problem] = ()
    undated: int = 0


def dig(node: Any, *path: str) -> str | None:
    """Return the text at a path of a folded element (the first where several stand there), or None."""
    for name in path:
        if node.__class__ is list:
            node = node[0]
        if node.__class__ is not Node:
            return None
        node = node.get(name)
        if node is None:
            return None
    if node.__class__ is list:
        node = node[0]
    if node.__class__ is Node:
        node = node.get("")
    return node or None


def leaf(node: Node, name: str) -> str | None:
    """Return the text of a child; the short way for what nearly every entry has."""
    value = node.get(name)
    return value or None if value is None or value.__class__ is str else dig(node, name)


def each(node: Any, name: str) -> Sequence[Any]:
    """Return all children of one name."""
    value = node.get(name) if node.__class__ is Node else None
    if value is None:
        return ()
    return value if value.__class__ is list else [value]


_EMPTY = Node()


def _node(value: Any) -> Node:
    """Return a folded element, also where it is empty."""
    return value if value.__class__ is Node else _EMPTY


def account_number(node: Any) -> str | None:
    """Return IBAN or number from a folded account, in each place where a version of the schema puts it."""
    if node is None:
        return None
    ids: Any = node.get("Id") if node.__class__ is Node else None
    iban: Any = ids.get("IBAN") if ids.__class__ is Node else None
    number = (
        (iban if iban.__class__ is str else None)
        or dig(node, "Id", "IBAN")
        or dig(node, "Id", "Othr", "Id")
        or dig(node, "Id", "BBAN")
        or dig(node, "Id", "PrtryAcct", "Id")
        or dig(node, "Id", "UPIC")
    )
    return number.replace(" ", "") if number and number[:2].isalpha() else number


def entry_rows(entry: Node, account: Account, where: str, made_on: date | None = None) -> EntryRows:
    """Return the bookings of one entry: one a detail where the details have amounts that add up, else one in all.

    `made_on` is the day of the statement: it stands in for an entry that has no day at all, which is then said.
    """
    status = entry.get("Sts") or ""
    if status.__class__ is not str:
        status = dig(entry, "Sts", "Cd") or dig(entry, "Sts", "Prtry") or dig(entry, "Sts") or ""
    if status.upper() in _UNBOOKED:
        what = f"the entry {_UNBOOKED[status.upper()]}: it counts once it is booked"
        return EntryRows(problems=(Problem(where=where, what=what, severity="info", rows=1),))
    try:
        base = _base(entry, account, made_on)
    except AmountError as error:
        return EntryRows(problems=(Problem(where=where, what=f"not read: {error}", severity="error", rows=1),))
    rows = _rows(entry, base, account, where)
    if "BookgDt" in entry or "ValDt" in entry:
        return EntryRows(rows=rows, undated=int("ValDt" in entry and _when(entry, "BookgDt") is None))
    return EntryRows(
        rows=rows, problems=(Problem(where=where, what="the entry has no day: that of the statement is taken"),)
    )


def _rows(entry: Node, base: Row, account: Account, where: str) -> list[Row]:
    details = _details(entry)
    amounts = _detail_amounts(details, base) if len(details) > 1 else None
    if amounts is None:
        base["source_place"] = where
        detail = details[0] if len(details) == 1 else _EMPTY
        return [_described(base, entry, detail, account, single=True)]
    rows: list[Row] = []
    reference = base["id"]
    for number, (detail, amount) in enumerate(zip(details, amounts, strict=True), 1):
        row = {**base, "amount": amount, "id": f"{reference}.{number}" if reference else None}
        row["source_place"] = f"{where}.{number}"
        rows.append(_described(row, entry, detail, account, single=False))
    return rows


def _details(entry: Node) -> list[Node]:
    parts: Any = entry.get("NtryDtls")
    if parts.__class__ is Node and parts.get("TxDtls").__class__ is Node:
        return [parts["TxDtls"]]  # as nearly all are
    return [_node(detail) for part in each(entry, "NtryDtls") for detail in each(part, "TxDtls")]


def _base(entry: Node, account: Account, made_on: date | None) -> Row:
    """Return what all details of an entry share; raise AmountError where amount, sign or day is missing."""
    amount: Any = entry.get("Amt")
    if amount.__class__ is not Node:
        text, code = dig(entry, "Amt"), None
    else:
        text, code = amount.get(""), currency(amount.get("Ccy"))
    if not text:
        raise AmountError("the entry has no amount")
    sign = _SIGNS.get(leaf(entry, "CdtDbtInd") or "")
    if sign is None:
        raise AmountError("the entry does not say whether it is a debit or a credit")
    value_on = _when(entry, "ValDt")
    booked_on = _when(entry, "BookgDt") or value_on
    if "BookgDt" not in entry and "ValDt" not in entry:
        booked_on = made_on
    if booked_on is None:
        raise AmountError("the entry has no day that can be")
    return {
        "account": account.name,
        "id": _reference(leaf(entry, "AcctSvcrRef")),
        "booked_on": booked_on,
        "value_on": value_on,
        "amount": exact(text, ".") * sign,
        "currency": code or account.currency,
        "is_reversal": (leaf(entry, "RvslInd") or "").lower() in {"true", "1"},
    }


def _when(entry: Node, name: str) -> date | None:
    node: Any = entry.get(name)
    return _day(node) if node.__class__ is Node else day(dig(entry, name))


@lru_cache(maxsize=_KEPT)
def _day(node: Node) -> date | None:
    return day(leaf(node, "Dt") or leaf(node, "DtTm"))


def _reference(text: str | None) -> str | None:
    return None if text is None or text.upper() in _NO_REFERENCE else text


def _detail_amounts(details: list[Node], base: Row) -> list[Decimal] | None:
    """Return the signed amounts of the details in the entry's currency, or None where they do not add up to it."""
    amounts: list[Decimal] = []
    for detail in details:
        amount = _own_amount(detail, base)
        if amount is None:
            return None
        amounts.append(amount)
    return amounts if sum(amounts) == base["amount"] else None


def _own_amount(detail: Node, base: Row) -> Decimal | None:
    sign = _SIGNS.get(dig(detail, "CdtDbtInd") or "") or (-1 if base["amount"] < 0 else 1)
    for text, code in _amounts(detail, ("Amt",), ("AmtDtls", "TxAmt", "Amt"), ("AmtDtls", "InstdAmt", "Amt")):
        if code in {None, base["currency"]}:
            try:
                return exact(text, ".") * sign
            except AmountError:
                return None
    return None


def _amounts(node: Any, *paths: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    for path in paths:
        inner: Any = node
        for name in path:
            inner = inner.get(name) if inner.__class__ is Node else None
        if inner.__class__ is Node and inner.get(""):
            yield inner[""], currency(inner.get("Ccy"))


def _described(row: Row, entry: Node, detail: Node, account: Account, *, single: bool) -> Row:
    """Fill in whom, why and how from the detail, and from the entry where the detail is silent."""
    parties = _node(detail.get("RltdPties"))
    name, ultimate, number, creditor_id = _whom(parties, account.name, row["amount"] < 0, row["is_reversal"])
    row["counterparty"] = name or ultimate
    row["counterparty_account"] = number
    row["descriptor"] = _text(entry, detail, ultimate if name else None) or row["counterparty"]
    refs = detail.get("Refs")
    row["mandate_id"] = dig(refs, "MndtId") if refs else None
    row["creditor_id"] = creditor_id
    row["bank_code"] = _bank_code(detail, entry)
    row["mcc"] = (_mcc(detail) if "CardTx" in detail else None) or (_mcc(entry) if "CardTx" in entry else None)
    if single and row["id"] is None:
        row["id"] = _reference(dig(refs, "AcctSvcrRef"))
    _original(row, entry if single else _EMPTY, detail)
    return row


@lru_cache(maxsize=_KEPT)
def _whom(
    parties: Node,
    account: str,
    is_debit: bool,
    is_reversal: bool,
) -> tuple[str | None, str | None, str | None, str | None]:
    """Return the counterparty's name, the one behind it, its account, and the SEPA creditor identifier."""
    side = _other_side(parties, account, is_debit=is_debit, is_reversal=is_reversal)
    number = account_number(parties.get(side + "Acct"))
    return _name(parties, side), _name(parties, "Ultmt" + side), number, _creditor_id(parties)


def _other_side(parties: Node, account: str, *, is_debit: bool, is_reversal: bool) -> str:
    """Say who the counterparty is: whoever is not the account itself, else the one whom the money went to.

    In a reversal the parties keep the roles of the payment that is undone (ISO 20022, `RvslInd`).
    """
    if account and ("CdtrAcct" in parties or "DbtrAcct" in parties):
        creditor, debtor = account_number(parties.get("CdtrAcct")), account_number(parties.get("DbtrAcct"))
        if creditor != debtor and account in {creditor, debtor}:
            return "Dbtr" if creditor == account else "Cdtr"
    return "Cdtr" if is_debit != is_reversal else "Dbtr"


def _name(parties: Node, role: str) -> str | None:
    party: Any = parties.get(role)
    if party.__class__ is not Node:
        return None
    return leaf(party, "Nm") or dig(party, "Pty", "Nm") or dig(party, "Agt", "FinInstnId", "Nm")


def _creditor_id(parties: Node) -> str | None:
    """Return the SEPA creditor identifier, which stands among the creditor's private (or organisation) ids."""
    creditor: Any = parties.get("Cdtr")
    if creditor.__class__ is not Node:
        return None
    for person in (creditor, creditor.get("Pty")):
        ids: Any = person.get("Id") if person.__class__ is Node else None
        for kind in ("PrvtId", "OrgId") if ids.__class__ is Node else ():
            text = dig(ids, kind, "Othr", "Id")
            if text and (_CREDITOR_ID.fullmatch(text) or dig(ids, kind, "Othr", "SchmeNm", "Prtry") == "SEPA"):
                return text
    return None


def _bank_code(detail: Node, entry: Node) -> str | None:
    """Return domain-family-subfamily, of the detail or else the entry; the bank's own code where there is none."""
    own: str | None = None
    for node in (detail, entry):
        code: Any = node.get("BkTxCd")
        if code.__class__ is Node:
            domain, proprietary = _codes(code)
            if domain:
                return domain
            own = own or proprietary
    return own


@lru_cache(maxsize=_KEPT)
def _codes(code: Node) -> tuple[str | None, str | None]:
    """Return the code of ISO 20022 and the bank's own from a folded `BkTxCd`."""
    domain: Any = _inner(code, "Domn")
    if not dig(domain, "Cd"):
        return None, dig(code, "Prtry", "Cd")
    family: Any = _inner(domain, "Fmly")
    parts = (dig(domain, "Cd"), dig(family, "Cd"), dig(family, "SubFmlyCd"))
    return "-".join([part for part in parts if part]), dig(code, "Prtry", "Cd")


def _mcc(node: Node) -> str | None:
    card = node.get("CardTx")
    for path in (("Tx", "Indv", "TxCtgy"), ("Tx", "TxCtgy"), ("POI", "MrchntCtgyCd"), ("MrchntCtgyCd",)):
        text = dig(card, *path)
        if text and _MCC.fullmatch(text):
            return text
    return None


def _text(entry: Node, detail: Node, ultimate: str | None) -> str:
    """Return what the bank shows: remittance, then its own words, then the ultimate party; nothing twice."""
    remittance = _inner(detail, "RmtInf")
    pieces: list[str] = []
    if remittance.__class__ is Node:
        lines: Any = remittance.get("Ustrd") or ""
        pieces.append(lines if lines.__class__ is str else " ".join([str(line) for line in lines if line]))
        for part in each(remittance, "Strd"):
            pieces += [str(text) for text in each(part, "AddtlRmtInf") if text]
            pieces.append(dig(part, "CdtrRefInf", "Ref") or dig(part, "CdtrRefInf", "CdtrRef") or "")
    pieces += [leaf(detail, "AddtlTxInf") or "", leaf(entry, "AddtlNtryInf") or "", ultimate or ""]
    text = ""
    for piece in pieces:
        if piece and piece not in text:
            text = f"{text} {piece}" if text else piece
    return text


def _inner(node: Any, name: str) -> Any:
    inner: Any = node.get(name) if node.__class__ is Node else None
    return inner[0] if inner.__class__ is list else inner


def _original(row: Row, entry: Node, detail: Node) -> None:
    """Note the amount before conversion, where it is in another currency than the booking."""
    paths = (("AmtDtls", "InstdAmt", "Amt"), ("Amt",), ("AmtDtls", "TxAmt", "Amt"), ("AmtDtls", "CntrValAmt", "Amt"))
    for node in (detail, Node({"AmtDtls": entry["AmtDtls"]}) if "AmtDtls" in entry else _EMPTY):
        if "AmtDtls" not in node and "Amt" not in node:
            continue
        for text, code in _amounts(node, *paths):
            if code and code != row["currency"]:
                try:
                    value = exact(text, ".")
                except AmountError:
                    continue
                if value:
                    row["original_amount"] = -value if row["amount"] < 0 else value
                    row["original_currency"] = code
                    return
