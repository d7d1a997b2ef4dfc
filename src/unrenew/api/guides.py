"""Texts that somebody else wrote: their contacts, and their steps."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from unrenew.directory import Directory
from unrenew.errors import ReadError, UsageError
from unrenew.model.contacts import CleanGuide, Document, Screening
from unrenew.model.values import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """One document of a file with its contacts; `text` is what the places point into."""

    name: str
    text: str
    screening: Screening


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenings:
    """What several files gave, in the order given, with what could not be read."""

    documents: tuple[Screened, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def planted(self) -> bool:
        """Tell whether any contact is planted."""
        return any(v.word == "planted" for one in self.documents for v in one.screening.verdicts)


_FRAGMENT = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol|table|article|section|main|header|span|a|b)\b[^<>]*>", re.IGNORECASE)
"""How a part of a page begins."""
_HEADERS = re.compile(r"(?:(?:From|Reply-To|Subject): [^\n]*\n?)+")
"""The headers of a mail: they are judged, and no guide."""
_WARM_UP = (
    "Rufen Sie uns in Berlin an: ☎ +44 1632 960123, 030 5550142, 0171 5550142 or １-855-555-0142, 00 49 30 5550142,"
    " one eight five five, five five five, zero one four two, oneeightfivefivefive (OTA),"
    " https://example.com/1-855-555-0142,"
    " a@example.com, wa.me/18555550142, support number, l-85S-555-O142, 1-855-555-HELP, reversed 2410-555-558-1."
)
"""A text that asks for all tables: they are loaded before the first line is read."""
_LIKELY = (
    "US",
    "GB",
    "CA",
    "AU",
    "IN",
    "DE",
    "FR",
    "ES",
    "MX",
    "BR",
    "IT",
    "NL",
    "BE",
    "CH",
    "AT",
    "ZA",
    "AE",
    "SA",
    "PL",
    "SE",
    "TR",
    "RU",
    "ID",
    "CO",
    "AR",
    "JP",
    "KR",
    "CN",
    "NG",
    "KE",
    "PK",
    "EG",
    "PT",
    "IE",
    "NZ",
)
"""Countries whose numbers are likeliest in posts: their plans are made ready at the start too."""
_SPOKEN = ("en", "es", "de", "fr", "pt", "it", "nl", "da", "no", "tr", "hi", "ru", "ar", "zh", "*")
"""Languages whose words for digits are likeliest, and all languages at once."""
_KEPT = 4096
_KEPT_LENGTH = 8192
"""How many answers are kept, and for texts of at most how many characters."""


class Line(msgspec.Struct, frozen=True):
    """One line in: other keys are let pass."""

    text: str
    id: Any = None


@cache
def directory_of(facts: Path | None = None) -> Directory:
    """Return the directory with the facts that came with the program, and a person's own."""
    from unrenew.facts import load_facts

    return Directory(load_facts(facts).providers)


def is_providers_page(address: str, facts: Path | None = None) -> bool:
    """Return whether an address is on a domain that a provider of the directory owns."""
    return directory_of(facts).owner_of_domain(urlsplit(address).hostname or "") is not None


def checked_regions(regions: Iterable[str]) -> tuple[str, ...]:
    """Return country codes in capitals; raises UsageError for what is no country with a numbering plan."""
    from unrenew.shield.numbering import country_code

    given = tuple(dict.fromkeys(region.upper() for region in regions))
    for region in given:
        if not country_code(region):
            raise UsageError(f"{region} is no country code with phone numbers", hint="Use ISO 3166, such as DE or US")
    return given


