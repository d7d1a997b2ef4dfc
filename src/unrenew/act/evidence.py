"""Seals an item into a chain, and finds what is not as it was sealed.

Two chains hold each other: every item carries the hash of the item before it and of the case's last event, and the
event that follows carries the item's number and hash. The case's last event is anchored apart (`Anchor`).
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from unrenew.act.cases import rebuild
from unrenew.errors import EvidenceError, InputError
from unrenew.model.cases import Case, CaseEvent, EvidenceSealed, decode_event, encode_event
from unrenew.model.evidence import Anchor, Content, EvidenceFault, EvidenceItem

HashOf = Callable[[EvidenceItem], tuple[str, int] | None]
"""From an item to the SHA-256 and size of the bytes that lie there today; None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A case as it lies there: the very texts, the anchor, and how to hash the bytes of an item."""

    events: Sequence[str]
    items: Sequence[str]
    anchor: Anchor | None
    hash_of: HashOf


def seal(case: Case, content: Content, *, at: datetime) -> tuple[EvidenceItem, EvidenceSealed]:
    """Return the sealed item and what the case's next event says of it: both are kept, or neither."""
    if at.tzinfo is None:
        raise InputError("a time without its zone cannot be sealed")
    item = EvidenceItem(
        case=case.id,
        seq=case.sealed + 1,
        name=content.name,
        kind=content.kind,
        media_type=content.media_type,
        size=content.size,
        sha256=content.sha256,
        sealed_at=at,
        origin=content.origin,
        happened_on=content.happened_on,
        says=content.says,
        dkim=content.dkim,
        previous=case.sealed_head,
        events_head=case.head,
    )
    item = msgspec.structs.replace(item, link=link_of(item))
    return item, EvidenceSealed(count=item.seq, link=item.link)


def link_of(item: EvidenceItem) -> str:
    """Return the SHA-256, in hex, over everything an item says but its own link."""
    return hashlib.sha256(encode_item(msgspec.structs.replace(item, link=""))).hexdigest()


def encode_item(item: EvidenceItem) -> bytes:
    """Return an item as the JSON that is kept."""
    return msgspec.json.encode(item, order="deterministic")


def decode_item(data: bytes | str) -> EvidenceItem:
    """Read an item back; anything that is not exactly one raises `msgspec.ValidationError`."""
    return msgspec.json.decode(data, type=EvidenceItem)


def anchor_of(case: Case) -> Anchor:
    """Return what is to be kept apart from the events."""
    return Anchor(count=len(case.events), head=case.head)


def examine(kept: Kept) -> tuple[EvidenceFault, ...]:
    """Return everything that is not as it was sealed; empty where all is whole."""
    events, faults = _events(kept)
    items, more = _items(kept)
    faults += more
    if not faults:
        faults += _case(events, kept.anchor)
    faults += _chain(events, items)
    for item in items:
        faults += _bytes(item, kept.hash_of)
    return tuple(faults)


def examine_order(events: Sequence[CaseEvent], items: Sequence[EvidenceItem]) -> tuple[EvidenceFault, ...]:
    """Return what is wrong with the items' places in the case, without looking at their bytes."""
    return tuple(_chain(events, items))


def _events(kept: Kept) -> tuple[list[CaseEvent], list[EvidenceFault]]:
    return _decoded(kept.events, decode_event, encode_event, "event of the case's history")


def _items(kept: Kept) -> tuple[list[EvidenceItem], list[EvidenceFault]]:
    return _decoded(kept.items, decode_item, encode_item, "entry of an item")


def _decoded(
    texts: Sequence[str], decode: Callable[[str], Any], encode: Callable[[Any], bytes], what: str
) -> tuple[list[Any], list[EvidenceFault]]:
    found: list[Any] = []
    faults: list[EvidenceFault] = []
    for place, text in enumerate(texts, 1):
        try:
            one = decode(text)
            same = encode(one) == text.encode("utf-8", "surrogatepass")
        except (msgspec.DecodeError, UnicodeError):
            faults.append(EvidenceFault(seq=place, name="", what=f"the {what} cannot be read"))
            continue
        if not same:
            faults.append(EvidenceFault(seq=place, name="", what=f"the {what} is not written as it was"))
        found.append(one)
    return found, faults


def _case(events: Sequence[CaseEvent], anchor: Anchor | None) -> list[EvidenceFault]:
    try:
        case = rebuild(events)
    except (EvidenceError, InputError) as error:
        return [EvidenceFault(seq=0, name="", what=str(error))]
    if anchor is None:
        return [EvidenceFault(seq=0, name="", what="the anchor of the case is missing")]
    if anchor.count != len(case.events) or anchor.head != case.head:
        return [EvidenceFault(seq=0, name="", what="the case's last event was changed or removed")]
    return []


def _chain(events: Sequence[CaseEvent], items: Sequence[EvidenceItem]) -> list[EvidenceFault]:
    said = [event.what for event in events if isinstance(event.what, EvidenceSealed)]
    before = {event.what.count: event.previous for event in events if isinstance(event.what, EvidenceSealed)}
    faults: list[EvidenceFault] = []
    if len(items) < len(said):
        gone = sorted({what.count for what in said} - {item.seq for item in items})
        places = ", ".join(map(str, gone)) or "unknown"
        faults.append(EvidenceFault(seq=gone[0] if gone else 0, name="", what=f"removed: item {places}"))
    if len(items) > len(said):
        faults.append(EvidenceFault(seq=len(items), name="", what="there are more items than were sealed"))
    previous, case = "", events[0].case if events else ""
    for place, item in enumerate(items, 1):
        faults += (EvidenceFault(seq=place, name=item.name, what=what) for what in _place(item, place, previous, case))
        sealed = next((what.link for what in said if what.count == place), None)
        if sealed is not None and (item.link != sealed or item.events_head != before.get(place)):
            faults.append(EvidenceFault(seq=place, name=item.name, what="not the item that was sealed here"))
        previous = item.link
    return faults


def _place(item: EvidenceItem, place: int, previous: str, case: str) -> Iterator[str]:
    if item.link != link_of(item):
        yield "what is said of the item was changed"
    if item.seq != place or item.previous != previous:
        yield "out of its order"
    if item.case != case:
        yield f"belongs to case {item.case}"


def _bytes(item: EvidenceItem, hash_of: HashOf) -> list[EvidenceFault]:
    now = hash_of(item)
    if now is None:
        return [EvidenceFault(seq=item.seq, name=item.name, what="the bytes of the item are missing")]
    if now != (item.sha256, item.size):
        return [EvidenceFault(seq=item.seq, name=item.name, what="the bytes of the item were changed")]
    return []
