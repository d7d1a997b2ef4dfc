"""A text to its blocks: headings, items with numbers, rows, paragraphs.

Plain text, Markdown, what a page or a mail looks like without its tags, a transcript with its times. Lines that were
wrapped are joined, quote signs and times taken off, and a list that stands within one paragraph is parted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from unrenew.shield.cleaning import tidy
from unrenew.shield.doing import PATH, begins_with_doing
from unrenew.shield.markers import MARKER_WORDS, Marker, inline_items, marker_of

Kind = Literal["heading", "item", "row", "text"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text, clean of quote signs and times; marks of style are still in it."""

    kind: Kind
    text: str
    level: int = 0
    """Of a heading: how deep (9 for one in plain text); of an item: how far it is set in."""
    marker: Marker | None = None
    cells: tuple[str, ...] = ()
    apart: bool = False
    """Whether a blank line stands before it."""

    @property
    def plain(self) -> str:
        """Return its text in one line without marks of style."""
        return tidy(self.text)


@dataclass(slots=True)
class _Line:
    text: str
    indent: int
    apart: bool


_QUOTE = re.compile(r"\A[ \t]*(?:>[ \t]?){1,9}(?=\S|$)")
TIME = re.compile(
    r"\A\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?\]?\s*(?:[-–]\s)?[^:\n]{1,30}:\s+"
    r"|\A[\[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?[\])]?(?:\s*-+>\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)?\s*(?:[-–—:]\s)?\s*"
)
"""The time of a line in a transcript; in a chat with who says it."""
_CUE = "-->"
"""Between the two times of a subtitle."""
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,})$")
_BOLD = re.compile(r"\W{0,3}(?:\*\*|__)(?P<bold>[^*\n]+)(?:\*\*|__):?$")
_ROW = re.compile(r"\|?(.+\|.*)\|?$")
_REFERENCE = re.compile(r"\[[^\[\]]{1,40}\]:\s")
"""Where a link of Markdown leads, on a line of its own."""
_NUMBER = re.compile(r"[0-9]{1,2}[.)]?")
_DASHES = re.compile(r"[\s|:+-]{3,}$")
_KEYCAP = re.compile("([0-9]{1,2})\ufe0f?\u20e3\ufe0f?")
_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "…", ".”", '."', ".)")
_SIGNATURE = re.compile(
    r"(?:--|—|kind regards|best regards|regards|sincerely|cheers|mit freundlichen grüßen|viele grüße|cordialement"
    r"|saludos|atenciosamente|cordiali saluti|met vriendelijke groet|pozdrawiam|sent from my .*)[,.!]?$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?](?:\s|$)")
_WRAPPED = 58
"""Characters from which on a line without an end mark may be one that was wrapped."""
_LONGEST_HEADING = 90


def split_blocks(text: str) -> list[Block]:
    """Return the blocks of a text in order."""
    raw = _KEYCAP.sub(r"\1. ", text).splitlines()
    if _CUE in text:
        raw = _without_cues(raw)
    timed = sum(1 for line in raw if TIME.match(line.lstrip())) >= 3
    lines = _lines([TIME.sub("", line.lstrip(), count=1) for line in raw] if timed else raw)
    lower = sum(line.text[:1].islower() for line in lines)
    ended = sum(1 for line in lines if _STOP.search(line.text))
    spoken = timed or (lower * 2 > len(lines) and ended * 5 < len(lines))
    joined = lines if spoken else _rejoined(lines)
    return list(_parted(_with_headings(list(_typed(joined)))))


def _without_cues(raw: Sequence[str]) -> list[str]:
    """Return subtitles as lines of speech: without their numbers and times, each cue as one line."""
    found: list[str] = []
    new = True
    for line, following in zip(raw, [*raw[1:], ""], strict=True):
        if _CUE in line or (line.strip().isdigit() and _CUE in following) or not line.strip():
            new = True
        elif new:
            found.append(line)
            new = False
        else:
            found[-1] = f"{found[-1]} {line.strip()}"
    return found


def _lines(raw: Sequence[str]) -> list[_Line]:
    """Return the lines that hold something, with their indents, without quote signs."""
    found: list[_Line] = []
    apart = True
    number = ""  # one that has a line of its own
    for line in raw:
        bare = _QUOTE.sub("", line, count=1)
        content = bare.strip()
        if not content:
            apart = True
            continue
        if _NUMBER.fullmatch(content):
            number = f"{content.rstrip('.)')}. "
            continue
        content, number = number + content, ""
        found.append(_Line(content, len(bare.expandtabs(4)) - len(bare.expandtabs(4).lstrip()), apart))
        apart = False
    return found


