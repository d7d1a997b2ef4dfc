"""Brings a database to the shape that this program knows."""

from typing import TYPE_CHECKING, Any, Final

from unrenew.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from unrenew.store.sessions import Session

KNOWN: Final = ("0001", "0002")
"""Every revision under `migrations/versions`, in order. Written here too, so that opening needs no Alembic."""
TABLE: Final = "unrenew_version"
_KNOWN_TO_POSTGRES: Final = (  # to_regclass remembers that there was no table, also after waiting for who made it
    "SELECT relname FROM pg_catalog.pg_class WHERE relname = :table AND pg_catalog.pg_table_is_visible(oid)"
)


def check(version: str | None, *, where: str | None = None) -> bool:
    """Return whether a database of this version is up to date; refuse one that a newer program has made."""
    if version is not None and version not in KNOWN:
        raise StoreError(
            f"the data was kept by a newer unrenew (version {version} of the database, this program knows {KNOWN[-1]})",
            where=where,
            hint="Update unrenew; nothing was changed",
        )
    return version == KNOWN[-1]


def version_of(session: "Session") -> str | None:
    """Return the version that stands in the database; None where it is new."""
    known = _KNOWN_TO_POSTGRES if session.is_postgres else "SELECT name FROM sqlite_master WHERE name = :table"
    if session.value(known, table=TABLE) is None:
        return None
    return session.value(f"SELECT version_num FROM {TABLE}")  # noqa: S608 # a constant


def upgrade(connection: "Connection", *, to: str = KNOWN[-1]) -> None:
    """Run the migrations that are missing, inside the transaction that has begun: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "unrenew.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def refuse_foreign(connection: "Connection") -> None:
    """Refuse a PostgreSQL database in which another program has tables with our names."""
    import sqlalchemy as sa

    from unrenew.store.tables import metadata

    ours: set[Any] = set(metadata.tables)
    clash = sorted(ours & set(sa.inspect(connection).get_table_names()))
    if clash:
        raise StoreError(
            f"another program has a table {clash[0]!r} in this database", hint="Make an empty database for unrenew"
        )
