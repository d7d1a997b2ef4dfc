"""Columns with roles: to the one layout by which a table is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from unrenew.readers.csv.cards import is_card, is_shop
from unrenew.readers.csv.pairs import money_roles
from unrenew.readers.csv.roles import DATES, Column
from unrenew.readers.csv.tables import Table
from unrenew.readers.csv.texts import WEAK, texts_of

_SPARE = ("text", *WEAK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column is what. `at` gives the index of each role that one column has; `texts` make the descriptor."""

    columns: tuple[Column, ...]
    at: dict[str, int]
    texts: tuple[int, ...] = ()
    spare: tuple[int, ...] = ()  # texts for rows in which those are blank
    dates: tuple[int, ...] = ()  # every column of dates, also those that no role needs
    notes: tuple[str, ...] = ()  # what had to be taken from the cells, because the header did not say it
    missing: tuple[str, ...] = ()  # "date", "amount": without these nothing can be read
    shop: bool = False  # header speaks of customers: a shop's own takings
    card: bool = False  # header or cells speak of a card and of merchants
    account: bool = False  # header speaks of an account: a running balance, the other side's account
    reverse: bool = False  # the person said that spending is positive
    told: frozenset[str] = field(default_factory=frozenset[str])

    def name(self, role: str) -> str | None:
        """Return the label of the column with a role."""
        return self.columns[self.at[role]].label if role in self.at else None

    @property
    def has_header(self) -> bool:
        """Whether any column has a name."""
        return any(column.name for column in self.columns)


def layout_of(columns: Sequence[Column], table: Table) -> Layout:
    """Return the layout of columns: one column for each role, with content deciding where headers say nothing."""
    found = list(columns)
    notes: list[str] = []
    if not any(column.role and column.rank < 99 for column in found if column.name):
        found = _by_content(found, table)
        if not any(column.rank == 99 for column in found):
            notes.append("The columns have no names that are known; they were told apart by their cells")
    found = _without_own_name(_without_numbers(found))
    at: dict[str, int] = {}
    for role in sorted({column.role for column in found if column.role}):
        at[role] = _best([column for column in found if column.role == role]).index
    _settle_dates(found, at, notes)
    _settle_money(found, at, notes)
    _settle_accounts(found, at)
    _settle_parties(found, at)
    found = _with_proof(found, at, notes, table)
    missing = tuple(
        what
        for what, roles in (("date", ("booked_on",)), ("amount", ("amount", "debit", "credit")))
        if not any(r in at for r in roles)
    )
    return Layout(
        columns=tuple(found),
        at=at,
        texts=texts_of(found, at),
        spare=tuple(one.index for role in _SPARE for one in found if one.role == role),
        dates=tuple(column.index for column in found if _is_of_days(column)),
        notes=tuple(notes),
        missing=missing,
        shop=is_shop(found),
        card=is_card(found),
        account=any(one.role in {"balance", "counterparty_account"} for one in found) and not is_card(found),
    )


def _with_proof(columns: list[Column], at: dict[str, int], notes: list[str], table: Table) -> list[Column]:
    """Take columns of sums whose names are unknown where the running balance proves which they are."""
    if "booked_on" not in at or any(role in at for role in ("amount", "debit", "credit")):
        return columns
    free = [one for one in columns if not one.role or one.index == at.get("balance")]
    proof = money_roles([one for one in free if not one.concepts & {"skip", "rate", "tax", "fee", "id"}], table)
    if "balance" not in proof.values() or ("balance" in at and proof.get(at["balance"]) != "balance"):
        return columns
    at.update({role: index for index, role in proof.items()})
    named = ", ".join(f"column {columns[index].label} as the {role}" for index, role in sorted(proof.items()))
    notes.append(f"The running balance proves what is what: {named}")
    return [replace(one, role=proof.get(one.index, one.role)) for one in columns]


