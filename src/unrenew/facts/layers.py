"""JustDeleteMe and Datenanfragen files to a layer that is never official.

Both are open data that a person downloads and hands over. Their entries stand beside the directory with their label;
they own no domain, give no refund and no phone number here.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from unrenew.errors import FactsError
from unrenew.model import Problem
from unrenew.model.domains import host_of, lies_on

LayerName = Literal["justdeleteme", "datenanfragen"]
LABELS: dict[LayerName, str] = {
    "justdeleteme": "from JustDeleteMe, not checked",
    "datenanfragen": "from Datenanfragen, not checked",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One company or site of a layer."""

    layer: LayerName
    name: str
    page: str | None
    text: str
    domains: tuple[str, ...]
    sources: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the words that must stand beside it."""
        return LABELS[self.layer]


def read_layer(file: Path) -> tuple[list[Entry], list[Problem]]:
    """Read one JSON file (JustDeleteMe's sites.json, or one or many companies of Datenanfragen)."""
    try:
        document = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise FactsError(f"is no JSON that can be read: {error}", where=str(file)) from error
    rows = cast("list[Any]", document if isinstance(document, list) else [document])
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        entry = _entry(cast("Mapping[str, Any]", row)) if isinstance(row, dict) else None
        if entry is None:
            problems.append(Problem(where=f"{file.name}, entry {number}", what="is of neither form: left out"))
        else:
            entries.append(entry)
    if rows and not entries:
        hint = "Files of JustDeleteMe (sites.json) and of Datenanfragen (companies) can be imported"
        raise FactsError("holds no entry of a form that is known", where=str(file), hint=hint)
    return entries, problems


def _entry(row: Mapping[str, Any]) -> Entry | None:
    name = row.get("name")
    if not isinstance(name, str) or not name:
        return None
    if isinstance(row.get("slug"), str):
        return _of_datenanfragen(row, name)
    return _of_justdeleteme(row, name) if isinstance(row.get("url"), str) else None


def _of_justdeleteme(row: Mapping[str, Any], name: str) -> Entry:
    page = str(row["url"])
    notes = row.get("notes")
    difficulty = row.get("difficulty")
    parts = [f"deleting the account is {difficulty}" if isinstance(difficulty, str) else "", _text(notes)]
    return Entry(
        layer="justdeleteme",
        name=name,
        page=page if page.startswith("https://") else None,
        text=". ".join(part for part in parts if part),
        domains=tuple(sorted({*_texts(row.get("domains")), host_of(page).removeprefix("www.")})),
    )


def _of_datenanfragen(row: Mapping[str, Any], name: str) -> Entry:
    web = _text(row.get("web"))
    parts = [("mail", _text(row.get("email"))), ("post", ", ".join(_text(row.get("address")).splitlines()))]
    return Entry(
        layer="datenanfragen",
        name=name,
        page=web if web.startswith("https://") else None,
        text="; ".join(f"{what}: {value}" for what, value in parts if value),
        domains=(host_of(web).removeprefix("www."),) if web else (),
        sources=_texts(row.get("sources")),
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))


def find_entries(entries: Iterable[Entry], *, names: Iterable[str], domains: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries of a layer that share a name or a domain."""
    plain = {_plain(name) for name in names}
    ours = frozenset(domains)
    return tuple(
        one for one in entries if _plain(one.name) in plain or any(lies_on(host, ours) for host in one.domains)
    )


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
