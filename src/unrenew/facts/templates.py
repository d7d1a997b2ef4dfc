"""Loads the templates of letters and pages, strictly."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import rtoml

from unrenew.errors import FactsError
from unrenew.model.letters import Body, Citation, DossierWords, KindFacts, LanguageWords, LetterBook, Template

FOLDER = Path(__file__).parent / "letters"


class _Citations(msgspec.Struct, forbid_unknown_fields=True):
    citation: tuple[Citation, ...]


class _Bodies(msgspec.Struct, forbid_unknown_fields=True):
    body: tuple[Body, ...]


@cache
def load_letters(folder: Path = FOLDER) -> LetterBook:
    """Return every template. Raises `FactsError` that names the file and the place where one breaks its form."""
    languages = sorted(path.parent.name for path in folder.glob("*/words.toml"))
    words = {name: _read(folder / name / "words.toml", LanguageWords) for name in languages}
    own = {(f"{path.parents[1].name}-{path.parent.name}", path.stem): path for path in folder.glob("*/*/*.toml")}
    kinds = _read(folder / "kinds.toml", dict[str, KindFacts])
    return LetterBook(
        kinds=kinds,
        words=words | {place: _read(path, LanguageWords) for (place, stem), path in own.items() if stem == "words"},
        templates={
            (name, kind): _read(path, Template)
            for name in languages
            for kind in kinds
            if (path := folder / name / f"{kind}.toml").exists()
        }
        | {
            (f"{name}-{country}", kind): _read(path, Template, spelling)
            for name in languages
            for country, spelling in words[name].spelling.items()
            for kind in kinds
            if (path := folder / name / f"{kind}.toml").exists()
        }
        | {(place, stem): _read(path, Template) for (place, stem), path in own.items() if stem in kinds},
        citations=_read(folder / "citations.toml", _Citations).citation,
        bodies=_read(folder / "bodies.toml", _Bodies).body,
        dossiers={
            name: _read(path, DossierWords) for name in languages if (path := folder / name / "dossier.toml").exists()
        }
        | {place: _read(path, DossierWords) for (place, stem), path in own.items() if stem == "dossier"},
        letter_page=(folder / "letter.typ").read_text(encoding="utf-8"),
        dossier_page=(folder / "dossier.typ").read_text(encoding="utf-8"),
    )


def _read(path: Path, form: Any, spelling: Mapping[str, str] | None = None) -> Any:
    try:
        text = path.read_text(encoding="utf-8")
        for usual, own in (spelling or {}).items():
            text = text.replace(usual, own)
        return msgspec.convert(rtoml.loads(text), form)
    except (OSError, UnicodeDecodeError, rtoml.TomlParsingError, msgspec.ValidationError) as error:
        raise FactsError(str(error), where=str(path)) from error
