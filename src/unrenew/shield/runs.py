"""Blocks to runs: items that belong together, with what is under them.

A run goes on while its numbers do; what stands between two of its items belongs to the first of them. What stands after
its last item belongs to it only where the items before had as much of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from unrenew.shield.about import AGAIN, CANCEL, ELSEWHERE
from unrenew.shield.blocks import Block
from unrenew.shield.cleaning import tidy
from unrenew.shield.doing import doings
from unrenew.shield.markers import Marker, MarkerKind

_ANCHOR = re.compile(r"\W*\[[^\]]*\]\([^)]*\)\W*")
_HOW = re.compile(r"\b(?:how|wie|so |comment|cómo|como|come|hoe|jak|hur|hvordan|nasıl|как)\b|方法|手順", re.IGNORECASE)
_METHOD = re.compile(r"\b(?:method|option|way|methode|variante|méthode|método|opción|opção|metodo)\s*\d", re.IGNORECASE)
_STRONG = 6
"""Headings up to this level are those of the page: they end a list."""
_AHEAD = 60
"""Blocks that are looked through for the next number."""


@dataclass(slots=True)
class Item:
    """One item: the first words of it, and the lines under it; marks of what was taken out are still in them."""

    title: str
    lines: list[str] = field(default_factory=list[str])
    shallow: int = 0
    """How many of its lines are paragraphs of their own, not set in."""


@dataclass(slots=True)
class Run:
    """Items that belong together, under a heading."""

    kind: MarkerKind
    lead: str
    level: int
    place: int
    items: list[Item] = field(default_factory=list[Item])
    number: int = 0

    @property
    def share(self) -> float:
        """Return which share of the items says to do something."""
        told = sum(
            doings(tidy(item.title)) > 0 or any(doings(tidy(line)) for line in item.lines[:1]) for item in self.items
        )
        return told / len(self.items)

    @property
    def text(self) -> str:
        """Return all of it, for looking at."""
        return "\n".join([self.lead, *(line for item in self.items for line in (item.title, *item.lines))])


@dataclass(slots=True)
class Loose:
    """A paragraph that belongs to no run, under a heading; `alone` where no list stands under that heading."""

    text: str
    lead: str
    place: int


@dataclass(slots=True)
class Parts:
    """A text as runs and paragraphs, in order of their places."""

    runs: list[Run] = field(default_factory=list[Run])
    loose: list[Loose] = field(default_factory=list[Loose])


def is_elsewhere(lead: str) -> bool:
    """Tell whether under a heading nothing is to be done to get out."""
    if AGAIN.search(lead):
        return True
    return ELSEWHERE.search(lead) is not None and not (_HOW.search(lead) and CANCEL.search(lead))


def find_runs(blocks: Sequence[Block]) -> Parts:
    """Return the runs and the paragraphs of a text."""
    return _Reader(blocks).read()


class _Reader:
    """Goes through the blocks once, with one run open at most."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = _without_tables(blocks)
        self.parts = Parts()
        self.open: Run | None = None
        self.lead = ""

    def read(self) -> Parts:
        for place, block in enumerate(self.blocks):
            if block.kind == "heading":
                self._heading(place, block)
            elif block.kind == "item" and block.marker:
                self._item(place, block, block.marker)
            else:
                self._text(place, block)
        return self.parts

    def _heading(self, place: int, block: Block) -> None:
        strong = block.level <= _STRONG
        if self.open and not strong and block.text and self._continues(place):
            self.open.items[-1].lines.append(block.text)
            return
        self.open = None
        is_title = place == 0 and len(self.blocks) > 1 and not _METHOD.search(block.text)
        self.lead = "" if is_title else block.plain

    def _item(self, place: int, block: Block, marker: Marker) -> None:
        run = self.open
        if run is None:
            self._begin(place, block, marker)
        elif marker.kind == "bullet":
            self._bullet(place, block, run)
        elif marker.kind == run.kind and _is_next(run, marker, block):
            self._add(run, block, marker)
        elif block.level > run.level or (run.kind != "bullet" and self._continues(place)):
            run.items[-1].lines.append(block.text)
        else:
            self._begin(place, block, marker)

    def _bullet(self, place: int, block: Block, run: Run) -> None:
        last = run.items[-1]
        if run.kind == "bullet":
            if block.level > run.level + 1:
                last.lines.append(block.text)
            else:
                self._add(run, block, Marker("bullet", 0, 0))
        elif block.level > run.level or self._continues(place) or (not block.apart and run.kind != "step"):
            last.lines.append(block.text)
        elif self._as_many(run, block):
            last.lines.append(block.text)
            last.shallow += block.apart
        else:
            self._begin(place, block, Marker("bullet", 0, 0))

    def _text(self, place: int, block: Block) -> None:
        run = self.open
        if run is None:
            self.parts.loose.append(Loose(block.text, self.lead, place))
            return
        under = block.level > run.level and not _is_end(run.items[-1], block)
        if under or (run.kind != "bullet" and self._continues(place)) or self._as_many(run, block):
            run.items[-1].lines.append(block.text)
            run.items[-1].shallow += 1
            return
        self.open = None
        self.parts.loose.append(Loose(block.text, self.lead, place))

    def _as_many(self, run: Run, block: Block) -> bool:
        """Tell whether the last item may still have a paragraph, as many as those before it had."""
        if run.kind == "bullet" or len(run.items) < 2:
            return False
        usual = max(item.shallow for item in run.items[:-1])
        return run.items[-1].shallow < usual or (run.kind == "step" and usual > 0 and not block.apart)

    def _begin(self, place: int, block: Block, marker: Marker) -> None:
        self.open = Run(marker.kind, self.lead, block.level, place)
        self.parts.runs.append(self.open)
        self._add(self.open, block, marker)

    def _add(self, run: Run, block: Block, marker: Marker) -> None:
        run.items.append(Item(block.text))
        run.number = marker.number

    def _continues(self, place: int) -> bool:
        """Tell whether the next number of the open run comes later, before its list ends."""
        run = self.open
        if run is None or run.kind == "bullet":
            return False
        for block in self.blocks[place + 1 : place + 1 + _AHEAD]:
            if block.kind == "heading" and block.level <= _STRONG and run.kind != "step":
                return False
            if block.marker and block.marker.kind == run.kind and block.level <= run.level + 1:
                return block.marker.number in {run.number + 1, 99}
        return False


