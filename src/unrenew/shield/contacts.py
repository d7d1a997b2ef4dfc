"""A text to every contact in it, however disguised."""

from dataclasses import dataclass

from unrenew.model.contacts import Contact, Kind
from unrenew.shield.folding import Folded, fold
from unrenew.shield.glyphs import FILL
from unrenew.shield.links import find_links
from unrenew.shield.phones import Phone, find_phones
from unrenew.shield.slugs import numbers_in_urls


@dataclass(frozen=True, slots=True)
class Found:
    """The contacts of a text, and what was worked out on the way."""

    text: str
    folded: Folded
    contacts: tuple[Contact, ...]
    phones: tuple[Phone, ...]


def find_contacts(text: str, regions: tuple[str, ...] = ()) -> Found:
    """Return every contact in a text; `regions` are countries whose national numbers are read besides its own."""
    folded = fold(text)
    phones = find_phones(text, folded, regions)
    links = find_links(folded)
    bare = [
        (link.start, link.end) for link in links if link.kind == "url" and (link.start, link.end) not in folded.urls
    ]
    if folded.urls or bare:
        phones += [
            Phone(number, start, end, ("in a web address",), plain=True)
            for number, start, end in numbers_in_urls(folded, (*folded.urls, *bare), regions)
        ]
    known = {phone.number for phone in phones}
    phones += [
        Phone(link.value.partition(":")[2], link.start, link.end, ("in a web address",), plain=True)
        for link in links
        if link.kind == "messenger" and ":+" in link.value and link.value.partition(":")[2] not in known
    ]
    if not phones and not links:
        return Found(text, folded, (), ())
    groups: dict[tuple[Kind, str], tuple[list[tuple[int, int]], list[str], str | None]] = {}
    for phone in phones:
        spans, ways, _ = groups.setdefault(("phone", phone.number), ([], [], None))
        spans.append((phone.start, phone.end))
        if phone.ways:
            ways += [way for way in phone.ways if way not in ways]
    for link in links:
        spans, ways, _ = groups.setdefault((link.kind, link.value), ([], [], link.shown))
        spans.append((link.start, link.end))
        if link.ways:
            ways += [way for way in link.ways if way not in ways]
    contacts = tuple(
        Contact(
            kind=kind, value=value.replace(FILL, ""), spans=tuple(sorted(set(spans))), ways=tuple(ways), shown=shown
        )
        for (kind, value), (spans, ways, shown) in groups.items()
    )
    return Found(text, folded, tuple(sorted(contacts, key=lambda c: c.spans[0])), tuple(phones))
