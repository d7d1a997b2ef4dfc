"""A column's header and cells: to its role in a booking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unrenew.readers.csv.currencies import currency_in
from unrenew.readers.csv.kinds import EMPTY, Kind
from unrenew.readers.csv.vocabulary import concepts, fold, words

DATES = ("booked", "date", "trade", "value")
"""Roles of date columns, the first that a file has is the booking date."""

MONEY = ("amount", "debit", "credit", "balance", "fee", "original_amount")
"""Roles of columns of money."""

_MINOR = frozenset(words("cells", "minor"))
_WHOLE = frozenset(words("cells", "whole"))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, what its header says, what its cells are, what it is for ("" for nothing)."""

    index: int
    name: str
    concepts: frozenset[str]
    kind: Kind
    role: str = ""
    rank: int = 0  # of several columns with one role, the highest is taken
    currency: str | None = None  # named in the header
    minor: bool = False  # whole numbers of cents, as the header says

    @property
    def label(self) -> str:
        """How to call it in a message."""
        return f"{self.index + 1} ({self.name.strip()})" if self.name.strip() else f"{self.index + 1}"


def column(index: int, name: str, kind: Kind, inherited: frozenset[str] = frozenset()) -> Column:
    """Return a column with its role; `inherited` are the concepts of the header to the left of one without a name."""
    found = concepts(name) or inherited
    kind = EMPTY if kind.dashed and "flag" not in found else _in_the_main(kind, found)
    role, rank = _role(found, kind, fold(name))
    if not name and kind.name == "flag" and inherited & {"amount", "debit", "credit"}:
        role, rank = "flag", 1
    minor = kind.decimals == 0 and not _MINOR.isdisjoint(fold(name).split())
    return Column(index, name, found, kind, role, rank, currency_in(name), minor)


def _in_the_main(kind: Kind, found: frozenset[str]) -> Kind:
    """Return the kind that most cells have and the header says; those that are spoilt become problems of their rows."""
    if kind.name not in {"text", "flag"} or (kind.name == "flag" and "flag" in found):
        return kind
    if kind.units and "currency" in found and not found & {"amount", "debit", "credit"}:
        return replace(kind, name="currency")
    if kind.name == "flag":
        return kind
    if kind.dates >= 0.5 and "date" in found:
        return replace(kind, name="date")
    if kind.numbers >= 0.5 and found & {"amount", "debit", "credit", "balance"}:
        return replace(kind, name="money")
    if kind.flags >= 0.5 and "flag" in found and "status" not in found:
        return replace(kind, name="flag")
    return kind


def _role(found: frozenset[str], kind: Kind, folded: str) -> tuple[str, int]:
    if (kind.states and not found & {"amount", "date"}) or (kind.cards and not found & {"text", "account"}):
        return ("status" if kind.states else "card"), 2
    if not found:
        return ("flag", 0) if kind.name == "flag" and kind.two_ways else ("", 0)
    if kind.name in {"date", "bare_date"} or (kind.name == "empty" and "date" in found):
        return _date_role(found, kind)
    if kind.name in {"money", "whole"}:
        role, rank = _money_role(found, folded)
        if role and not (kind.name == "whole" and _is_number_of_something(found)):
            return role, rank
        return _text_role(found, kind)
    if kind.name == "currency":
        return _currency_role(found)
    if kind.name == "empty":
        role, rank = _money_role(found, folded)
        return (role, rank - 5) if role else _text_role(found, kind)
    return _text_role(found, kind)


def _is_number_of_something(found: frozenset[str]) -> bool:
    """Say whether whole numbers under this header are identifiers: account, reference, card."""
    named = {"account", "id", "reference", "mandate", "creditorid", "mcc", "card", "counter"}
    return bool(found & named) and not found & {"amount", "debit", "credit", "balance"}


def _date_role(found: frozenset[str], kind: Kind) -> tuple[str, int]:
    if found & {"skip", "balance"} and not found & {"book", "value"}:
        return "", 0
    if not found & {"date", "book", "value", "trade", "currency", "time"}:
        return "", 0
    if kind.name == "bare_date" and "date" not in found:
        return "", 0
    if found & {"value", "currency"} and "book" not in found:
        return "value", 1
    if "book" in found:
        return "booked", 2 - ("trade" in found)
    if "trade" in found:
        return "trade", 1
    if found & {"id", "account", "amount", "mandate"}:
        return "", 0
    return "date", 2 if len(found) == 1 else 1


