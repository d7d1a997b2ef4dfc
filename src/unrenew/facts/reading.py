"""Facts files to structs; a broken file becomes a problem."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

import msgspec
import rtoml

from unrenew.model import Problem
from unrenew.model.providers import TABLES, Origin, Provider

T = TypeVar("T")

_RTOML_LINE = re.compile(r"at line (\d+)")
_PATH = re.compile(r"\$((?:\.\w+|\[\d+\])+)")
_STEP = re.compile(r"\.(\w+)(?:\[(\d+)\])?")


def seal_of(content: bytes) -> str:
    """Return the mark of a file's exact content."""
    return hashlib.sha256(content).hexdigest()[:32]


def read_seals(file: Path) -> dict[str, str]:
    """Return provider id to the mark of the content that passed the thorough check; empty without the list."""
    if not file.is_file():
        return {}
    return dict(line.split(" ", 1)[::-1] for line in file.read_text("utf-8").splitlines())


def read_providers(
    files: Iterable[Path], *, origin: Origin = "directory", contents: Mapping[Path, bytes] = MappingProxyType({})
) -> tuple[list[Provider], list[Problem]]:
    """Read provider files. One that breaks the form becomes a problem naming file, line and rule; the others load."""
    providers: list[Provider] = []
    problems: list[Problem] = []
    for file in files:
        found = read_file(file, lambda document: _to_provider(document, origin), contents.get(file))
        if isinstance(found, Problem):
            problems.append(found)
        elif found.id != file.stem:
            problems.append(_problem(file, 1, f"the id is {found.id!r}, but the file's name says {file.stem!r}"))
        else:
            providers.append(found)
    return providers, problems


def read_file(file: Path, build: Callable[[dict[str, Any]], T], content: bytes | None = None) -> T | Problem:
    """Read one TOML file and build something of it; return a problem with file, line and rule where that fails.

    `content`: its bytes, where they have been read already.
    """
    try:
        text = (file.read_bytes() if content is None else content).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _problem(file, None, f"cannot be read: {error}")
    try:
        return build(rtoml.loads(text))
    except rtoml.TomlParsingError as error:
        line = _RTOML_LINE.search(str(error))
        return _problem(file, int(line[1]) if line else None, f"no valid TOML: {error}")
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `")
        return _problem(file, line_of(text, path.rstrip("`"), what), f"{what}{f' ({path[:-1]})' if path else ''}")


def _to_provider(document: dict[str, Any], origin: Origin) -> Provider:
    read_on = document.get("read_on")
    live = document.pop("checked_live", "never")
    if "origin" in document:
        raise msgspec.ValidationError("Object contains unknown field `origin`")
    document["origin"] = origin
    for table in TABLES:
        rows = cast("list[dict[str, Any]]", document.get(table) or [])
        if not isinstance(cast("object", rows), list) or not all(isinstance(row, dict) for row in rows):  # pyright: ignore[reportUnnecessaryIsInstance] - the cast is a hope until here
            raise msgspec.ValidationError(f"Expected `array of tables` - at `$.{table}`")
        for fact in rows:
            if "origin" in fact:
                raise msgspec.ValidationError(f"Object contains unknown field `origin` - at `$.{table}`")
            if origin != "directory":
                fact["origin"] = origin
            if "read_on" not in fact:
                fact["read_on"] = read_on
            own = fact.pop("checked_live", live)
            if own != "never":
                fact["checked_live"] = own
    return msgspec.convert(document, Provider)


def line_of(text: str, path: str, what: str = "") -> int | None:
    """Return the line of a TOML text that a path such as `$.refunds[1].days` means, as near as it can be told."""
    lines = text.splitlines()
    at = 0
    key = re.search(r"field `(\w+)`", what)
    match = _PATH.match(path)
    steps: list[tuple[str, str]] = _STEP.findall(match[1]) if match else []
    if steps and steps[0][1]:
        at = _nth(lines, f"[[{steps[0][0]}]]", int(steps[0][1]))
        steps = steps[1:]
    wanted = steps[0][0] if steps else (key[1] if key else None)
    for number in range(at, len(lines)):
        if number > at and lines[number].startswith("["):
            break
        if wanted and re.match(rf"\s*{wanted}\s*=", lines[number]):
            return number + 1
    return at + 1 if lines else None


def _nth(lines: list[str], header: str, count: int) -> int:
    places = [number for number, line in enumerate(lines) if line.strip() == header]
    return places[count] if count < len(places) else 0


def _problem(file: Path, line: int | None, what: str) -> Problem:
    return Problem(where=f"{file.name}, line {line}" if line else file.name, what=what, severity="error")
