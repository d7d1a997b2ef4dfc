"""The dossier of a case: a folder or a zip that a stranger can check."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from unrenew.act.dossiers import dossier_day, make_dossier
from unrenew.act.grounds import remedy_lines
from unrenew.act.steps import find_steps
from unrenew.api.cases import append, directory, find_case, home_for
from unrenew.api.evidence import items_of
from unrenew.api.homes import Home
from unrenew.api.letters import language_of, person_of, remedies_of
from unrenew.api.words import words_for
from unrenew.errors import StoreError, UsageError
from unrenew.facts.templates import load_letters
from unrenew.model.cases import Case, DossierMade
from unrenew.model.dossiers import Dossier
from unrenew.store import Store

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time in a zip file's entries: always the same, so that the same case gives the same bytes."""


def build(home: Home, store: Store, case: Case) -> Dossier:
    """Return the dossier of a case; the remedies are those of the day of its last entry."""
    day = replace(home, today=dossier_day(case))
    book = load_letters()
    language = language_of(home, case, book.dossiers)
    return make_dossier(
        case,
        items_of(store, case),
        remedy_lines(remedies_of(day, case).remedies, words_for(language).title),
        book,
        person=person_of(store, case.subject.owner).get("name", case.subject.owner or ""),
        language=language,
        names=_names(case, day),
    )


def _names(case: Case, home: Home) -> dict[str, str]:
    """Return the names of the provider and of whoever sold it, by what the case calls them."""
    guidance = find_steps(case, directory(), home.today)
    known = {case.subject.provider: guidance.name if guidance.provider else None, case.channel: guidance.seller}
    return {one: name for one, name in known.items() if one and name}


def write_dossier(home: Home, name: str, target: Path) -> tuple[Path, Dossier]:
    """Write the dossier into a new folder, or one zip file where the name ends so; note in the case that it was made.

    Nothing is overwritten but an earlier dossier; what is half written when something fails is taken away again.
    """
    with home.open() as store, store.writing():
        case = find_case(store, name)
        home = home_for(home, store, case)
        dossier = build(home, store, case)
        try:
            if target.suffix.lower() == ".zip":
                _write_zip(store, dossier, target)
            else:
                _write_folder(store, dossier, target)
        except OSError as error:
            raise StoreError(f"the dossier cannot be written: {error.strerror}", where=str(target)) from error
        append(home, store, case, DossierMade(sha256=dossier.sha256))
    return target, dossier


def _pieces(store: Store, dossier: Dossier) -> Iterator[tuple[str, Callable[[IO[bytes]], None]]]:
    """Yield every file of a dossier: its name, and how to write it piece by piece."""
    for name, data in sorted(dossier.files.items()):
        yield name, lambda out, data=data: out.writelines([data])
    for name, sha256 in sorted(dossier.evidence.items()):
        yield name, lambda out, sha256=sha256: out.writelines(store.evidence.open(sha256))


def _write_folder(store: Store, dossier: Dossier, target: Path) -> None:
    if target.exists() and not (target / "SHA256SUMS").is_file() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} exists and is no dossier", hint="Name a new folder with --to")
    written: list[Path] = []
    try:
        for name, write in _pieces(store, dossier):
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(path)
            with path.open("wb") as out:
                write(out)
    except OSError:
        for path in written:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _is_dossier(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "SHA256SUMS" in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def _write_zip(store: Store, dossier: Dossier, target: Path) -> None:
    if target.exists() and not _is_dossier(target):
        raise UsageError(f"{target} exists and is no dossier", hint="Name a new file with --to")
    part = target.with_name(target.name + ".part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, write in _pieces(store, dossier):
                entry = zipfile.ZipInfo(name, OLDEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with archive.open(entry, "w", force_zip64=True) as out:
                    write(out)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
