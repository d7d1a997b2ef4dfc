"""Keeps the streams that were found, so that they need not be found again."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from unrenew.model.people import Owner
from unrenew.store.databases import Database

_STILL_RIGHT: Final = (
    "SELECT f.streams FROM found f JOIN owners o ON o.id = f.owner_id AND o.revision = f.revision"
    " WHERE f.owner_id = :owner AND f.as_of = :as_of AND f.made_with = :made_with"
)


class FoundStreams:
    """What find made of each owner's transactions, as `scan --json` prints it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self, owner: Owner, *, as_of: date, made_with: str) -> list[dict[str, Any]] | None:
        """Return the streams that were found, or None if the owner's data, the day or the program has changed since."""
        with self._database.session() as session:
            text = session.value(_STILL_RIGHT, owner=owner.id, as_of=as_of, made_with=made_with)
        return None if text is None else json.loads(text)

    def last_found(self, owner: Owner) -> list[dict[str, Any]]:
        """Return the streams as they were last found, whether they still hold or not."""
        with self._database.session() as session:
            text = session.value("SELECT streams FROM found WHERE owner_id = :owner", owner=owner.id)
        return [] if text is None else json.loads(text)

    def keep_found(
        self, owner: Owner, streams: Sequence[Mapping[str, Any]], *, as_of: date, made_with: str, revision: int
    ) -> None:
        """Keep the streams that were found in the transactions of this revision."""
        values: dict[str, Any] = {"owner_id": owner.id, "as_of": as_of, "made_with": made_with, "revision": revision}
        values["streams"] = json.dumps(streams, ensure_ascii=False)
        with self._database.session(writes=True) as session:
            session.run("DELETE FROM found WHERE owner_id = :owner", owner=owner.id)
            session.insert("found", values)
