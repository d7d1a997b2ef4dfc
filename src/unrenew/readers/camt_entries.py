"""One CAMT entry, folded, to rows of the table and problems."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
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
_SIGNS = {"DBIT": -1, "CRDT": 1}
_UNBOOKED = {
    "PDNG": "is pending, not booked yet",
    "INFO": "is for information, not booked",
    "FUTR": "is not booked yet",
}


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

    rows: list[Node] = field(default_factory=list[Node])
    problems: list[Problem] = field(default_factory=list[Problem])
    undated: int = 0


def dig(node: Any, *path: str) -> str | None:
    """Return the text at a path of a folded element (the first where several stand there), or None."""
    for name in path:
        if node.__class__ is list:
            node = node[0]
        if node.__class__ is not dict:
            return None
        node = node.get(name)
        if node is None:
            return None
    if node.__class__ is list:
        node = node[0]
    if node.__class__ is dict:
        node = node.get("")
    return node or None


def leaf(node: Node, name: str) -> str | None:
    """Return the text of a child; the short way for what nearly every entry has."""
    value = node.get(name)
    return value or None if value is None or value.__class__ is str else dig(node, name)


def each(node: Any, name: str) -> list[Any]:
    """Return all children of one name."""
    value = node.get(name) if node.__class__ is dict else None
    if value is None:
        return []
    return value if value.__class__ is list else [value]


def _node(value: Any) -> Any:
    """Return a folded element, also where it is empty."""
    return value if value.__class__ is dict else {}


def account_number(node: Any) -> str | None:
    """Return IBAN or number from a folded account, in each place where a version of the schema puts it."""
    if node is None:
        return None
    ids: Any = node.get("Id") if node.__class__ is dict else None
    iban: Any = ids.get("IBAN") if ids.__class__ is dict else None
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

    `made_on` is the day of the message: it stands in for an entry that has no day at all, which is then said.
    """
    found = EntryRows()
    status = entry.get("Sts") or ""
    if status.__class__ is not str:
        status = dig(entry, "Sts", "Cd") or dig(entry, "Sts", "Prtry") or dig(entry, "Sts") or ""
    if status.upper() in _UNBOOKED:
        what = f"the entry {_UNBOOKED[status.upper()]}: it counts once it is booked"
        found.problems.append(Problem(where=where, what=what, severity="info", rows=1))
        return found
    try:
        base = _base(entry, account, made_on)
    except AmountError as error:
        found.problems.append(Problem(where=where, what=f"not read: {error}", severity="error", rows=1))
        return found
    if "BookgDt" not in entry and "ValDt" not in entry:
        found.problems.append(Problem(where=where, what="the entry has no day: that of the message is taken"))
    found.undated = int("ValDt" in entry and day(_when(entry, "BookgDt")) is None)
    _fill(found, entry, base, account, where)
    return found


def _fill(found: EntryRows, entry: Node, base: Node, account: Account, where: str) -> None:
    details = [_node(detail) for part in each(entry, "NtryDtls") for detail in each(part, "TxDtls")]
    if len(details) > 1:
        amounts = _detail_amounts(details, base)
        if amounts is not None:
            reference = base["id"]
            for number, (detail, amount) in enumerate(zip(details, amounts, strict=True), 1):
                row = {**base, "amount": amount, "id": f"{reference}.{number}" if reference else None}
                row["source_place"] = f"{where}.{number}"
                found.rows.append(_described(row, entry, detail, account, single=False))
            return
    base["source_place"] = where
    detail: Any = details[0] if len(details) == 1 else {}
    found.rows.append(_described(base, entry, detail, account, single=True))


def _base(entry: Node, account: Account, made_on: date | None) -> Node:
    """Return what all details of an entry share; raise AmountError where amount, sign or day is missing."""
    amount: Any = entry.get("Amt")
    if amount.__class__ is not dict:
        text, code = dig(entry, "Amt"), None
    else:
        text, code = amount.get(""), currency(amount.get("Ccy"))
    if not text:
        raise AmountError("the entry has no amount")
    sign = _SIGNS.get(leaf(entry, "CdtDbtInd") or "")
    if sign is None:
        raise AmountError("the entry does not say whether it is a debit or a credit")
    value_on = day(_when(entry, "ValDt"))
    own_day = _when(entry, "BookgDt")
    booked_on = day(own_day) or value_on
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


def _when(entry: Node, name: str) -> str | None:
    node: Any = entry.get(name)
    if node.__class__ is not dict:
        return dig(entry, name)
    return leaf(node, "Dt") or leaf(node, "DtTm")


def _reference(text: str | None) -> str | None:
    return None if text is None or text.upper() in _NO_REFERENCE else text


def _detail_amounts(details: list[Any], base: Node) -> list[Decimal] | None:
    """Return the signed amounts of the details in the entry's currency, or None where they do not add up to it."""
    amounts: list[Decimal] = []
    for detail in details:
        amount = _own_amount(detail, base)
        if amount is None:
            return None
        amounts.append(amount)
    return amounts if sum(amounts) == base["amount"] else None