def screen_files(
    sources: Iterable[tuple[str, bytes | ReadError]], *, regions: Sequence[str] = (), facts: Path | None = None
) -> Screenings:
    """Return the contacts of several files: pairs of a name and its bytes (or the error that reading it gave)."""
    from unrenew.readers.documents import read_documents
    from unrenew.shield import screen

    directory = directory_of(facts)
    wanted = checked_regions(regions)
    found: list[Screened] = []
    problems: list[Problem] = []
    for name, data in sources:
        try:
            if isinstance(data, ReadError):
                raise data
            documents, wrong = read_documents(data, name)
        except ReadError as error:
            problems.append(
                Problem(
                    where=name,
                    what=error.what if error.hint is None else f"{error.what}. {error.hint}",
                    severity="error",
                )
            )
            continue
        problems += wrong
        found += [
            Screened(name=one.name, text=one.text, screening=screen(one.text, directory, wanted)) for one in documents
        ]
    return Screenings(documents=tuple(found), problems=tuple(problems))


def screen_lines(
    lines: Iterable[bytes], *, regions: Sequence[str] = (), facts: Path | None = None
) -> Iterator[tuple[bytes, Problem | None]]:
    """Yield each JSON line `{"id", "text"}` with its contacts, in order; a bad line gives a problem too."""
    from unrenew.shield import numbering, screen, words
    from unrenew.shield import regions as places
    from unrenew.shield.brand_names import names_of

    directory = directory_of(facts)
    wanted = checked_regions(regions)
    screen(_WARM_UP, directory, wanted)  # loads the tables before the first line comes
    numbering.make_ready(_LIKELY)
    words.make_ready(_SPOKEN)
    places.make_ready()
    names_of(directory)
    encode = msgspec.json.Encoder().encode
    known: dict[str, bytes] = {}  # the same post is sent many times: its answer is kept
    decode = msgspec.json.Decoder(Line).decode
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            problem = Problem(
                where=f"line {number}", what=f"not a JSON object with id and text ({error})", severity="error"
            )
            yield encode({"id": None, "problem": problem.what, **Screening().to_json()}), problem
            continue
        answer = known.get(row.text)
        if answer is None:
            answer = encode(screen(row.text, directory, wanted).to_json())
            if len(row.text) <= _KEPT_LENGTH:
                if len(known) >= _KEPT:
                    known.clear()
                known[row.text] = answer
        yield b'{"id":' + encode(row.id) + b"," + answer[1:], None


def document_of(data: bytes, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return a file as one document to read a guide from: what a page shows, the longest part of a mail.

    All of it is judged (`sources`): the source of a page, every part of a mail. Raises ReadError where it is empty.
    """
    from unrenew.readers.documents import read_documents

    documents, problems = read_documents(data, name)
    if not any(one.text.strip() for one in documents):
        raise ReadError("the file is empty", where=name)
    bodies = [one for one in documents if not _HEADERS.fullmatch(one.text)] or list(documents)
    shown = [_as_shown(one) for one in bodies]
    longest = max(shown, key=lambda one: len(one.text))
    sources = tuple(one.text for one in documents)
    alone = len(sources) == 1 and sources[0] == longest.text
    return replace(longest, sources=() if alone else sources), tuple(problems)


def _as_shown(document: Document) -> Document:
    """Return a page as a person reads it, anything else as it is."""
    from unrenew.readers.documents import is_page

    if not (is_page(document.text[:4096].lstrip().encode("utf-8", "replace")) or _FRAGMENT.match(document.text)):
        return document
    from unrenew.readers.html import page_text

    page = page_text(document.text)
    title = page.title or (None if _FRAGMENT.match(document.text) else document.title)
    return Document(name=document.name, text=page.text, title=title, hidden=page.hidden)


def clean_guide(
    data: bytes, name: str, *, country: str | None = None, facts: Path | None = None
) -> tuple[CleanGuide, tuple[Problem, ...]]:
    """Return somebody's guide without what was planted in it, its claims checked; problems say what is not shown."""
    from unrenew.shield.steps import read_guide

    document, problems = document_of(data, name)
    clean = read_guide(document, directory_of(facts), country=country)
    notes = tuple(Problem(where=name, what=note, severity="info") for note in clean.notes)
    return clean, (*problems, *notes)