def _without_own_name(columns: list[Column]) -> list[Column]:
    """Drop a plain "Name" beside a named counterparty, or the same on every row: it is the account's own."""
    parties = [one for one in columns if one.role == "counterparty" and one.rank < 99 and one.kind.name != "empty"]
    named = any("counter" in one.concepts for one in parties)
    told = any(one.role == "text" and not one.kind.constant for one in columns)
    own = {
        one.index
        for one in parties
        if not one.concepts - {"name"} and (named or (told and one.kind.constant and one.kind.filled > 2))
    }
    return [replace(one, role="") if one.index in own else one for one in columns]


def _is_of_days(one: Column) -> bool:
    """Say whether a column's cells are days, by which others can be settled: not sort codes or numbers that look so."""
    if one.kind.name not in {"date", "bare_date"}:
        return False
    named = one.concepts & {"date", "book", "value", "trade", "time"}
    return bool(named) or not (one.concepts or (one.kind.constant and one.kind.filled > 2))


def _without_numbers(columns: list[Column]) -> list[Column]:
    """Take columns of numbers alone under the counterparty's name as its account; as nothing where they are one's own.

    Where payer and payee both have numbers, one of the two is the owner's, and nothing says which.
    """
    parties = [one for one in columns if one.role == "counterparty" and one.rank < 99]
    numbers = [one for one in parties if one.kind.letters < 0.3 and one.kind.digits >= 5]
    sides = {frozenset(one.concepts & {"payer", "payee"}) for one in numbers}
    role = "" if len(sides - {frozenset[str]()}) > 1 else "counterparty_account"
    taken = {one.index for one in numbers} if len(numbers) < len(parties) else set[int]()
    return [replace(one, role=role) if one.index in taken else one for one in columns]


def _best(rivals: list[Column]) -> Column:
    """Return the rival with the highest rank; of equals the one that is filled, is money, is signed, stands first."""
    most = max(one.kind.filled for one in rivals)
    return max(
        rivals,
        key=lambda one: (
            one.kind.name != "empty", one.role != "amount" or one.kind.zeros < 1,
            one.role != "amount" or one.kind.filled >= 0.9 * most, one.rank,
            one.kind.name == "money", _names_currency(one, rivals),
            one.kind.minus > 0, -one.index,
        ),
    )  # fmt: skip


def _names_currency(one: Column, rivals: list[Column]) -> bool:
    """Say whether only some of the rivals name their currency ("bedrag" beside "bedrag in EUR") and this one does."""
    return one.currency is not None and one.role == "amount" and any(rival.currency is None for rival in rivals)


def _settle_dates(columns: list[Column], at: dict[str, int], notes: list[str]) -> None:
    known = [role for role in DATES if role in at and columns[at[role]].kind.name != "empty"]
    if not known:
        loose = [
            one.index for one in columns if one.kind.name == "date" and not one.role and "skip" not in one.concepts
        ]
        if not loose:
            return
        at["booked_on"] = loose[0]
        if any(one.name for one in columns):
            notes.append(f"Column {columns[loose[0]].label} was taken as the date, because it is the first with dates")
        return
    at["booked_on"] = at[known[0]]
    if "value" in known and known[0] != "value":
        at["value_on"] = at["value"]


