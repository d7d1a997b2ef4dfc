"""Keeps owners and their accounts."""

import sqlalchemy as sa

from unrenew.errors import NotFoundError
from unrenew.model.people import Account, Owner
from unrenew.store.databases import Database, new_id
from unrenew.store.tables import accounts, owners


class People:
    """Who has what here. An owner's name is None for the person at the keyboard ("" in the table)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owners(self) -> list[Owner]:
        """Return everybody, the person at the keyboard first, then by name."""
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(owners.c.id, owners.c.name).order_by(owners.c.name))
            return [Owner(id=row.id, name=row.name or None) for row in rows]

    def find(self, name: str | None) -> Owner:
        """Return the owner of this name; NotFoundError says who there is."""
        known = self.owners()
        for owner in known:
            if owner.name == name:
                return owner
        if name is None:
            raise NotFoundError("nothing is kept yet", hint="Begin with: unrenew add STATEMENT")
        names = ", ".join(sorted(owner.name for owner in known if owner.name)) or "nobody"
        raise NotFoundError(f"nobody is called {name!r} here", hint=f"Known: {names}")

    def ensure(self, name: str | None) -> Owner:
        """Return the owner of this name, made if new."""
        with self._database.writing() as connection:
            number = connection.scalar(sa.select(owners.c.id).where(owners.c.name == (name or "")))
            if number is None:
                made = connection.execute(owners.insert().values(name=name or ""))
                number = new_id(made)
            return Owner(id=int(number), name=name or None)

    def accounts(self, owner: Owner | None = None) -> list[Account]:
        """Return the accounts of one owner, or of all."""
        query = sa.select(accounts.c.id, accounts.c.number, owners.c.id.label("owner_id"), owners.c.name)
        query = query.join(owners).order_by(owners.c.name, accounts.c.number)
        if owner is not None:
            query = query.where(accounts.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [
                Account(id=row.id, number=row.number, owner=Owner(id=row.owner_id, name=row.name or None))
                for row in connection.execute(query)
            ]

    def ensure_account(self, owner: Owner, number: str) -> Account:
        """Return the account of this number, made if new."""
        with self._database.writing() as connection:
            known = sa.select(accounts.c.id).where(accounts.c.owner_id == owner.id, accounts.c.number == number)
            found = connection.scalar(known)
            if found is None:
                made = connection.execute(accounts.insert().values(owner_id=owner.id, number=number))
                found = new_id(made)
            return Account(id=int(found), owner=owner, number=number)

    def remove(self, owner: Owner) -> None:
        """Delete an owner and, by the tables' own rules, everything that is theirs."""
        with self._database.writing() as connection:
            connection.execute(owners.delete().where(owners.c.id == owner.id))
