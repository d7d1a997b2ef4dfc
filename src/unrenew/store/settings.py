"""Keeps settings, and the alarms that were settled."""

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from unrenew.model.people import Owner
from unrenew.store.databases import Database
from unrenew.store.tables import alarms, settings


class Settings:
    """Small things, each under a key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Any]:
        """Return every setting."""
        with self._database.reading() as connection:
            return {row.key: json.loads(row.value) for row in connection.execute(sa.select(settings))}

    def get(self, key: str) -> Any:
        """Return one, None where it was never set."""
        with self._database.reading() as connection:
            text = connection.scalar(sa.select(settings.c.value).where(settings.c.key == key))
        return None if text is None else json.loads(text)

    def put(self, key: str, value: Any) -> None:
        """Set one; None takes it away."""
        with self._database.writing() as connection:
            connection.execute(settings.delete().where(settings.c.key == key))
            if value is not None:
                connection.execute(settings.insert().values(key=key, value=json.dumps(value)))

    def settled(self, owner: Owner) -> dict[str, str]:
        """Return the alarms that the person settled: key to how."""
        query = sa.select(alarms.c.key, alarms.c.how).where(alarms.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return {row.key: row.how for row in connection.execute(query)}

    def settle(self, owner: Owner, key: str, at: datetime, how: str) -> None:
        """Keep that an alarm is settled; doing so again replaces how."""
        with self._database.writing() as connection:
            connection.execute(alarms.delete().where(alarms.c.owner_id == owner.id, alarms.c.key == key))
            connection.execute(alarms.insert().values(owner_id=owner.id, key=key, settled_at=at, how=how))