def _money_role(found: frozenset[str], folded: str) -> tuple[str, int]:
    whole = not _WHOLE.isdisjoint(folded.split())
    if whole and "amount" in found:
        found = found - {"tax"}
    if found & {"skip", "rate", "tax", "refund"} and not found & {"debit", "credit", "balance", "original"}:
        return ("rate", 0) if "rate" in found else ("", 0)
    if "balance" in found and "original" not in found:
        return "balance", 1
    if "fee" in found and not whole:
        return "fee", 1
    if "original" in found and "own" not in found and found & {"amount", "trade", "currency"}:
        return "original_amount", 2
    if "converted" in found:
        return "converted", 1
    if found >= {"debit", "credit"} or not found & {"debit", "credit"}:
        return _amount_role(found)
    return ("debit", 2) if "debit" in found else ("credit", 2)


def _amount_role(found: frozenset[str]) -> tuple[str, int]:
    if not found & {"amount", "value", "debit", "net", "gross"} or found & {"date", "id", "mandate", "counter"}:
        return "", 0
    rank = 10 + 4 * ("net" in found) - 4 * ("gross" in found) + 2 * ("book" in found) - 2 * ("trade" in found)
    rank += 6 * ("own" in found)
    return "amount", rank + ("amount" in found)


def _currency_role(found: frozenset[str]) -> tuple[str, int]:
    if found & {"fee", "tax"}:
        return "fee_currency", 0
    if "original" in found:
        return "original_currency", 2
    if found & {"converted", "balance", "rate"}:
        return "", 0
    if found & {"currency", "amount", "debit", "value"}:
        return "currency", 2 + ("book" in found) - ("trade" in found)
    return "", 0


_TEXT_RULES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = tuple(
    (frozenset(need.split()), frozenset(bar.split()), role)
    for need, bar, role in (
        ("rate", "text", "rate"),
        ("bank", "text account", ""),
        ("mandate", "", "mandate"),
        ("creditorid", "", "creditor"),
        ("mcc", "", "mcc"),
        ("decline", "", "decline"),
        ("status", "text account", "status"),
        ("raw", "", "raw"),
        ("place", "text name", ""),
        ("counter name", "text", "counterparty"),
        ("counter account", "text", "counterparty_account"),
        ("number trade", "account card counter balance", "id"),
        ("name trade", "counter owner", "type"),
        ("owner", "counter id", "owner"),
        ("id", "counter name account person owner", "id"),
        ("skip", "text counter account", ""),
        ("person", "", ""),
        ("place", "text", ""),
        ("card account", "", "card"),
        ("time", "", ""),
        ("account type", "", ""),
        ("account", "text counter date", "account"),
        ("note", "text", "note"),
        ("type", "counter", "type"),
        ("text", "category", "text"),
        ("counter", "", "counterparty"),
        ("category", "", "category"),
        ("name", "", "counterparty"),
        ("reference", "", "reference"),
        ("card", "", "card"),
        ("id", "", "id"),
        ("flag", "", "type"),
        ("currency", "amount", "currency"),
    )
)


def _text_role(found: frozenset[str], kind: Kind) -> tuple[str, int]:
    says = kind.two_ways or found & {"flag", "type", "debit", "credit"}
    if kind.name == "flag" and says and not found & {"account", "status", "id"}:
        return "flag", 3 if "flag" in found else 2 if found & {"type", "debit", "credit"} else 1
    if kind.name == "iban" and not found & {"text", "creditorid", "mandate"}:
        return ("counterparty_account", 1) if "counter" in found else ("account", 5)
    if kind.name == "empty" and "flag" in found:
        return "", 0
    for need, bar, role in _TEXT_RULES:
        if need <= found and not bar & found:
            told = "category" if role == "mcc" and kind.letters > 0.5 else role
            return told, _text_rank(told, found)
    return "", 0


def _text_rank(role: str, found: frozenset[str]) -> int:
    if role == "account":
        return 2 - ("name" in found)
    if role == "id":
        return 2 if "id" in found and "reference" not in found else 1
    return 1


def columns_of(names: Sequence[str], kinds: Sequence[Kind]) -> list[Column]:
    """Return the columns with the role that each has by header and cells; rivals are settled in `layouts`."""
    found: list[Column] = []
    for index, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        left = found[-1] if found else None
        inherited = left.concepts if left and not name.strip() and left.name.strip() else frozenset[str]()
        found.append(column(index, name, kind, inherited))
    return found
