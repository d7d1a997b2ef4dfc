"""Whose things they are: owners, and their accounts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """One person of a household, or one client of an advice centre. `name` is None for the person at the keyboard."""

    id: int
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account or card, by the number or IBAN that its statements name ("" where they name none)."""

    id: int
    owner: Owner
    number: str
