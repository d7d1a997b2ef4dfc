"""Keeps statements, receipts, mails and lists of subscriptions.

One file is one transaction of the database: after a crash it is there whole or not at all, and can be added again.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from unrenew.api.finding import refresh
from unrenew.api.homes import Home
from unrenew.errors import ReadError, UnknownFormatError
from unrenew.model.values import Problem, decimal_text

if TYPE_CHECKING:
    from unrenew.model.receipts import Receipt
    from unrenew.readers import Hints
    from unrenew.readers.sources import Source
    from unrenew.store import Store
    from unrenew.store.statements import KeptFile

Outcome = Literal["new", "known", "wrong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedFile:
    """What came of one file. `new` and `known` count transactions, receipts or subscriptions, by `kind`."""

    path: str
    outcome: Outcome
    kind: str | None = None
    format: str | None = None
    encoding: str | None = None
    new: int = 0
    known: int = 0
    owners: tuple[str | None, ...] = ()
    accounts: tuple[str, ...] = ()
    sums: dict[str, str] = field(default_factory=dict[str, str])
    first_on: date | None = None
    last_on: date | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What came of all files, and the subscriptions that were not seen before."""

    as_of: date
    files: tuple[AddedFile, ...]
    found: tuple[dict[str, Any], ...]

    def has_problems(self) -> bool:
        """Say whether anything is worth a look."""
        return any(problem.severity != "info" for file in self.files for problem in file.problems)


def add(
    home: Home,
    paths: Iterable[Path],
    *,
    owner: str | None = None,
    hints: "Hints | None" = None,
    progress: Callable[[str], None] | None = None,
) -> Addition:
    """Keep what is in the files (of folders: in every file of them) for an owner, and find subscriptions anew.

    A file that was added before changes nothing, nor do lines that overlap with another file. A file that cannot be
    read is among the results with its problem; the others are kept.
    """
    from unrenew.readers import NO_HINTS

    with home.open() as store:
        before = _seen(store)
        files: list[AddedFile] = []
        for path in _files(paths):
            if progress is not None:
                progress(str(path))
            files.append(_add_file(home, store, path, owner=owner, hints=hints or NO_HINTS))
        touched = {name for file in files for name in file.owners}
        found = refresh(home, store, [person for person in store.people.owners() if person.name in touched])
    after = [stream for streams in found.values() for stream in streams]
    fresh = tuple(stream for stream in after if not before.intersection(_charges(stream)))
    return Addition(as_of=home.today, files=tuple(files), found=tuple(s for s in fresh if s["kind"] in CONTRACTS))


CONTRACTS = ("subscription", "bill")


def _seen(store: "Store") -> set[tuple[str | None, str]]:
    """Return the charges of all streams as they were last found, on whatever day: what is not among them is new."""
    last = (store.streams.last_found(person) for person in store.people.owners())
    return {charge for streams in last for stream in streams for charge in _charges(stream)}


