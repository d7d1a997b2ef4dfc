"""Messages and letters: who writes to whom, and the form of templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

LetterKind = Literal[
    "cancel",
    "withdraw",
    "refund",
    "confirm",
    "reminder",
    "complaint",
    "bank_stop",
    "bank_refund",
    "bank_dispute",
]
LetterForm = Literal["chat", "email", "letter", "phone"]
Recipient = Literal["seller", "bank", "body"]

Line = str | tuple[str, ...]
"""One sentence; or several ways to say it, of which the first is taken whose words in braces are all known."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whatever a template file says that is not declared is an error."""


class Part(_Strict, frozen=True):
    """A paragraph: its lines one after the other, where the words of `when` are known and those of `unless` are not."""

    lines: tuple[Line, ...]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Template(_Strict, frozen=True):
    """One kind of message in one language: `facts/letters/<language>/<kind>.toml`."""

    subject: Line
    chat: tuple[Line, ...]
    body: tuple[Part, ...]  # of the e-mail and the letter; the details follow the first paragraph
    phone: tuple[Line, ...]  # what to say, in this order


class PhoneWords(_Strict, frozen=True):
    """What every call has in common."""

    call: str
    ready: str
    say: str
    ask: str
    ask_lines: tuple[Line, ...]
    beware: str
    beware_lines: tuple[Line, ...]
    note: str
    note_lines: tuple[Line, ...]


class LanguageWords(_Strict, frozen=True):
    """What all messages of a language share: `facts/letters/<language>/words.toml`."""

    language: str
    greeting: str
    closing: str
    chat_hello: str
    chat_thanks: str
    enclosure: str
    subject: str
    details: Mapping[str, str]
    phone: PhoneWords
    colon: str = ":"  # as it stands after a word: French puts a narrow space before it
    date_line: str = "{today}"  # the day of a letter: French puts "Le" before it
    acts: Mapping[str, str] = {}  # names of laws in this language, where the rules name them in English
    joins: Mapping[
        str, str
    ] = {}  # how two texts meet: "il |8 " = "l’", before "|" what is replaced, behind it what follows
    countries: Mapping[str, Mapping[str, str]] = {}  # greeting and closing where a country has its own
    spelling: Mapping[str, Mapping[str, str]] = {}  # how a country spells what stands in the messages


class DossierWords(_Strict, frozen=True):
    """The words of a dossier in one language: `facts/letters/<language>/dossier.toml`."""

    title: str
    quoted: str  # how this language quotes: {text}
    labels: Mapping[str, str]
    states: Mapping[str, str]
    refunds: Mapping[str, str]
    roles: Mapping[str, str]
    kinds: Mapping[str, str]
    statuses: Mapping[str, str]
    ways: Mapping[str, str]
    reasons: Mapping[str, str]  # how it is known where it was bought
    messages: Mapping[str, str]  # the kinds of message
    events: Mapping[str, Line]
    check: tuple[str, ...]


class KindFacts(_Strict, frozen=True):
    """What a kind of message needs, in every language: `facts/letters/kinds.toml`."""

    to: Recipient
    needs: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()  # rule ids it may rely on, the strongest first
    needs_ground: bool = False
    all_grounds: bool = False  # name every open ground, not the strongest alone
    answer_days: int = 14


class Citation(_Strict, frozen=True):
    """How a country's own law names what a rule says: `facts/letters/citations.toml`."""

    rule: str
    country: str
    cite: str
    evidence: str
    source: str
    read_on: date
    language: str | None = None  # the one language of the letter that it is for; else it is for all others


class Body(_Strict, frozen=True):
    """Who takes a complaint in a country: `facts/letters/bodies.toml`."""

    id: str
    country: str
    name: str
    url: str
    language: tuple[str, ...]
    about: Literal["trader", "bank", "both"]
    evidence: str
    source: str
    read_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBook:
    """All templates and the facts beside them, as loaded."""

    kinds: Mapping[str, KindFacts]
    words: Mapping[str, LanguageWords]  # by language, or language-country
    templates: Mapping[tuple[str, str], Template]  # (language or language-country, kind)
    citations: tuple[Citation, ...]
    bodies: tuple[Body, ...]
    dossiers: Mapping[str, DossierWords]
    letter_page: str = ""  # typst source
    dossier_page: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which every kind of message can be written."""
        return tuple(
            sorted(
                lang
                for lang in self.words
                if "-" not in lang and all((lang, kind) in self.templates for kind in self.kinds)
            ),
        )

    def words_in(self, language: str, country: str | None) -> LanguageWords:
        """Return the words of a language, in those of the country where it has its own."""
        return self.words.get(f"{language}-{country}", self.words[language])

    def dossier_in(self, language: str, country: str | None) -> DossierWords:
        """Return the words of a dossier, in those of the country where it has its own; English where there are none."""
        return self.dossiers.get(f"{language}-{country}") or self.dossiers.get(language) or self.dossiers["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who writes, or to whom. `lines` is the postal address below the name, top to bottom."""

    name: str
    lines: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A rule that a message may rely on, as the rights rules gave it for this case."""

    rule: str
    cites: tuple[str, ...] = ()
    deadline: date | None = None
    refund_due_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message, complete: nothing in it is left open. It is not sent; the person sends it."""

    kind: LetterKind
    form: LetterForm
    language: str
    country: str | None
    written_on: date
    sender: Party
    to: Party
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    closing: str
    text: str  # the whole, as plain text
    date_line: str
    grounds: tuple[Ground, ...] = ()
    answer_by: date | None = None
