"""A person's data out, safe, back, and gone."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from unrenew.api.finding import EVERYBODY, listing_of
from unrenew.api.homes import Home
from unrenew.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from unrenew.store import Store
    from unrenew.store.homes import DatabaseStore
    from unrenew.store.statements import KeptFile

JSON_COLUMNS = frozenset({"problems", "charges", "says", "body", "value"})


def _open(home: Home) -> "DatabaseStore":
    from unrenew.store.homes import open_home

    return open_home(home.folder, passphrase=home.ask_passphrase)


def export(home: Home, *, owner: str | None = EVERYBODY) -> dict[str, Any]:
    """Return all that is kept of an owner, or of everybody: every row of every table, and the subscriptions."""
    from unrenew.api.cancelling import listed
    from unrenew.store.copies import rows_out, tables

    with _open(home) as store:
        one = None if owner == EVERYBODY else store.people.find(owner).id
        kept: dict[str, Any] = {table.name: [] for table in tables()}
        for name, row in rows_out(store.database, owner=one):
            kept[name].append({key: _decoded(key, value) for key, value in row.items()})
        streams = listed(listing_of(home, store, owner=owner), today=home.today)
    return {"as_of": home.today.isoformat(), "format": 1, "streams": streams, "tables": kept}


def _decoded(key: str, value: Any) -> Any:
    return json.loads(value) if key in JSON_COLUMNS and isinstance(value, str) and value[:1] in '{["' else value


def export_to(home: Home, folder: Path, *, owner: str | None = EVERYBODY) -> list[Path]:
    """Write the export into a new folder: export.json, a CSV for each table, and the files of evidence."""
    from unrenew.store.folders import told, write_whole

    document = export(home, owner=owner)
    with told(folder), _open(home) as store:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError("the folder is not empty", where=str(folder), hint="Name a new one")
        written = {"export.json": json.dumps(document, ensure_ascii=False, indent=1).encode()}
        written["subscriptions.csv"] = _csv(document["streams"])
        written |= {f"{name}.csv": _csv(rows) for name, rows in document["tables"].items() if rows}
        for name, data in written.items():
            write_whole(folder / name, data)
        paths = [folder / name for name in written]
        (folder / "evidence").mkdir(mode=0o700)
        for sha256 in sorted({row["sha256"] for row in document["tables"]["evidence"]}):
            write_whole(folder / "evidence" / sha256, store.evidence.read(sha256))
            paths.append(folder / "evidence" / sha256)
    return paths


def _csv(rows: list[dict[str, Any]]) -> bytes:
    """Return rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    text = io.StringIO()
    names = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.writer(text)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(cast("Any", value), ensure_ascii=False)
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "@", "-", "\t", "\r") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).isdigit()


def backup(home: Home, target: Path) -> dict[str, int]:
    """Write everything into one new file, checked; of an encrypted home it is encrypted with the same passphrase."""
    from unrenew.store import backups

    with _open(home) as store:
        return backups.backup(store, target, at=home.now())


def restore(home: Home, source: Path, *, replace: bool = False) -> dict[str, int]:
    """Put a backup in the place of what is kept, all or nothing; without `replace` only where nothing is kept yet."""
    from unrenew.store import backups
    from unrenew.store.connections import database_path, database_url
    from unrenew.store.copies import count
    from unrenew.store.folders import prepare, read_about, write_about

    asked: list[str] = []

    def passphrase() -> str:
        if not asked:
            asked.append(home.ask_passphrase() if home.ask_passphrase else "")
        return asked[0]

    if not source.is_file():
        raise UsageError("there is no such file", where=str(source))
    with backups.open_backup(source, passphrase) as made:
        made.check()
        salt = made.manifest.get("salt")
        about = read_about(home.folder) if home.folder.exists() else {}
        if salt and not database_path(home.folder).exists() and database_url(about) is None:
            prepare(home.folder)
            write_about(home.folder, about | {"salt": salt})  # a new home is encrypted as the old one was
        with _reopened(home, passphrase) as store:
            if not replace and any(count(store.database).values()):
                raise UsageError(
                    "something is kept here already",
                    where=str(home.folder),
                    hint="To put the backup in its place: --replace",
                )
            return backups.restore(store, made)