def _charges(stream: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(stream["owner"], charge["id"]) for charge in stream["charges"]]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give every file once, those of a folder in the order of their names; hidden ones are left out."""
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(found for found in path.rglob("*") if found.is_file() and not _hidden(found, path))
        for file in inside if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def _add_file(home: Home, store: "Store", path: Path, *, owner: str | None, hints: "Hints") -> AddedFile:
    from unrenew.readers.sources import open_source

    try:
        source = open_source(path)
        sha256 = hashlib.sha256(source.data).hexdigest()
        known = store.statements.find_file(sha256, owner)
        if known is not None:
            return _known(path, known)
        return _keep(home, store, source, sha256, owner=owner, hints=hints)
    except ReadError as error:
        what = f"{error.what}. {error.hint}" if error.hint else error.what
        wrong = Problem(where="file", what=what, severity="error")
        return AddedFile(path=str(path), outcome="wrong", problems=(wrong,))


def _known(path: Path, known: "KeptFile") -> AddedFile:
    return AddedFile(
        path=str(path),
        outcome="known",
        kind=known.kind,
        format=known.format,
        encoding=known.encoding,
        known=known.rows,
        first_on=known.first_on,
        last_on=known.last_on,
    )


def _keep(home: Home, store: "Store", source: "Source", sha256: str, *, owner: str | None, hints: "Hints") -> AddedFile:
    """Recognise a file by its content and keep it."""
    from unrenew.readers import mail, read_source
    from unrenew.readers.lists import read_list

    if mail.knows(source.data[:16_384]):
        return _keep_mails(home, store, source, sha256, owner=owner)
    listed = read_list(source.data, currency=hints.currency, owner=owner)
    if listed is not None:
        return _keep_list(home, store, source, sha256, listed, owner=owner)
    statement = read_source(source, hints=hints)
    added = store.statements.add(statement, sha256=sha256, owner=owner, at=home.now())
    return AddedFile(
        path=source.path,
        outcome="new",
        kind="statement",
        format=statement.format,
        encoding=statement.encoding,
        new=added.new,
        known=added.known,
        owners=added.owners,
        accounts=statement.accounts,
        sums={currency: decimal_text(total) for currency, total in statement.sums.items()},
        first_on=statement.first_on,
        last_on=statement.last_on,
        problems=statement.problems,
    )


def _keep_mails(home: Home, store: "Store", source: "Source", sha256: str, *, owner: str | None) -> AddedFile:
    from unrenew.find.receipts import read_receipt
    from unrenew.readers.mail import is_mailbox, read_mails

    problems: list[Problem] = []
    receipts: list[Receipt] = []
    others = 0
    for mail in read_mails(source.data):
        receipt = None if isinstance(mail, Problem) else read_receipt(mail)
        if isinstance(mail, Problem):
            problems.append(mail)
        elif receipt is None:
            others += 1
        else:
            receipts.append(receipt)
    if not receipts and not problems and not is_mailbox(source.data):
        raise UnknownFormatError(
            "is a mail, but neither a receipt nor a notice of a renewal: nothing was kept",
            hint="To keep it as evidence: unrenew case ID attach FILE",
        )
    if others:
        what = f"{others} other mail{'s' if others > 1 else ''} passed over: no receipt, nothing of them is kept"
        problems.append(Problem(where="file", what=what, severity="info", rows=others))
    result = AddedFile(
        path=source.path,
        outcome="new",
        kind="receipts",
        format="mbox" if is_mailbox(source.data) else "eml",
        encoding="mime",
        first_on=min((r.sent_on for r in receipts if r.sent_on), default=None),
        last_on=max((r.sent_on for r in receipts if r.sent_on), default=None),
        problems=tuple(problems),
    )
    with store.writing():
        file = _keep_as(home, store, result, sha256, owner=owner, rows=len(receipts))
        new = sum(store.subscriptions.add_receipt(owner, receipt, file=file) for receipt in receipts)
    return replace(result, new=new, known=len(receipts) - new)


def _keep_list(
    home: Home, store: "Store", source: "Source", sha256: str, listed: Any, *, owner: str | None
) -> AddedFile:
    """Keep the subscriptions of a list; one that is kept already, and perhaps changed by the person, stays as it is."""
    result = AddedFile(
        path=source.path,
        outcome="new",
        kind="subscriptions",
        format=listed.format,
        encoding="utf-8",
        problems=listed.problems,
    )
    with store.writing():
        file = _keep_as(home, store, result, sha256, owner=owner, rows=listed.rows)
        known = {own.id for own in store.subscriptions.own()}
        fresh = [own for own in listed.subscriptions if own.id not in known]
        for own in fresh:
            store.subscriptions.put_own(own, file=file)
    return replace(result, new=len(fresh), known=len(listed.subscriptions) - len(fresh))


def _keep_as(home: Home, store: "Store", result: AddedFile, sha256: str, *, owner: str | None, rows: int) -> int:
    from unrenew.store.statements import KeptFile, printable

    file = KeptFile(
        id=0,
        owner=owner,
        sha256=sha256,
        path=printable(result.path),
        kind=result.kind or "",
        format=result.format or "",
        encoding=result.encoding or "",
        added_at=home.now(),
        rows=rows,
        first_on=result.first_on,
        last_on=result.last_on,
        problems=result.problems,
    )
    return store.statements.keep_file(file).id


def add_json(addition: Addition) -> dict[str, Any]:
    """Return what `add --json` prints: the files as in `scan --json`, each with what became of it; new streams."""
    return {
        "as_of": addition.as_of.isoformat(),
        "files": [_file_json(file) for file in addition.files],
        "streams": list(addition.found),
    }


def _file_json(file: AddedFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "outcome": file.outcome,
        "kind": file.kind,
        "format": file.format,
        "encoding": file.encoding,
        "accounts": list(file.accounts),
        "transactions": file.new + file.known if file.kind == "statement" else 0,
        "new": file.new,
        "known": file.known,
        "sums": file.sums,
        "first_on": file.first_on and file.first_on.isoformat(),
        "last_on": file.last_on and file.last_on.isoformat(),
        "problems": [{"where": p.where, "what": p.what, "severity": p.severity} for p in file.problems],
    }
