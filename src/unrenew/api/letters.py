"""Messages of a case: complete, in the person's language, never sent."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from unrenew.act.grounds import grounds_of, letter_values, rights_case
from unrenew.act.letters import Occasion, Value, competent_body, write_letter
from unrenew.act.mails import letter_eml
from unrenew.act.pages import letter_pdf
from unrenew.act.steps import find_steps
from unrenew.api.cases import append, directory, find_case, home_for
from unrenew.api.homes import Home
from unrenew.api.rights import rights_of
from unrenew.errors import InputError
from unrenew.facts.templates import load_letters
from unrenew.model.cases import Case, LetterWritten
from unrenew.model.letters import Ground, KindFacts, Letter, LetterBook, LetterForm, LetterKind, Party
from unrenew.model.remedies import Answer, Remedy
from unrenew.model.steps import Guidance
from unrenew.store import Store

OWN_LANGUAGE = {
    country: language
    for language, countries in {
        "de": ("AT", "CH", "DE", "LI"),
        "fr": ("FR", "BE", "LU", "MC"),
        "es": ("ES", "MX", "AR", "CO", "CL", "PE"),
        "it": ("IT", "SM"),
        "nl": ("NL",),
        "pl": ("PL",),
        "pt": ("PT", "BR"),
        "sv": ("SE",),
        "da": ("DK",),
        "cs": ("CZ",),
        "ro": ("RO", "MD"),
    }.items()
    for country in countries
}
"""The language of letters where the person sets none: the first of the country's that there is, else English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person says of a message; what is not said is taken from the case, the directory and the settings."""

    form: LetterForm = "email"
    sender: Mapping[str, str] = field(default_factory=dict[str, str])  # name, address (lines by ";"), email, phone
    to: Mapping[str, str] = field(default_factory=dict[str, str])  # name, address, email, phone
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    about: str = "trader"  # of complaints: trader or bank
    keep: bool = True  # note in the case that it was written


AS_IT_IS = Wanted()


def person_of(store: Store, owner: str | None) -> dict[str, str]:
    """Return the name and address under which a person writes."""
    kept: dict[str, str] | None = store.settings.all().get(f"person/{owner or ''}")
    return dict(kept or {})


def write(home: Home, name: str, kind: LetterKind, wanted: Wanted = AS_IT_IS) -> Letter:
    """Return a message of a case, complete, and note in the case that it was written.

    Raises `InputError` that names what is missing, or says that no right is open on which it could rely.
    """
    book = load_letters()
    with home.open() as store, store.writing():
        case = find_case(store, name)
        home = home_for(home, store, case)
        sender = person_of(store, case.subject.owner) | {key: value for key, value in wanted.sender.items() if value}
        if wanted.sender:
            store.settings.put(f"person/{case.subject.owner or ''}", sender)
        letter = compose(home, case, kind, replace(wanted, sender=sender), book)
        if wanted.keep:
            digest = hashlib.sha256(letter.text.encode()).hexdigest()
            what = LetterWritten(letter=kind, form=letter.form, language=letter.language, sha256=digest)
            append(home, store, case, what)
        return letter


def compose(home: Home, case: Case, kind: LetterKind, wanted: Wanted, book: LetterBook) -> Letter:
    """Return a message of a case without keeping anything."""
    guidance = find_steps(case, directory(), home.today)
    remedies = remedies_of(home, case).remedies
    grounds = grounds_of(remedies)
    _say_what_decides(book.kinds[kind], grounds, remedies, home.today)
    values = letter_values(case, guidance, grounds, home.today) | dict(wanted.values)
    country = case.subject.country or home.country
    occasion = Occasion(
        sender=party(wanted.sender),
        to=_recipient(case, kind, guidance, wanted, book),
        today=home.today,
        language=language_of(home, case, book.languages),
        country=country,
        values=values,
        grounds=_with_words(grounds, wanted),
    )
    return write_letter(kind, wanted.form, occasion, book)