def _rejoined(lines: Sequence[_Line]) -> list[_Line]:
    """Join lines that were wrapped: one that goes on in lower case, or after a long line without an end mark."""
    found: list[_Line] = []
    last = 0
    for line in lines:
        if found and _goes_on(found[-1].text, last, line):
            found[-1].text = f"{found[-1].text} {line.text}"
        else:
            found.append(replace(line))
        last = len(line.text)
    return found


def _goes_on(before: str, last: int, line: _Line) -> bool:
    if line.apart or before.endswith(_ENDS) or _is_own(before) or _is_own(line.text) or marker_of(line.text):
        return False
    if line.text[:1].islower():
        return True
    return last >= _WRAPPED and not (
        line.text[:1].isupper() and begins_with_doing(line.text) and before[-1] not in ",-–"
    )


def _is_own(text: str) -> bool:
    """Tell whether a line stands for itself in Markdown: a heading, a rule, a row of a table, a line all in bold."""
    return bool(
        _HEADING.match(text)
        or len(PATH.findall(text)) >= 2
        or _RULE.match(text)
        or text.startswith("|")
        or _BOLD.match(text)
    )


def _typed(lines: Sequence[_Line]) -> Iterator[Block]:
    """Yield a block for each line, by its own signs."""
    for place, line in enumerate(lines):
        following = lines[place + 1].text if place + 1 < len(lines) else ""
        if _RULE.match(line.text) or _REFERENCE.match(line.text):
            continue
        heading = _HEADING.match(line.text)
        bold = _BOLD.match(line.text)
        text = heading[2] if heading else line.text
        marker = marker_of(text)
        listed = marker is not None and marker.number == 1 and bool(inline_items(text)[1])  # `(1) … (2) … (3) …`
        if marker and not listed and not (marker.kind == "bullet" and bold):
            level = line.indent if not heading else 0
            yield Block("item", text[marker.end :].strip(), level, marker, (), line.apart)
        elif heading or (_RULE.match(following) and following[0] in "=-" and len(line.text) < _LONGEST_HEADING):
            yield Block("heading", text, len(heading[1]) if heading else 2, apart=line.apart)
        elif line.text.startswith("|") or (line.text.count("|") >= 2 and _ROW.match(line.text)):
            if not _DASHES.match(line.text):
                yield Block("row", line.text, cells=_cells(line.text), apart=line.apart)
        elif bold and len(line.text) < _LONGEST_HEADING and not begins_with_doing(tidy(line.text)):
            yield Block("heading", line.text, 7, apart=line.apart)
        else:
            yield Block("text", line.text, line.indent, apart=line.apart)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("| ").replace("\\|", "/").split("|"))


def _with_headings(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, with short lines that end like no sentence and say nothing to do as headings."""
    for place, block in enumerate(blocks):
        if block.kind != "text":
            yield block
            continue
        plain = block.plain
        if not plain or _SIGNATURE.match(plain):
            if plain:
                yield Block("heading", "", 1, apart=True)  # nothing behind a greeting belongs to what is before it
            continue
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        yield replace(block, kind="heading", level=9) if _is_heading(plain, block, following, place) else block


def _is_heading(plain: str, block: Block, following: Block | None, place: int) -> bool:
    if len(plain) > _LONGEST_HEADING or following is None or PATH.search(plain):
        return False
    if plain.endswith("?"):
        return True
    if plain.endswith(":"):
        return following.kind in {"item", "row"} or not begins_with_doing(plain)
    if plain[-1] in '.!;,”"' or ". " in plain:
        return False
    is_title = place == 0 and following.kind != "heading"
    if begins_with_doing(plain) and not is_title:
        return False
    return is_title or block.apart or following.apart or following.kind == "item"


def _parted(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks, with lists within a paragraph as items of their own."""
    for block in blocks:
        if block.kind not in {"text", "heading"} or not (
            any(map(str.isdigit, block.text[:2000])) or MARKER_WORDS.search(block.text[:2000])
        ):
            yield block
            continue
        lead, items = inline_items(block.text)
        if not items:
            yield block
            continue
        if lead.strip(" :"):
            yield replace(block, kind="heading", text=lead.strip(" :"), level=block.level or 9)
        for marker, text in items:
            yield Block("item", text, block.level if block.kind == "text" else 0, marker, (), block.apart)