def _settle_money(columns: list[Column], at: dict[str, int], notes: list[str]) -> None:
    if "amount" not in at and "converted" in at:
        at["amount"] = at["converted"]
    if "amount" in at and columns[at["amount"]].kind.name == "empty" and ("debit" in at or "credit" in at):
        del at["amount"]
    if "amount" in at and "credit" in at and "debit" not in at and _are_exclusive(columns, at):
        at["debit"] = at.pop("amount")  # what was used beside what was paid back
    if "amount" in at and "debit" in at and "credit" in at and columns[at["amount"]].kind.minus == 0:
        del at["amount"]
    if "amount" in at:
        at.pop("debit", None)
        at.pop("credit", None)
        _settle_currency(columns, at)
        _settle_original(columns, at)
    elif not ("debit" in at and "credit" in at):
        loose = [one for one in columns if not one.role and one.kind.name == "money" and one.kind.cents > 0.5]
        loose = [one for one in loose if not one.concepts & {"skip", "rate", "tax", "balance", "fee"}]
        sides = [side for side in ("debit", "credit") if side in at]
        if len(loose) == 1 and sides:
            other = "credit" if sides == ["debit"] else "debit"
            at[other] = loose[0].index
            notes.append(
                f"Column {loose[0].label} was taken as the {other}, beside column {columns[at[sides[0]]].label}"
            )
        elif len(loose) == 1 and not sides:
            at["amount"] = loose[0].index
            notes.append(f"Column {loose[0].label} was taken as the amount, because it is the only one with amounts")


def _are_exclusive(columns: list[Column], at: dict[str, int]) -> bool:
    """Say whether each row fills one of amount and credit, by their counts, and the amounts have no sign."""
    amount, credit = columns[at["amount"]].kind, columns[at["credit"]].kind
    rows = max(one.kind.filled for one in columns)
    return credit.filled > 0 and amount.filled + credit.filled == rows and not amount.minus and not credit.minus


def _settle_currency(columns: list[Column], at: dict[str, int]) -> None:
    """Take the currency beside the amount where several columns could be it; a header that names it goes before all."""
    amount = columns[at["amount"]]
    rivals = [one for one in columns if one.role == "currency" and one.kind.name == "currency"]
    if len(rivals) > 1 and rivals[0].rank < 99:
        near = [one for one in rivals if one.index in {amount.index + 1, amount.index - 1}]
        full = [one for one in near if one.kind.filled >= 0.9 * amount.kind.filled]
        at["currency"] = max(full or near, key=lambda one: one.index).index if near else at["currency"]
    if "currency" not in at:  # an amount of coins, with their name beside it
        coins = [one for one in columns if "asset" in one.concepts and one.kind.units and not one.role]
        at.update({one.role or "currency": one.index for one in coins if abs(one.index - amount.index) == 1})
    if "currency" in at and "original_amount" in at and "original_currency" not in at:
        away = abs(at["currency"] - amount.index) > 1 == abs(at["currency"] - at["original_amount"])
        beside = [one for one in rivals if one.index == at["original_amount"] + 1 and one.index != at["currency"]]
        if amount.currency or away:
            at["original_currency"] = at.pop("currency")
        elif beside:
            at["original_currency"] = beside[0].index


def _settle_original(columns: list[Column], at: dict[str, int]) -> None:
    """Take a second amount in the currency of its own column as the original, where the taken one names another."""
    taken = columns[at["amount"]]
    others = [one for one in columns if one.role == "amount" and one.index != taken.index and one.kind.name != "empty"]
    if "original_amount" in at or not others:
        return
    if taken.currency and "currency" in at:
        at["original_amount"] = others[0].index
        at["original_currency"] = at.pop("currency")
    elif "trade" in others[0].concepts and "original_currency" in at:
        at["original_amount"] = others[0].index


def _settle_accounts(columns: list[Column], at: dict[str, int]) -> None:
    _settle_beside(columns, at)
    owned = [one for one in columns if one.role == "account"]
    if len(owned) > 1 and owned[0].rank < 99:
        at["account"] = max(
            owned, key=lambda one: (one.rank == 99, one.kind.constant, one.rank, one.kind.digits >= 5, -one.index)
        ).index
    for one in owned:
        if one.kind.name != "iban" or "counterparty_account" in at or one.rank == 99:
            continue
        alone = len(owned) == 1 and "counterparty" in at and one.kind.distinct > max(1, 0.3 * one.kind.filled)
        if alone or (one.index != at["account"] and not one.kind.constant):
            at["counterparty_account"] = one.index
            if one.index == at["account"]:
                del at["account"]
    product = columns[at["account"]] if "account" in at else None
    if (
        product
        and product.kind.name == "text"
        and _PRODUCT.search(product.name)
        and not _names_accounts(product, columns)
    ):
        rivals = [one for one in columns if one.role == "account" and one.index != product.index]
        if rivals:
            at["account"] = _best(rivals).index
        else:
            del at["account"]