def _is_next(run: Run, marker: Marker, block: Block) -> bool:
    """Tell whether a marker counts on (or is 1 once more, as Markdown lets all of them be)."""
    if block.level > run.level + 1:
        return False
    ones = marker.number == 1 and run.number == 1 and not block.apart
    return marker.number in {run.number + 1, 99} or ones


def _is_end(last: Item, block: Block) -> bool:
    """Tell whether a paragraph that is set in stands too far off to belong to an item."""
    return block.apart and not last.title


def _without_tables(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the rows of each table as items, numbered where the first cell is a number."""
    found: list[Block] = []
    header: tuple[str, ...] = ()
    inside = apart = False
    for place, block in enumerate(blocks):
        if block.kind != "row":
            inside = False
            found.append(block)
            continue
        if not inside or block.apart:
            if not blocks[place + 1 : place + 2] or blocks[place + 1].kind != "row":
                found.append(replace(block, kind="text"))  # bars for decoration
                continue
            inside = True
            header = block.cells if _is_header(block, blocks[place + 1 : place + 2]) else ()
            apart = block.apart
            if header:
                continue
        found.append(replace(_as_item(block, header), apart=apart))
        apart = False
    return found


def _is_header(block: Block, following: Sequence[Block]) -> bool:
    return bool(following) and following[0].kind == "row" and not block.cells[0].isdigit() and not doings(block.plain)


def _as_item(block: Block, header: tuple[str, ...]) -> Block:
    first, *rest = block.cells
    rest = [cell for cell in rest if cell]
    number = re.fullmatch(r"\W*(?:[^\W\d]+\s*)?(\d{1,2})\W*", first)
    if number and rest:
        beside = f" ({', '.join(rest[1:])})" if rest[1:] else ""
        return Block("item", rest[0] + beside, 0, Marker("number", int(number[1]), 0), (), block.apart)
    named = f"{header[0]} {first}" if header and rest and header[0] and not doings(first) else first
    text = f"{named}: {'; '.join(rest)}" if rest else named
    return Block("item", text, 0, Marker("bullet", 0, 0), (), block.apart)


def is_links(run: Run) -> bool:
    """Tell whether a run is a list of links alone: contents, or other posts."""
    return sum(_ANCHOR.fullmatch(item.title[:400]) is not None for item in run.items) * 10 > len(run.items) * 7