def _say_what_decides(facts: KindFacts, grounds: Sequence[Ground], remedies: Sequence[Remedy], today: date) -> None:
    """Where a message needs a right, and one hangs only on something not known: name that, instead of saying no."""
    if not facts.needs_ground or any(ground.rule in facts.grounds for ground in grounds):
        return
    for rule in facts.grounds:
        for remedy in remedies:
            in_time = remedy.deadline is None or remedy.deadline >= today
            if remedy.rule == rule and remedy.status == "ask" and in_time:
                names = ", ".join(remedy.missing)
                raise InputError(
                    f"whether the right is open ({remedy.title or rule}) hangs on what is not known: {names}",
                    hint="Say what you know of it: unrenew case ID note --fact NAME=VALUE (yes, no, a day, or none)",
                )


def remedies_of(home: Home, case: Case) -> Answer:
    """Return the remedies of a case as of today."""
    facts = rights_case(case, directory(), home.today)
    return rights_of(facts, today=home.today, country=home.country)


def as_eml(letter: Letter, *, with_pdf: bool = False) -> bytes:
    """Return a message as a draft for the mail program."""
    attachments = [(f"{letter.kind}.pdf", as_pdf(letter))] if with_pdf else []
    return letter_eml(letter, attachments=attachments)


def as_pdf(letter: Letter) -> bytes:
    """Return a letter on paper."""
    return letter_pdf(letter, load_letters())


def languages() -> tuple[str, ...]:
    """Return the languages in which there are messages."""
    return load_letters().languages


def _with_words(grounds: tuple[Ground, ...], wanted: Wanted) -> tuple[Ground, ...]:
    """Return the grounds; a person who relies on one rule alone names it as `ground`."""
    chosen = wanted.values.get("ground")
    return tuple(ground for ground in grounds if chosen is None or ground.rule == chosen)


def _recipient(case: Case, kind: LetterKind, guidance: Guidance, wanted: Wanted, book: LetterBook) -> Party:
    to = book.kinds[kind].to
    if to == "body" and not wanted.to.get("name"):
        body = competent_body(book, case.subject.country, wanted.about)
        found = Party(name=body.name, url=body.url)
    elif to == "bank":
        found = Party(name=case.facts.get("bank", ""), email=case.facts.get("bank_email"))
    else:
        found = Party(name=guidance.seller or guidance.name, email=guidance.seller_email, url=guidance.support)
    said = party(wanted.to)
    return Party(
        name=said.name or found.name,
        lines=said.lines or found.lines,
        email=said.email or found.email,
        phone=said.phone or found.phone,
        url=found.url,
    )


def party(fields: Mapping[str, str]) -> Party:
    """Return who writes, or to whom, from the fields that people give; lines of an address are divided by `;`."""
    lines = tuple(line.strip() for line in fields.get("address", "").replace("\n", ";").split(";") if line.strip())
    return Party(
        name=fields.get("name", ""), lines=lines, email=fields.get("email") or None, phone=fields.get("phone") or None
    )


def language_of(home: Home, case: Case, offered: Collection[str]) -> str:
    """Return the language set by the person, else that of the country if it is offered, else English."""
    wanted = home.language or case.subject.language
    if wanted is not None:
        return wanted.partition("-")[0].lower()
    own = OWN_LANGUAGE.get(case.subject.country or home.country or "", "en")
    return own if own in offered else "en"


def letter_json(letter: Letter) -> dict[str, Any]:
    """Return a message as JSON has it."""
    to = letter.to
    return {
        "kind": letter.kind,
        "form": letter.form,
        "language": letter.language,
        "to": {"name": to.name, "email": to.email, "url": to.url, "address": list(to.lines)},
        "subject": letter.subject,
        "text": letter.text,
        "answer_by": letter.answer_by.isoformat() if letter.answer_by else None,
        "grounds": [{"rule": ground.rule, "citations": list(ground.cites)} for ground in letter.grounds],
    }
