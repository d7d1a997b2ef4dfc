"""Values to PDF/A pages by typst, the same bytes each time."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, cast

from unrenew.errors import UnrenewError
from unrenew.model.letters import Letter, LetterBook

US_PAPER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "PR"})
"""Where letters are written on US Letter instead of A4."""
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_TRIES = 60


def letter_pdf(letter: Letter, book: LetterBook, *, enclosures: tuple[str, ...] = ()) -> bytes:
    """Return a letter as PDF/A with the address where the envelope's window is."""
    contact = [part for part in (letter.sender.email, letter.sender.phone) if part]
    first, *rest = letter.paragraphs
    words = book.words_in(letter.language, letter.country)
    data = {
        "lang": letter.language,
        "paper": "us-letter" if letter.country in US_PAPER else "a4",
        "sender": {"name": letter.sender.name, "lines": letter.sender.lines, "contact": contact},
        "to": {"name": letter.to.name, "lines": letter.to.lines},
        "date": letter.date_line,
        "subject": letter.subject,
        "greeting": letter.greeting,
        "first": first,
        "details": letter.details,
        "rest": rest,
        "closing": letter.closing,
        "enclosures": enclosures,
        "enclosure-word": words.enclosure + words.colon,
    }
    return make_pdf(book.letter_page, data, letter.written_on)


def make_pdf(source: str, data: Mapping[str, Any], day: date) -> bytes:
    """Return the pages that a typst source makes of data, as PDF/A-2a: tagged, so that it can be read aloud.

    A character that the fonts at hand cannot show is written as its code point, `⟨U+4E2D⟩`: seen, never dropped.
    """
    import typst

    text = json.dumps(_shown(data), ensure_ascii=False, default=str, sort_keys=True)
    midnight = datetime.combine(day, time()).replace(tzinfo=UTC)
    for _ in range(_TRIES):
        try:
            made = typst.compile(
                source.encode(),
                format="pdf",
                pdf_standards="a-2a",
                ignore_system_fonts=True,
                sys_inputs={"data": text},
                timestamp=midnight,
            )
        except typst.TypstError as error:
            unshown = _UNSHOWN.search(str(error))
            if unshown is None:
                raise UnrenewError("the pages could not be set", where=str(error)[:200]) from error
            for char in set(unshown.group(1)):
                text = text.replace(char, _code_point(char))
            continue
        return made
    raise UnrenewError("the pages hold too many characters that cannot be shown")


def _shown(value: Any) -> Any:
    """Return values with what is never shown in their texts written as code points, and a space for each tab."""
    if isinstance(value, str):
        return "".join(char if _plain(char) else _code_point(char) for char in value.replace("\t", " "))
    if isinstance(value, Mapping):
        return {name: _shown(each) for name, each in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_shown(each) for each in cast("list[Any] | tuple[Any, ...]", value)]
    return value


def _plain(char: str) -> bool:
    """Tell whether the built-in fonts surely have, or may have, a character; control characters are never shown."""
    number = ord(char)
    if number < 0x0590:
        return unicodedata.category(char) not in {"Cc", "Cf", "Cn", "Co", "Cs"} or char == "\n"
    return 0x1E00 <= number < 0x2000 or 0x2010 <= number <= 0x2027 or number == 0x202F or 0x2030 <= number < 0x2300


def _code_point(char: str) -> str:
    return f"⟨U+{ord(char):04X}⟩"
