"""Loads the templates of letters and pages, strictly."""

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
    kinds = _read(folder / "kinds.toml", dict[str, KindFacts])
    return LetterBook(
        kinds=kinds,
        words=words,
        templates={
            (f"{path.parents[1].name}-{path.parent.name}", path.stem): _read(path, Template)
            for path in folder.glob("*/*/*.toml")  # pt/BR/withdraw.toml: a country's own
        }
        | {
            (name, kind): _read(path, Template)
            for name in languages
            for kind in kinds
            if (path := folder / name / f"{kind}.toml").exists()
        },
        citations=_read(folder / "citations.toml", _Citations).citation,
        bodies=_read(folder / "bodies.toml", _Bodies).body,
        dossiers={
            name: _read(path, DossierWords) for name in languages if (path := folder / name / "dossier.toml").exists()
        },
        letter_page=(folder / "letter.typ").read_text(encoding="utf-8"),
        dossier_page=(folder / "dossier.typ").read_text(encoding="utf-8"),
    )


def _read(path: Path, form: Any) -> Any:
    try:
        return msgspec.convert(rtoml.loads(path.read_text(encoding="utf-8")), form)
    except (OSError, UnicodeDecodeError, rtoml.TomlParsingError, msgspec.ValidationError) as error:
        raise FactsError(str(error), where=str(path)) from error
