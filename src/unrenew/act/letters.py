"""Messages and letters in the user's language.

A template is a list of lines. A line whose words in braces are not all known is left out, so no gap can ever be sent;
words without which a message makes no sense are named in `kinds.toml`, and asked for before it is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unrenew.act.wording import fill, one_line, put_into_words
from unrenew.errors import InputError
from unrenew.model.letters import (
    Body,
    Ground,
    KindFacts,
    LanguageWords,
    Letter,
    LetterBook,
    LetterForm,
    LetterKind,
    Line,
    Part,
    Party,
    Template,
)
from unrenew.model.values import Money

Value = str | date | Money | int
GUARANTEE = "provider.guarantee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a message is written about: who, to whom, when, and everything that is known by its name.

    `values` are words of the templates (see docs/letters.md): an absent one is not known, and its lines are left out.
    """

    sender: Party
    to: Party
    today: date
    language: str
    country: str | None
    values: Mapping[str, Value]
    grounds: Sequence[Ground] = ()


def write_letter(kind: LetterKind, form: LetterForm, occasion: Occasion, book: LetterBook) -> Letter:
    """Return a message that is complete.

    Raises `InputError` where the language is not there, where something is missing without which the message cannot
    be written, or where it needs a right that is not open in this case.
    """
    template, facts, words = _template(kind, occasion, book)
    grounds = _grounds(facts, occasion.grounds)
    if facts.needs_ground and not grounds:
        raise InputError(
            f'no right is open here on which the message "{kind}" could rely',
            hint="`unrenew rights` says which rights are open, and what it would have to know",
        )
    answer_by = occasion.today + timedelta(days=facts.answer_days)
    known = _known(kind, occasion, grounds, answer_by)
    _demand(facts, known, form, occasion)
    if kind == "reminder" and "confirmed_on" in known and "refund_asked_on" not in known:
        raise InputError(
            "they have confirmed it, and no money was asked back: there is nothing to remind them of",
            hint='To have more in writing: the message "confirm"; for the money: "refund"',
        )
    said = put_into_words(known, occasion.language, occasion.country) | _basis(grounds, words, occasion, book)
    own = words.countries.get(occasion.country or "", {})
    letter = Letter(
        kind=kind,
        form=form,
        language=occasion.language,
        country=occasion.country,
        written_on=occasion.today,
        sender=occasion.sender,
        to=occasion.to,
        subject=fill(template.subject, said, words.joins) or "",
        greeting=own.get("greeting", words.greeting),
        paragraphs=_paragraphs(template, said, form, words),
        details=tuple((words.details[name], said[name]) for name in facts.details if name in said),
        closing=own.get("closing", words.closing),
        text="",
        date_line=_date_line(occasion, words),
        grounds=grounds,
        answer_by=answer_by,
    )
    return replace(letter, text=_text(letter, words))


def _date_line(occasion: Occasion, words: LanguageWords) -> str:
    said = put_into_words({"today": occasion.today}, occasion.language, occasion.country)
    return fill(words.date_line, said, words.joins) or said["today"]


def competent_body(book: LetterBook, country: str | None, about: str = "trader") -> Body:
    """Return who takes a complaint about a trader or a bank in the person's country."""
    for body in book.bodies:
        if body.country == country and body.about in {about, "both"}:
            return body
    raise InputError(
        f"no body is known that takes complaints about a {about} in {country or 'an unknown country'}",
        hint="Say your country (--country), or name the body with --to-name",
    )


def _template(kind: LetterKind, occasion: Occasion, book: LetterBook) -> tuple[Template, KindFacts, LanguageWords]:
    """Return the template of the country where it has one of its own: Brazil withdraws in other words than Portugal."""
    language = occasion.language
    if (language, kind) not in book.templates:
        raise InputError(
            f'there are no messages in the language "{language}"',
            hint=f"There are: {', '.join(book.languages)}",
        )
    plain = book.templates[language, kind]
    own = book.templates.get((f"{language}-{occasion.country}", kind), plain)
    return own, book.kinds[kind], book.words_in(language, occasion.country)


def _grounds(facts: KindFacts, offered: Sequence[Ground]) -> tuple[Ground, ...]:
    found = [ground for rule in facts.grounds for ground in offered if ground.rule == rule]
    return tuple(found if facts.all_grounds else found[:1])


def _known(kind: LetterKind, occasion: Occasion, grounds: Sequence[Ground], answer_by: date) -> dict[str, Value]:
    known = {name: value for name, value in occasion.values.items() if value != ""}
    known["name"] = occasion.sender.name
    known["answer_by"] = answer_by
    if occasion.sender.email:
        known["email"] = occasion.sender.email
    for ground in grounds:
        known[ground.rule] = ground.rule
    if GUARANTEE not in known:
        known.pop("guarantee_days", None)
    if grounds and grounds[0].deadline is not None:
        known["deadline"] = grounds[0].deadline
    if grounds and grounds[0].refund_due_by is not None:
        known.setdefault("refund_due_by", grounds[0].refund_due_by)
    _only_if_before_the_charge(kind, known)
    return known