def _settle_beside(columns: list[Column], at: dict[str, int]) -> None:
    """Take a number right after the counterparty's name as the counterparty's, unless it is the same on every row.

    Where another column names the account, it is the counterparty's even then.
    """
    for left, one in pairwise(columns):
        beside = left.role == "counterparty" and "counter" in left.concepts and one.role == "account" and one.rank < 99
        if not beside or "counterparty_account" in at:
            continue
        others = [other for other in columns if other.role == "account" and other.index < left.index]
        full = one.kind.filled == max(each.kind.filled for each in columns)
        if others or not full or (one.kind.distinct > 1 and one.kind.digits >= 5):
            at["counterparty_account"] = one.index
            columns[one.index] = replace(one, role="counterparty_account")
            del at["account"]
            if others:
                at["account"] = _best(others).index


_PRODUCT = re.compile(r"^\W*prod", re.IGNORECASE)


def _names_accounts(product: Column, columns: list[Column]) -> bool:
    """Say whether "Product" means accounts (Revolut: Current, Savings; UBS: numbers), not things bought (brokers)."""
    if product.kind.letters < 0.5 or product.kind.digits >= 6:
        return True
    others = any(one.role == "account" and one.index != product.index for one in columns)
    full = product.kind.filled == max(one.kind.filled for one in columns)
    goods = any("isin" in one.name.casefold() for one in columns)
    return full and not others and not goods and product.kind.distinct <= 4 and product.kind.length <= 14


def _settle_parties(columns: list[Column], at: dict[str, int]) -> None:
    """Note who pays and who is paid where both have a column: the counterparty is the one that is not the owner."""
    parties = [one for one in columns if one.role == "counterparty" and one.kind.name != "empty"]
    payers = [one for one in parties if "payer" in one.concepts and "payee" not in one.concepts]
    payees = [one for one in parties if "payee" in one.concepts and "payer" not in one.concepts]
    if payers and payees and payers[0].rank < 99:
        at["payer"], at["payee"] = payers[0].index, payees[0].index
        at.pop("counterparty", None)


def _by_content(columns: list[Column], table: Table) -> list[Column]:
    """Give roles by the cells alone: dates, one amount, currency, IBANs, a sign, texts."""
    told = {one.index: one.role for one in columns if one.rank == 99}
    found = [replace(one, role="", rank=0) for one in columns]
    dates = [one for one in found if one.kind.name == "date"]
    roles: dict[int, str] = {}
    roles.update({one.index: role for one, role in zip(dates, ("booked", "value"), strict=False)})
    if not {"amount", "debit", "credit"} & set(told.values()):
        roles.update(money_roles(found, table))
    for name, role in (("currency", "currency"), ("flag", "flag")):
        first = next(
            (
                one
                for one in found
                if one.kind.name == name and (role != "flag" or one.kind.two_ways or one.kind.initials)
            ),
            None,
        )
        if first:
            roles[first.index] = role
    for one in found:
        if one.index not in roles and one.kind.filled:
            roles[one.index] = _content_role(one)
    roles = {index: role for index, role in roles.items() if role not in told.values() or role == "text"} | told
    return [replace(one, role=roles.get(one.index, ""), rank=99 if one.index in told else 0) for one in found]


def _content_role(one: Column) -> str:
    if one.kind.name == "iban":
        return "account" if one.kind.constant else "counterparty_account"
    if one.kind.name == "whole" and one.kind.constant and one.kind.length >= 6:
        return "account"
    if one.kind.name in {"text", "flag"} and one.kind.letters > 0.4 and one.kind.length >= 3:
        return "text"
    return ""
