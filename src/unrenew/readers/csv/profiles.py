"""What the person says of a layout: `--columns`, or a saved profile."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from unrenew.errors import UsageError
from unrenew.readers.csv.layouts import Layout
from unrenew.readers.csv.numbers import Decimals
from unrenew.readers.csv.roles import Column
from unrenew.readers.csv.vocabulary import fold

ROLES = {
    "date": "booked_on", "booked": "booked_on", "booked_on": "booked_on", "value": "value_on", "value_on": "value_on",
    "amount": "amount", "debit": "debit", "out": "debit", "credit": "credit", "in": "credit", "balance": "balance",
    "fee": "fee", "sign": "flag", "flag": "flag", "description": "text", "descriptor": "text", "text": "text",
    "counterparty": "counterparty", "payee": "counterparty", "currency": "currency", "account": "account", "id": "id",
    "owner": "owner", "person": "owner", "status": "status", "mandate": "mandate", "creditor": "creditor", "mcc": "mcc",
    "original_amount": "original_amount", "original_currency": "original_currency",
    "counterparty_account": "counterparty_account", "type": "type",
}  # fmt: skip
"""What can be said of a column, and the role it means."""

_SETTINGS = {
    "dates": "DMY, MDY or YMD",
    "decimal": "comma or point",
    "delimiter": "comma, semicolon, tab, bar or one character",
    "header": "The line of the header, from 1; 0 where there is none",
}
_NAMES = "date, value, amount, debit, credit, sign, balance, description, counterparty, currency, account, id, owner"
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "bar": "|", "pipe": "|", "space": " "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A layout as the person told it: columns by number (from 1) or by name, and how to read dates and numbers."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    reverse: bool = False  # money out is positive
    as_written: bool = False  # the amounts have our sign already, whatever the words say
    dates: str | None = None
    decimal: str | None = None
    delimiter: str | None = None
    header: int | None = None
    currency: str | None = None
    account: str | None = None

    @property
    def decimals(self) -> Decimals | None:
        """The decimal mark, where it was told."""
        if self.decimal is None:
            return None
        return Decimals("," if self.decimal == "," else ".", "you said so")


def profile_of(columns: str | None, profile: str | None) -> Profile:
    """Return what `--columns` and a profile (a path, or its text) say; raise UsageError where they make no sense."""
    said: dict[str, Any] = {}
    if profile:
        said.update(_saved(profile))
    if columns:
        said.update(_parsed(columns))
    return _checked(said)


def _saved(profile: str) -> dict[str, Any]:
    try:
        text = profile if "\n" in profile or "=" in profile else Path(profile).read_text("utf-8")
        read = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise UsageError(f"the profile cannot be read ({error})", hint="docs/csv.md shows one") from error
    columns: dict[str, Any] = read.pop("columns", {})
    return {**read, **columns}


def _parsed(text: str) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for part in re.split(r",(?=\s*\w+\s*=)", text):
        key, equals, value = part.partition("=")
        if not equals or not value.strip():
            raise UsageError(f"--columns: {part!r} is not NAME=COLUMN", hint="Example: date=1,amount=4,description=3")
        said[key.strip().lower()] = value.strip()
    return said


def _checked(said: Mapping[str, Any]) -> Profile:
    profile = Profile()
    columns: dict[str, tuple[str, ...]] = {}
    for key, value in said.items():
        name = str(key).lower()
        if name in ROLES and not _is_value(name, str(value)):
            columns[ROLES[name]] = _names(value)
            if ROLES[name] == "amount":
                sign = str(value)[:1]
                profile = replace(profile, reverse=sign == "-", as_written=sign == "+")
        else:
            profile = _set(profile, name, value)
    return replace(profile, columns=columns)


def _names(value: object) -> tuple[str, ...]:
    """Return the columns that are named: one, `-4` (money out is positive), `3+5` or a list for several texts."""
    if isinstance(value, list):
        return tuple(str(one).strip() for one in cast("list[object]", value))
    return tuple(one.strip() for one in re.split(r"\+(?=.)", str(value).lstrip("+-")))


def _is_value(name: str, text: str) -> bool:
    """Say whether what stands after `currency=` or `account=` is the thing itself, not the column that has it."""
    if name == "currency":
        return len(text) == 3 and text.isupper()
    return name == "account" and len(text) > 6 and any(map(str.isdigit, text))


def _set(profile: Profile, name: str, value: object) -> Profile:
    text = str(value)
    match name:
        case "dates" if text.upper() in {"DMY", "MDY", "YMD"}:
            return replace(profile, dates=text.upper())
        case "decimal" if text in {",", ".", "comma", "point"}:
            return replace(profile, decimal="," if text in {",", "comma"} else ".")
        case "header" if text.isdigit():
            return replace(profile, header=int(text))
        case "delimiter" if text:
            return replace(profile, delimiter=_DELIMITERS.get(text, text[:1]))
        case "currency" | "account":
            return replace(profile, currency=text) if name == "currency" else replace(profile, account=text)
        case "spending_positive":
            return replace(profile, reverse=bool(value), as_written=not value)
        case _:
            hint = _SETTINGS.get(name, f"Columns are {_NAMES}; settings are {', '.join(_SETTINGS)}")
            raise UsageError(f"{name}={text}: is nothing that unrenew knows of a column", hint=hint)


def told_columns(columns: Sequence[Column], profile: Profile) -> list[Column]:
    """Return the columns with the roles that the person gave; these go before everything that was found."""
    found = list(columns)
    for role, names in profile.columns.items():
        for name in names:
            at = _index(found, name)
            found = [replace(one, role="", rank=0) if one.role == role and role != "text" else one for one in found]
            found[at] = replace(found[at], role=role, rank=99)
    texts = profile.columns.get("text")
    if texts:
        wanted = {_index(found, name) for name in texts}
        found = [
            replace(one, role="") if one.role in {"text", "raw"} and one.index not in wanted else one for one in found
        ]
    return found


def _index(columns: Sequence[Column], name: str) -> int:
    if name.isdigit():
        if 1 <= int(name) <= len(columns):
            return int(name) - 1
        raise UsageError(f"there is no column {name}", hint=f"The file has {len(columns)}")
    at = next((one.index for one in columns if fold(one.name) == fold(name)), None)
    if at is None:
        raise UsageError(f"no column is called {name!r}", hint="Name it as the header does, or by its number from 1")
    return at


def told_layout(layout: Layout, profile: Profile) -> Layout:
    """Return the layout with what was told in force: the person's columns win over rivals."""
    if not profile.columns:
        return replace(layout, reverse=profile.reverse)
    at = dict(layout.at)
    for role in profile.columns:
        first = next((one.index for one in layout.columns if one.role == role and one.rank == 99), None)
        if first is not None:
            at[role] = first
    if "amount" in profile.columns:
        at.pop("debit", None)
        at.pop("credit", None)
    elif "debit" in profile.columns or "credit" in profile.columns:
        at.pop("amount", None)
    missing = tuple(
        what
        for what, roles in (("date", ("booked_on",)), ("amount", ("amount", "debit", "credit")))
        if not any(role in at for role in roles)
    )
    told = frozenset(profile.columns) - (frozenset() if profile.as_written else frozenset({"amount"}))
    dates = tuple(dict.fromkeys((*layout.dates, *(at[role] for role in ("booked_on", "value_on") if role in at))))
    return replace(
        layout,
        at=at,
        missing=missing,
        reverse=profile.reverse,
        told=told,
        dates=dates,
        notes=() if not missing else layout.notes,
    )
