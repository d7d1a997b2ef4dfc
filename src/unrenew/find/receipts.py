"""Mails to receipts: order number, product, price, renewal date, seller.

A receipt is read by its labels, in the languages of `find.labels`, and by shape: what a number, an amount or a date
looks like. What a mail does not say stays None. A mail that is no receipt gives None: a newsletter with a price in it
must not become a subscription.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from unrenew.find import labels
from unrenew.find.amounts import amounts_in
from unrenew.find.days import days_in
from unrenew.model.receipts import Mail, Receipt

_CODE: Final = re.compile(r"[#\s:：.]*((?=[\w./-]*\d)[A-Z0-9][A-Z0-9./_-]{3,39}|[A-Z]{6,20})\b", re.IGNORECASE)
_ROBOT: Final = re.compile(
    r"(?i)\b(?:no-?reply|do-?not-?reply|support|billing|orders?|info|service|team|customer care)\b"
)
_LINES_ON: Final = 4


def read_receipt(mail: Mail) -> Receipt | None:
    """Return what a mail says of a purchase or a coming renewal; None where it is neither."""
    lines = [line for line in (" ".join(raw.split()) for raw in mail.text.splitlines()) if line]
    month_first = _writes_month_first(mail)
    amount = _amount(lines)
    order = _order(lines) or _order([mail.subject])
    renews = _renewal(lines, mail.sent_on, month_first=month_first)
    named = bool(labels.SUBJECT.search(mail.subject))
    if not ((order and (amount or renews)) or (renews and (amount or named)) or (named and amount and order)):
        return None
    return Receipt(
        message=mail.message,
        sent_on=mail.sent_on,
        sender=mail.sender,
        subject=mail.subject,
        seller=_after(lines, labels.SELLER) or _sender(mail),
        product=_product(lines),
        order_number=order,
        amount=amount[0] if amount else None,
        currency=amount[1] if amount else None,
        ordered_on=_ordered(lines, mail, month_first=month_first),
        renews_on=renews,
        source_place=mail.source_place,
    )


def _values(lines: Sequence[str], label: re.Pattern[str]) -> Iterator[str]:
    """Give what stands behind a label: on the same line, or on the next one where the line ends with the label."""
    for number, line in enumerate(lines):
        if match := label.match(line):
            rest = line[match.end() :].strip(" :：#\t-–|")
            if rest:
                yield rest
            elif number + 1 < len(lines):
                yield lines[number + 1].strip(" :：#\t|")


def _order(lines: Sequence[str]) -> str | None:
    for label in labels.ORDER:
        for value in _values(lines, label):
            if match := _CODE.match(value):
                return match[1].rstrip(".")
    inside = re.compile(labels.ORDER[0].pattern.removeprefix(r"^\W{0,3}"), re.IGNORECASE)
    for line in lines:  # "Thank you for your order number 1234-567."
        for found in inside.finditer(line):
            if match := _CODE.match(line, found.end()):
                return match[1].rstrip(".")
    return None


def _amount(lines: Sequence[str]) -> tuple[Decimal, str] | None:
    """Return the total: behind the surest label; else the only amount there is."""
    for label in labels.TOTAL:
        found: list[tuple[Decimal, str]] = []
        for number, line in enumerate(lines):
            match = label.match(line)
            if not match or labels.NOT_TOTAL.search(line[: match.end() + 20].split(":")[0]):
                continue
            for near in lines[number : number + _LINES_ON]:
                here = amounts_in(near)
                if here:
                    found.append(here[-1])
                    break
        if found:
            return max(found)
    everywhere = {amount for line in lines for amount in amounts_in(line)}
    return everywhere.pop() if len(everywhere) == 1 else None


def _renewal(lines: Sequence[str], sent_on: date | None, *, month_first: bool) -> date | None:
    """Return the day on which it renews: the date nearest behind such words, later than the mail."""
    for number, line in enumerate(lines):
        match = labels.RENEWAL.search(line)
        if not match or labels.ENDED.search(line):
            continue
        behind = " ".join([line[match.start() :], *lines[number + 1 : number + 2]])
        before = days_in(line[max(0, match.start() - 60) : match.start()], month_first=month_first)
        for day in [*days_in(behind[:140], month_first=month_first), *before[::-1]]:
            if sent_on is None or day > sent_on:
                return day
    return None


def _ordered(lines: Sequence[str], mail: Mail, *, month_first: bool) -> date | None:
    for value in _values(lines, labels.ORDERED):
        for day in days_in(value[:40], month_first=month_first)[:1]:
            if mail.sent_on is None or day <= mail.sent_on:
                return day
    return mail.sent_on


def _after(lines: Sequence[str], label: re.Pattern[str]) -> str | None:
    return next((_short(value) for value in _values(lines, label) if _is_name(value)), None)


def _product(lines: Sequence[str]) -> str | None:
    for number, line in enumerate(lines):
        match = labels.PRODUCT.match(line)
        if not match:
            continue
        rest = line[match.end() :]
        if rest.lstrip().startswith((":", "：")) and _is_name(rest):
            return _short(rest)
        if rest.strip():
            continue  # a sentence that begins with such a word
        values = [near for near in lines[number + 1 : number + 8] if not labels.COLUMN.match(near)]
        if values and _is_name(values[0]):
            return _short(values[0])
    return None


def _is_name(text: str) -> bool:
    bare = text.strip(" :：")
    return 2 <= len(bare) <= 120 and any(c.isalpha() for c in bare) and not labels.COLUMN.match(bare)


def _short(text: str) -> str:
    """Return a name without the price that may stand behind it."""
    return re.split(r"\s{2,}|\t|\s[|–-]\s(?=[\d€$£])", text.strip(" :："))[0].strip()


def _sender(mail: Mail) -> str | None:
    name = _ROBOT.sub("", mail.sender_name).strip(" -,.|@\"'")
    return name or mail.sender.rpartition("@")[2] or None


def _writes_month_first(mail: Mail) -> bool:
    """Say whether 03/04/2026 is a day in March: only where dollars are, and no word of another language."""
    return "$" in mail.text and not re.search(r"[€£]|A\$|AU\$|NZ\$|\bAUD\b|\bNZD\b", mail.text)
