"""Keeps owners and their accounts."""

from collections.abc import Iterable
from typing import Any, Final

from unrenew.errors import NotFoundError
from unrenew.model.people import Account, Owner
from unrenew.store.databases import Database

_ACCOUNTS: Final = "SELECT a.id, a.number, o.id, o.name FROM accounts a JOIN owners o ON o.id = a.owner_id"


def nobody_called(name: str, known: Iterable[str | None]) -> NotFoundError:
    """Return the error that says who there is."""
    names = ", ".join(sorted(filter(None, known)))
    hint = f"Known: {names}" if names else "What is kept has no owner's name: leave --owner out"
    return NotFoundError(f"nobody is called {name!r} here", hint=hint)


class People:
    """Who has what here. An owner's name is None for the person at the keyboard ("" in the table)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owners(self) -> list[Owner]:
        """Return everybody, the person at the keyboard first, then by name."""
        with self._database.session() as session:
            rows = session.rows("SELECT id, name FROM owners ORDER BY name")
        return [Owner(id=number, name=name or None) for number, name in rows]

    def find(self, name: str | None) -> Owner:
        """Return the owner of this name; NotFoundError says who there is."""
        known = self.owners()
        for owner in known:
            if owner.name == name:
                return owner
        if name is None:
            raise NotFoundError("nothing is kept yet", hint="Begin with: unrenew add STATEMENT")
        raise nobody_called(name, [owner.name for owner in known])

    def ensure(self, name: str | None) -> Owner:
        """Return the owner of this name, made if new."""
        with self._database.session(writes=True) as session:
            number = session.value("SELECT id FROM owners WHERE name = :name", name=name or "")
            if number is None:
                number = session.insert_numbered("owners", {"name": name or ""})
        return Owner(id=int(number), name=name or None)

    def accounts(self, owner: Owner | None = None) -> list[Account]:
        """Return the accounts of one owner, or of all."""
        values: dict[str, Any] = {} if owner is None else {"owner": owner.id}
        where = "" if owner is None else " WHERE a.owner_id = :owner"
        with self._database.session() as session:
            rows = session.rows(f"{_ACCOUNTS}{where} ORDER BY o.name, a.number", **values)
        return [Account(id=row[0], number=row[1], owner=Owner(id=row[2], name=row[3] or None)) for row in rows]

    def ensure_account(self, owner: Owner, number: str) -> Account:
        """Return the account of this number, made if new."""
        known = "SELECT id FROM accounts WHERE owner_id = :owner AND number = :number"
        with self._database.session(writes=True) as session:
            found = session.value(known, owner=owner.id, number=number)
            if found is None:
                found = session.insert_numbered("accounts", {"owner_id": owner.id, "number": number})
        return Account(id=int(found), owner=owner, number=number)

    def remove(self, owner: Owner) -> None:
        """Delete an owner and, by the tables' own rules, everything that is theirs."""
        with self._database.session(writes=True) as session:
            session.run("DELETE FROM owners WHERE id = :owner", owner=owner.id)
