"""Keeps settings, and the alarms that were settled."""

import json
from datetime import datetime
from typing import Any

from unrenew.model.people import Owner
from unrenew.store.databases import Database


class Settings:
    """Small things, each under a key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Any]:
        """Return every setting."""
        with self._database.session() as session:
            return {key: json.loads(text) for key, text in session.rows("SELECT key, value FROM settings")}

    def get(self, key: str) -> Any:
        """Return one, None where it was never set."""
        with self._database.session() as session:
            text = session.value("SELECT value FROM settings WHERE key = :key", key=key)
        return None if text is None else json.loads(text)

    def put(self, key: str, value: Any) -> None:
        """Set one; None takes it away."""
        with self._database.session(writes=True) as session:
            session.run("DELETE FROM settings WHERE key = :key", key=key)
            if value is not None:
                session.insert("settings", {"key": key, "value": json.dumps(value)})

    def settled(self, owner: Owner) -> dict[str, str]:
        """Return the alarms that the person settled: key to how."""
        with self._database.session() as session:
            return dict(session.rows("SELECT key, how FROM alarms WHERE owner_id = :owner", owner=owner.id))

    def settle(self, owner: Owner, key: str, at: datetime, how: str) -> None:
        """Keep that an alarm is settled; doing so again replaces how."""
        with self._database.session(writes=True) as session:
            session.run("DELETE FROM alarms WHERE owner_id = :owner AND key = :key", owner=owner.id, key=key)
            session.insert("alarms", {"owner_id": owner.id, "key": key, "settled_at": at, "how": how})