def _reopened(home: Home, passphrase: Callable[[], str]) -> "DatabaseStore":
    from unrenew.store.homes import open_home

    return open_home(home.folder, passphrase=passphrase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What is gone, counted by kind, and what could not be reached from here."""

    gone: dict[str, int]
    left: tuple[str, ...]


NOT_REACHED = (
    "backups and exports that you made",
    "the statements and mails themselves, where you keep them",
    "old blocks on flash disks and in snapshots of the file system",
)


def forget_file(home: Home, name: str, *, owner: str | None = EVERYBODY) -> Forgotten:
    """Forget one file, by its path, name or SHA-256, and every line that no other file holds."""
    from unrenew.store.copies import compact, count

    with _open(home) as store:
        file = _file_named(store, name, owner)
        before = count(store.database)
        with store.writing():
            store.subscriptions.remove_listed(file.id)
            store.statements.remove(file)
        compact(store.database)
        return _forgotten(before, count(store.database), evidence=0)


def look_for(home: Home, *, file: str | None = None, owner: str | None = None) -> None:
    """Raise NotFoundError, with what there is, where no such file (of that owner) or no such owner is kept."""
    with _open(home) as store:
        if file is not None:
            _file_named(store, file, owner or EVERYBODY)
        elif owner is not None:
            store.people.find(owner)


def _file_named(store: "Store", name: str, owner: str | None) -> "KeptFile":
    person = None if owner == EVERYBODY else store.people.find(owner)
    files = store.statements.files(person)
    found = [
        f for f in files if name == f.path or name == Path(f.path).name or (len(name) > 7 and f.sha256.startswith(name))
    ]
    if len(found) != 1:
        several = f"{len(found)} files are called {name!r}" if found else f"no file is called {name!r}"
        hint = "; ".join(f"{f.path} ({f.sha256[:12]})" for f in (found or files)[:8]) or "nothing is kept"
        raise NotFoundError(several, hint=f"Known: {hint}")
    return found[0]


def forget_owner(home: Home, name: str | None) -> Forgotten:
    """Forget a person: accounts, statements, decisions, cases, evidence."""
    from unrenew.store.copies import compact, count

    with _open(home) as store:
        person = store.people.find(name)
        before = count(store.database)
        store.people.remove(person)
        swept = store.evidence.sweep()
        compact(store.database)
        return _forgotten(before, count(store.database), evidence=len(swept))


def forget_everything(home: Home) -> Forgotten:
    """Forget everything: the database, the evidence, the settings, the folder itself."""
    from unrenew.store.connections import database_path
    from unrenew.store.copies import compact, count, rows_in
    from unrenew.store.evidence import erase
    from unrenew.store.folders import EVIDENCE, SENDING
    from unrenew.store.moves import erase_folder

    with _open(home) as store:
        before = count(store.database)
        evidence = len(store.evidence.hashes())
        rows_in(store.database, ())
        compact(store.database)
    erase_folder(home.folder / EVIDENCE)
    path = database_path(home.folder)
    for file in (
        path,
        path.with_name(f"{path.name}-wal"),
        path.with_name(f"{path.name}-shm"),
        home.folder / SENDING,
        home.folder / "store.json",
    ):
        erase(file)
    if not any(home.folder.iterdir()):
        home.folder.rmdir()
    return _forgotten(before, dict.fromkeys(before, 0), evidence=evidence)


def _forgotten(before: dict[str, int], after: dict[str, int], *, evidence: int) -> Forgotten:
    gone = {name: number - after[name] for name, number in before.items() if number > after[name]}
    gone.pop("statement_transactions", None)
    return Forgotten(gone=gone | ({"files of evidence": evidence} if evidence else {}), left=NOT_REACHED)


def encrypt(home: Home, passphrase: Callable[[], str] | None) -> bool:
    """Encrypt what is kept with a passphrase, give it another one, or (None) take the encryption off.

    Return False where there was none to take off.
    """
    from unrenew.store.folders import read_about
    from unrenew.store.moves import reencrypt

    if passphrase is None and "salt" not in read_about(home.folder):
        return False
    with _open(home) as store:
        reencrypt(store, passphrase)
    return True