def _own_amount(detail: Any, base: Node) -> Decimal | None:
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
            inner = inner.get(name) if inner.__class__ is dict else None
        if inner.__class__ is dict and inner.get(""):
            yield inner[""], currency(inner.get("Ccy"))


def _described(row: Node, entry: Node, detail: Any, account: Account, *, single: bool) -> Node:
    """Fill in whom, why and how from the detail, and from the entry where the detail is silent."""
    parties: Any = _node(detail.get("RltdPties"))
    side = _other_side(parties, account, is_debit=row["amount"] < 0, is_reversal=row["is_reversal"])
    name, ultimate = _name(parties, side), _name(parties, "Ultmt" + side)
    row["counterparty"] = name or ultimate
    row["counterparty_account"] = account_number(parties.get(side + "Acct"))
    row["descriptor"] = _text(entry, detail, ultimate if name else None) or row["counterparty"]
    row["mandate_id"] = dig(detail, "Refs", "MndtId")
    row["creditor_id"] = _creditor_id(parties)
    row["bank_code"] = _bank_code(detail, entry)
    row["mcc"] = _mcc(detail) or _mcc(entry)
    if single and row["id"] is None:
        row["id"] = _reference(dig(detail, "Refs", "AcctSvcrRef"))
    _original(row, entry if single else {}, detail)
    return row


def _other_side(parties: Any, account: Account, *, is_debit: bool, is_reversal: bool) -> str:
    """Say who the counterparty is: whoever is not the account itself, else the one whom the money went to.

    In a reversal the parties keep the roles of the payment that is undone (ISO 20022, `RvslInd`).
    """
    if account.name and ("CdtrAcct" in parties or "DbtrAcct" in parties):
        creditor, debtor = account_number(parties.get("CdtrAcct")), account_number(parties.get("DbtrAcct"))
        if creditor != debtor and account.name in {creditor, debtor}:
            return "Dbtr" if creditor == account.name else "Cdtr"
    return "Cdtr" if is_debit != is_reversal else "Dbtr"


def _name(parties: Node, role: str) -> str | None:
    party: Any = parties.get(role)
    if party.__class__ is not dict:
        return None
    return leaf(party, "Nm") or dig(party, "Pty", "Nm") or dig(party, "Agt", "FinInstnId", "Nm")


def _creditor_id(parties: Any) -> str | None:
    """Return the SEPA creditor identifier, which stands among the creditor's private (or organisation) ids."""
    creditor: Any = parties.get("Cdtr") if parties.__class__ is dict else None
    if creditor.__class__ is not dict:
        return None
    for person in (creditor, creditor.get("Pty")):
        ids: Any = person.get("Id") if person.__class__ is dict else None
        for kind in ("PrvtId", "OrgId") if ids.__class__ is dict else ():
            text = dig(ids, kind, "Othr", "Id")
            if text and (_CREDITOR_ID.fullmatch(text) or dig(ids, kind, "Othr", "SchmeNm", "Prtry") == "SEPA"):
                return text
    return None


def _bank_code(detail: Any, entry: Node) -> str | None:
    """Return domain-family-subfamily, of the detail or else the entry; the bank's own code where there is none."""
    if "BkTxCd" not in detail and "BkTxCd" not in entry:
        return None
    codes: list[Any] = [node["BkTxCd"] for node in (detail, entry) if "BkTxCd" in node]
    for code in codes:
        domain: Any = _inner(code, "Domn")
        if dig(domain, "Cd"):
            family: Any = _inner(domain, "Fmly")
            return "-".join([part for part in (dig(domain, "Cd"), dig(family, "Cd"), dig(family, "SubFmlyCd")) if part])
    return next((own for own in (dig(code, "Prtry", "Cd") for code in codes) if own), None)


def _mcc(node: Any) -> str | None:
    card = node.get("CardTx") if node.__class__ is dict else None
    if card is None:
        return None
    for path in (("Tx", "Indv", "TxCtgy"), ("Tx", "TxCtgy"), ("POI", "MrchntCtgyCd"), ("MrchntCtgyCd",)):
        text = dig(card, *path)
        if text and _MCC.fullmatch(text):
            return text
    return None


def _text(entry: Node, detail: Any, ultimate: str | None) -> str:
    """Return what the bank shows: remittance, then its own words, then the ultimate party; nothing twice."""
    remittance = _inner(detail, "RmtInf")
    pieces: list[str] = []
    if remittance.__class__ is dict:
        pieces.append(" ".join(str(text) for text in each(remittance, "Ustrd") if text))
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
    inner: Any = node.get(name) if node.__class__ is dict else None
    return inner[0] if inner.__class__ is list else inner


def _original(row: Node, entry: Any, detail: Any) -> None:
    """Note the amount before conversion, where it is in another currency than the booking."""
    paths = (("AmtDtls", "InstdAmt", "Amt"), ("Amt",), ("AmtDtls", "TxAmt", "Amt"), ("AmtDtls", "CntrValAmt", "Amt"))
    for node in (detail, {"AmtDtls": entry.get("AmtDtls")}):
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