def _only_if_before_the_charge(kind: LetterKind, known: dict[str, Value]) -> None:
    """A bank is told of a cancellation only if that came before the charge: all else would be untrue."""
    asked, charged = known.get("asked_on"), known.get("charged_on")
    if kind != "bank_dispute" or not isinstance(charged, date):
        return
    if not isinstance(asked, date) or asked >= charged:
        for name in ("asked_on", "confirmed_on", "status"):
            known.pop(name, None)
    elif isinstance(confirmed := known.get("confirmed_on"), date) and confirmed >= charged:
        known.pop("confirmed_on")
        known.pop("status", None)


def _basis(grounds: Sequence[Ground], words: LanguageWords, occasion: Occasion, book: LetterBook) -> dict[str, str]:
    """Return `basis`: how the law of the person's country names the right; a promise of the seller is no law."""
    cites: list[str] = []
    for ground in grounds:
        if ground.rule == GUARANTEE:
            continue
        own = _own_cites(ground.rule, occasion, book)
        cites += own or [_translated(cite, words) for cite in ground.cites[:1]]
    between = words.colon.replace(":", "; ")  # with the space before it that the language has
    return {"basis": between.join(dict.fromkeys(map(one_line, cites)))} if cites else {}


def _own_cites(rule: str, occasion: Occasion, book: LetterBook) -> list[str]:
    """Return how the person's country names the rule: in the letter's language where the act has a name in it."""
    rows = [row for row in book.citations if row.rule == rule and row.country == occasion.country]
    same = [row.cite for row in rows if row.language == occasion.language]
    return same or [row.cite for row in rows if row.language is None]


def _translated(cite: str, words: LanguageWords) -> str:
    for english, own in words.acts.items():
        cite = cite.replace(english, own)
    return cite


def _demand(facts: KindFacts, known: Mapping[str, Value], form: LetterForm, occasion: Occasion) -> None:
    missing = [name for name in facts.needs if name not in known]
    if not occasion.sender.name.strip():
        missing.append("name")
    if form == "letter" and not occasion.sender.lines:
        missing.append("address")
    if form == "letter" and not occasion.to.lines:
        missing.append("to_address")
    if form == "letter" and not occasion.to.name:
        missing.append("to_name")
    if missing:
        raise InputError(
            f"this message needs what is not known yet: {', '.join(missing)}",
            hint="Say it with " + " ".join(f"--{name.replace('_', '-')} …" for name in missing),
        )


def _lines(lines: Sequence[Line], said: Mapping[str, str], words: LanguageWords) -> list[str]:
    return [text for line in lines if (text := fill(line, said, words.joins)) is not None]


def _stands(part: Part, said: Mapping[str, str]) -> bool:
    return all(word in said for word in part.when) and not any(word in said for word in part.unless)


def _paragraphs(template: Template, said: Mapping[str, str], form: LetterForm, words: LanguageWords) -> tuple[str, ...]:
    if form == "chat":
        return (" ".join(_lines((words.chat_hello, *template.chat, words.chat_thanks), said, words)),)
    if form == "phone":
        return tuple(_phone((words.chat_hello, *template.phone), said, words))
    texts = (" ".join(_lines(part.lines, said, words)) for part in template.body if _stands(part, said))
    return tuple(text for text in texts if text)


def _phone(lines: Sequence[Line], said: Mapping[str, str], words: LanguageWords) -> list[str]:
    phone = words.phone
    blocks = (
        (phone.say, _lines(lines, said, words)),
        (phone.ask, _lines(phone.ask_lines, said, words)),
        (phone.beware, _lines(phone.beware_lines, said, words)),
        (phone.note, _lines(phone.note_lines, said, words)),
    )
    return ["\n".join([f"{head}{words.colon}", *(f"- {text}" for text in texts)]) for head, texts in blocks]


def _text(letter: Letter, words: LanguageWords) -> str:
    details = "\n".join(f"{label}{words.colon} {value}" for label, value in letter.details)
    if letter.form == "chat":
        return letter.paragraphs[0] + "\n"
    if letter.form == "phone":
        to = " ".join(filter(None, (letter.to.name, letter.to.phone or letter.to.url)))
        head = [f"{words.phone.call}{words.colon} {to}"] if to else []
        return "\n\n".join([*head, f"{words.phone.ready}{words.colon}\n{details}", *letter.paragraphs]) + "\n"
    first, *rest = letter.paragraphs
    blocks = [letter.greeting, first, details, *rest, _signature(letter)]
    if letter.form == "letter":
        blocks = [_block(letter.sender), _block(letter.to), letter.date_line, letter.subject, *blocks]
    else:
        blocks = [f"{words.subject}{words.colon} {letter.subject}", *blocks]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(party: Party) -> str:
    return "\n".join((party.name, *party.lines))


def _signature(letter: Letter) -> str:
    return "\n".join(filter(None, (letter.closing, letter.sender.name, letter.sender.email, letter.sender.phone)))
