"""Loads the facts and lists their problems."""

import gc
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from unrenew.model import Problem
from unrenew.model.providers import Provider

HERE = Path(__file__).parent


def facts_version() -> str:
    """Return the day of the facts that came with the program, which are released more often than the code."""
    return (HERE / "VERSION").read_text("utf-8").strip()


@dataclass(frozen=True)
class Facts:
    """What is known, read when it is asked for. `extra` is a person's own folder of facts, shown as theirs."""

    extra: Path | None = None

    @property
    def version(self) -> str:
        """Return the day of the facts that came with the program."""
        return facts_version()

    @cached_property
    def _read(self) -> tuple[tuple[Provider, ...], tuple[Problem, ...]]:
        kept, problems = load_providers(HERE, extra=self.extra, version=self.version)
        return tuple(kept), tuple(problems)

    @property
    def providers(self) -> tuple[Provider, ...]:
        """Return every provider whose file keeps the rules; a person's own stand last."""
        return self._read[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the files: each names file, line or key, and rule."""
        return self._read[1]


def load_providers(home: Path, *, version: str, extra: Path | None = None) -> tuple[list[Provider], list[Problem]]:
    """Read and check every provider file below `home`, and a person's own. What breaks a rule is left out, and said."""
    from unrenew.facts.checks import check_providers
    from unrenew.facts.reading import read_providers, read_seals, seal_of

    contents = {file: file.read_bytes() for file in sorted((home / "providers").glob("*.toml"))}
    seals = read_seals(home / "SEALS")
    sealed = {file.stem for file, content in contents.items() if seals.get(file.stem) == seal_of(content)}
    sealed |= seals.keys() - {file.stem for file in contents}  # a file that went: the others' words of it are checked
    with _collector_off():
        providers, problems = read_providers(contents, contents=contents)
    if extra is not None:
        own, more = read_providers(provider_files(extra), origin="user")
        providers, problems = [*providers, *own], [*problems, *more]
    kept, refused = check_providers(providers, version=version, sealed=sealed)
    return kept, [*problems, *refused]


@contextmanager
def _collector_off() -> Generator[None]:
    """Keep the collector from walking thousands of new objects that all stay: a third of the time of loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def provider_files(folder: Path) -> list[Path]:
    """Return the provider files of a person's own folder: in `providers/` there, or directly in it."""
    inside = folder / "providers"
    return sorted((inside if inside.is_dir() else folder).glob("*.toml"))


def load_facts(extra: Path | None = None) -> Facts:
    """Return the facts, each part read on first use. `extra`: a folder of a person's own facts."""
    return Facts(extra)
