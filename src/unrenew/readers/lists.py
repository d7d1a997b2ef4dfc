"""Lists of subscriptions from other programs: Wallos, and plain CSV.

Wallos writes JSON in two forms: its export, with words for people ("Payment Cycle": "Every 2 Months", "Price":
"€9.99"), and its API, with numbers (`cycle` 1 days, 2 weeks, 3 months, 4 years; `frequency` how many of them).
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, cast

from unrenew.model.decisions import OwnSubscription, Payer
from unrenew.model.values import NO_CURRENCY, Problem
from unrenew.readers.notices import read_notice

LARGEST: Final = 20_000_000
SIGNS: Final = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "zł": "PLN",
    "R$": "BRL",
    "Kč": "CZK",
    "₺": "TRY",
    "Fr": "CHF",
}
_UNITS: Final = {"1": "day", "2": "week", "3": "month", "4": "year"}
_BY_LENGTH: Final[Mapping[tuple[str, int], str]] = {
    ("day", 7): "weekly", ("day", 14): "biweekly", ("day", 28): "four_weekly", ("day", 30): "thirty_days",
    ("week", 1): "weekly", ("week", 2): "biweekly", ("week", 4): "four_weekly",
    ("month", 1): "monthly", ("month", 2): "bimonthly", ("month", 3): "quarterly", ("month", 4): "four_monthly",
    ("month", 6): "half_yearly", ("month", 12): "annual", ("month", 24): "biennial", ("month", 36): "triennial",
    ("year", 1): "annual", ("year", 2): "biennial", ("year", 3): "triennial",
}  # fmt: skip
_WORDS: Final[Mapping[str, tuple[str, int]]] = {
    "daily": ("day", 1),
    "weekly": ("week", 1),
    "biweekly": ("week", 2),
    "fortnightly": ("week", 2),
    "monthly": ("month", 1),
    "bimonthly": ("month", 2),
    "quarterly": ("month", 3),
    "halfyearly": ("month", 6),
    "semiannual": ("month", 6),
    "semiannually": ("month", 6),
    "yearly": ("year", 1),
    "annual": ("year", 1),
    "annually": ("year", 1),
    "biennial": ("year", 2),
    "triennial": ("year", 3),
    "wöchentlich": ("week", 1),
    "monatlich": ("month", 1),
    "vierteljährlich": ("month", 3),
    "halbjährlich": ("month", 6),
    "jährlich": ("year", 1),
    "hebdomadaire": ("week", 1),
    "mensuel": ("month", 1),
    "trimestriel": ("month", 3),
    "annuel": ("year", 1),
    "mensual": ("month", 1),
    "anual": ("year", 1),
    "mensile": ("month", 1),
    "annuale": ("year", 1),
    "maandelijks": ("month", 1),
    "jaarlijks": ("year", 1),
    "fourweekly": ("week", 4),
    "thirtydays": ("day", 30),
    "fourmonthly": ("month", 4),
}

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "subscription", "service", "title", "abo", "abonnement", "nom", "nombre", "nome", "naam"),
    "amount": ("amount", "price", "cost", "preis", "betrag", "kosten", "prix", "precio", "prezzo", "prijs"),
    "currency": ("currency", "währung", "devise", "moneda", "valuta", "currency code"),
    "cadence": (
        "cadence",
        "cycle",
        "billing cycle",
        "frequency",
        "interval",
        "period",
        "payment cycle",
        "schedule",
        "turnus",
        "zyklus",
    ),
    "next_on": (
        "next_on",
        "next payment",
        "next_payment",
        "next billing date",
        "renewal date",
        "renewal_date",
        "next",
        "due",
        "next date",
    ),
    "started_on": ("started_on", "start", "start date", "start_date", "since", "beginn"),
    "ended_on": (
        "ended_on",
        "end",
        "end date",
        "end_date",
        "cancellation date",
        "cancellation_date",
        "cancelled",
        "ende",
    ),
    "trial_ends_on": ("trial_ends_on", "trial ends", "trial end", "trial_end"),
    "minimum_term_months": ("minimum_term_months", "minimum term", "mindestlaufzeit"),
    "renewal_months": ("renewal_months", "renewal", "renewal term", "verlängerung"),
    "notice": ("notice", "notice period", "kündigungsfrist"),
    "payers": ("payers", "paid by", "payer", "payer_user_name", "zahler"),
    "notes": ("notes", "note", "comment", "description", "notizen"),
    "plan": ("plan", "tarif"),
    "provider": ("provider", "anbieter"),
    "active": ("active", "state", "status"),
    "owner": ("owner", "person"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenList:
    """What a list gave: the subscriptions in it, and what was not understood."""

    format: str
    subscriptions: tuple[OwnSubscription, ...]
    problems: tuple[Problem, ...]
    rows: int


def read_list(data: bytes, *, currency: str | None = None, owner: str | None = None) -> WrittenList | None:
    """Return the subscriptions in a list; None where the file is no such list. `currency`: where it does not say."""
    if len(data) > LARGEST:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    rows = _wallos(text) if text.lstrip()[:1] in "[{" else _csv(text)
    if rows is None:
        return None
    made: list[OwnSubscription] = []
    problems: list[Problem] = []
    for place, row in rows.items:
        own = _own(row, place, problems, imported_from=rows.format, currency=currency, owner=owner)
        if own is not None:
            twins = sum(other.id.startswith(own.id) for other in made)
            made.append(replace(own, id=f"{own.id}-{twins + 1}") if twins else own)
    return WrittenList(format=rows.format, subscriptions=tuple(made), problems=tuple(problems), rows=len(rows.items))


@dataclass(frozen=True, slots=True)
class _Rows:
    format: str
    items: Sequence[tuple[str, Mapping[str, str]]]


def _wallos(text: str) -> _Rows | None:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found: Any = cast("dict[str, Any]", document).get("subscriptions") if isinstance(document, dict) else document
    if not isinstance(found, list):
        return None
    rows = cast("list[Any]", found)
    items = [(f"subscription {n}", _row(row)) for n, row in enumerate(rows, 1) if isinstance(row, dict)]
    known = [row for _, row in items if row.get("name") and ("next_on" in row or "amount" in row)]
    if not known or len(known) * 2 < len(rows):
        return None
    return _Rows("wallos", items)


def _row(raw: Any) -> Mapping[str, str]:
    """Return one entry of a Wallos list with our names for its parts."""
    entry: dict[str, Any] = {str(key).casefold(): value for key, value in raw.items()}
    row = _named(
        {key: "" if value is None else str(value) for key, value in entry.items() if not isinstance(value, dict | list)}
    )
    unit, count = (_number_in(entry.get(name)) for name in ("cycle", "frequency"))
    if unit in _UNITS:
        row["cadence"] = f"every {count or 1} {_UNITS[unit]}s"
    if "inactive" in entry:
        row["active"] = "no" if str(entry["inactive"]) in ("1", "True", "true") else "yes"
    return row


def _number_in(value: Any) -> str:
    """Return 3 of 3 and of {"id": 3, "days": ...}; in the second form the unit itself may stand in `id`."""
    if isinstance(value, dict):
        value = cast("dict[str, Any]", value).get("id", "")
    return "" if value is None else str(value)


def _csv(text: str) -> _Rows | None:
    head = text.lstrip().splitlines()[:1]
    if not head:
        return None
    delimiter = max(",;\t|", key=head[0].count)
    try:
        rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
    except csv.Error:
        return None
    names = [name.strip().casefold() for name in rows[0]]
    known = _named(dict.fromkeys(names, ""))
    if not ({"name", "amount"} <= known.keys() and known.keys() & {"cadence", "next_on"}):
        return None
    items = [
        (f"line {n}", _named(dict(zip(names, row, strict=False)))) for n, row in enumerate(rows[1:], 2) if any(row)
    ]
    return _Rows("list", items)


def _named(row: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in COLUMNS.items():
        for word in words:
            if word in row:
                found[name] = row[word].strip()
                break
    return found


def _own(
    row: Mapping[str, str],
    place: str,
    problems: list[Problem],
    *,
    imported_from: str,
    currency: str | None,
    owner: str | None,
) -> OwnSubscription | None:
    name = row.get("name", "")
    if not name:
        problems.append(Problem(where=place, what="has no name: passed over", rows=1))
        return None
    amount, said = price_of(row.get("amount", ""))
    money = row.get("currency", "").upper() or said or currency
    if row.get("amount") and amount is None:
        problems.append(Problem(where=place, what=f"the price of {name} is no amount: {row['amount']}"))
    if amount is not None and not re.fullmatch(r"[A-Z]{3}", money or ""):
        hint = f"Say it: unrenew edit '{name}' --currency EUR"
        problems.append(Problem(where=place, what=f"the currency of {name} is not said. {hint}"))
        money = NO_CURRENCY
    cadence = cadence_of(row.get("cadence", ""))
    if cadence is None and row.get("cadence"):
        problems.append(Problem(where=place, what=f"how often {name} is paid is not understood: {row['cadence']}"))
    days = {key: _day(row.get(key, ""), f"{key} of {name}", place, problems) for key in DATES}
    if row.get("active", "").casefold() in ("no", "0", "false", "disabled", "inactive", "cancelled", "canceled"):
        days["ended_on"] = days["ended_on"] or days["next_on"]
        problems.extend(
            [] if days["ended_on"] else [Problem(where=place, what=f"{name} is not active, since when is not said")]
        )
    whose = row.get("owner") or owner
    months, renewal = row.get("minimum_term_months", ""), row.get("renewal_months", "")
    return OwnSubscription(
        id=own_id(whose, name, row.get("plan", ""), imported_from),
        owner=whose,
        name=name,
        provider=row.get("provider") or None,
        plan=row.get("plan") or None,
        cadence=cadence,
        amount=amount,
        currency=money if amount is not None else None,
        minimum_term_months=int(months) if months.isdecimal() else None,
        renewal_months=int(renewal) if renewal.isdecimal() else None,
        notice=read_notice(row.get("notice", "")),
        payers=tuple(payers_of(row.get("payers", ""))),
        notes=row.get("notes", ""),
        imported_from=imported_from,
        started_on=days["started_on"],
        next_on=days["next_on"],
        ended_on=days["ended_on"],
        trial_ends_on=days["trial_ends_on"],
    )


DATES: Final = ("started_on", "next_on", "ended_on", "trial_ends_on")


def own_id(owner: str | None, name: str, plan: str, origin: str) -> str:
    """Return an id that is the same whenever the same list is read again."""
    return (
        "o"
        + hashlib.sha256("\x1f".join([owner or "", name.casefold(), plan.casefold(), origin]).encode()).hexdigest()[:11]
    )


def price_of(text: str) -> tuple[Decimal | None, str | None]:
    """Return amount and currency of `€9.99`, `9,99 EUR` or `9.99`; a bare `$` does not say whose."""
    match = re.search(r"\d[\d.,'’\s]*", text)
    if not match:
        return None, None
    digits = re.sub(r"[\s'’]", "", match[0]).rstrip(".,")
    whole, cents = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", digits, re.DOTALL).groups()  # pyright: ignore[reportOptionalMemberAccess] # matches any text
    rest = (text[: match.start()] + text[match.end() :]).strip()
    try:
        amount = Decimal(f"{re.sub(r'[.,]', '', whole)}.{cents or 0}")
    except InvalidOperation:
        return None, None
    return amount, SIGNS.get(rest) or (rest.upper() if re.fullmatch(r"[A-Za-z]{3}", rest) else None)


def cadence_of(text: str) -> str | None:
    """Return the cadence of `Monthly`, `Every 2 Months`, `yearly` or `half_yearly`."""
    low = text.casefold().strip()
    if match := re.fullmatch(
        r"(?:every|alle|tous les|cada|ogni|elke)?\s*(\d+)\s*(day|week|month|year|tag|woche|monat|jahr)\w*", low
    ):
        unit = {"tag": "day", "woche": "week", "monat": "month", "jahr": "year"}.get(match[2], match[2])
        return _BY_LENGTH.get((unit, int(match[1])))
    if match := re.fullmatch(r"every (day|week|month|year)|per (week|month|year)", low):
        return _BY_LENGTH.get((match[1] or match[2], 1))
    length = _WORDS.get(re.sub(r"[\s_-]", "", low))
    return _BY_LENGTH.get(length) if length else None


def payers_of(text: str) -> Iterator[Payer]:
    """Give the payers in `Ana` or `Ana 50%, Bo 50%`; who pays together without a share pays equal parts."""
    parts = [part.strip() for part in re.split(r"[,;/]", text) if part.strip()]
    for part in parts:
        if match := re.fullmatch(r"(.+?)[\s:=]+(\d+(?:\.\d+)?)\s*%", part):
            yield Payer(name=match[1].strip(), share=Decimal(match[2]) / 100)
        else:
            yield Payer(
                name=part, share=(Decimal(1) / len(parts)).quantize(Decimal("0.0001")) if len(parts) > 1 else Decimal(1)
            )


def _day(text: str, what: str, place: str, problems: list[Problem]) -> date | None:
    if not text or text.startswith("0000"):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        try:
            return date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            pass
    problems.append(Problem(where=place, what=f"{what} is no date (YYYY-MM-DD): {text}"))
    return None
