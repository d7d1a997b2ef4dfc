"""A sealed case: whatever is changed, swapped, removed or reordered is found."""

import hashlib
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from unrenew.act.cases import advance, next_event, open_case
from unrenew.act.evidence import Kept, anchor_of, decode_item, encode_item, examine, seal
from unrenew.errors import InputError
from unrenew.model.cases import Asked, CaseEvent, NoteAdded, Opened, Subject, encode_event
from unrenew.model.evidence import Anchor, Content

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def content(name, data):
    return Content(
        name=name,
        kind="chat",
        media_type="text/plain",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        origin="chosen by the person",
        says="ä ü",
    )


class Home:
    """A small case with three items, as texts and bytes."""

    def __init__(self, name="k-1", files=(b"first", b"second item", b"third")):
        case = open_case(
            CaseEvent(case=name, seq=1, on=DAY, at=AT, previous="", what=Opened(subject=Subject(name="X")))
        )
        case = advance(case, next_event(case, Asked(by="web"), on=DAY, at=AT), DAY)
        self.items, self.files = [], {}
        for number, data in enumerate(files, 1):
            item, said = seal(case, content(f"{number}.txt", data), at=AT)
            case = advance(case, next_event(case, said, on=DAY, at=AT), DAY)
            self.items.append(encode_item(item).decode())
            self.files[item.sha256] = data
        case = advance(case, next_event(case, NoteAdded(text="the last word"), on=DAY, at=AT), DAY)
        self.case = case
        self.events = [encode_event(event).decode() for event in case.events]
        self.anchor = anchor_of(case)

    def hash_of(self, item):
        data = self.files.get(item.sha256)
        return None if data is None else (hashlib.sha256(data).hexdigest(), len(data))

    def faults(self, **other):
        kept = {"events": self.events, "items": self.items, "anchor": self.anchor, "hash_of": self.hash_of}
        return examine(Kept(**{**kept, **other}))


HOME = Home()


def test_a_whole_case_is_whole():
    assert HOME.faults() == ()
    item = decode_item(HOME.items[1])
    assert (item.seq, item.name, item.sealed_at) == (2, "2.txt", AT)
    assert item.previous == decode_item(HOME.items[0]).link


@pytest.mark.parametrize("part", ["events", "items"])
def test_every_single_byte_of_the_record_counts(part):
    texts = getattr(HOME, part)
    count = 0
    for number, text in enumerate(texts):
        data = text.encode()
        for place in range(len(data)):
            for other in {data[place] ^ 1, data[place] ^ 0x20, 0x30, 0x7F} - {data[place]}:
                changed = (data[:place] + bytes([other]) + data[place + 1 :]).decode("utf-8", "surrogateescape")
                count += 1
                assert HOME.faults(**{part: [*texts[:number], changed, *texts[number + 1 :]]}), (part, number, place)
    assert count > 3000


def test_every_single_byte_of_an_item_counts():
    for sha256, data in list(HOME.files.items()):
        for place in range(len(data)):
            for other in set(range(256)) - {data[place]}:
                home = Home()
                home.files = {**HOME.files, sha256: data[:place] + bytes([other]) + data[place + 1 :]}
                faults = HOME.faults(hash_of=home.hash_of)
                assert [fault.what for fault in faults] == ["the bytes of the item were changed"]
        missing = {key: value for key, value in HOME.files.items() if key != sha256}
        home = Home()
        home.files = missing
        assert [fault.what for fault in HOME.faults(hash_of=home.hash_of)] == ["the bytes of the item are missing"]


@pytest.mark.parametrize("part", ["events", "items"])
def test_every_removal_order_and_doubling_is_found(part):
    texts = getattr(HOME, part)
    for size in range(len(texts)):
        for chosen in permutations(texts, size) if part == "items" else [texts[:size], texts[len(texts) - size :]]:
            assert HOME.faults(**{part: list(chosen)}), f"{size} of {len(texts)} are left"
    for place in range(len(texts)):
        assert HOME.faults(**{part: [*texts[:place], *texts[place + 1 :]]})
        assert HOME.faults(**{part: [*texts[: place + 1], *texts[place:]]})
        for other in range(place + 1, len(texts)):
            swapped = list(texts)
            swapped[place], swapped[other] = swapped[other], swapped[place]
            assert HOME.faults(**{part: swapped})


def test_the_last_of_both_together_is_missed_by_neither():
    assert HOME.faults(items=HOME.items[:-1])[0].what == "removed: item 3"
    assert any("last event" in fault.what for fault in HOME.faults(events=HOME.events[:-1]))
    without = HOME.faults(items=HOME.items[:-1], events=HOME.events[:-2])
    assert any("last event" in fault.what for fault in without)
    assert HOME.faults(anchor=None)[0].what == "the anchor of the case is missing"
    assert HOME.faults(anchor=Anchor(count=HOME.anchor.count, head="0" * 64))


def test_an_item_of_another_case_is_found():
    other = Home("k-2", (b"x", b"y", b"z"))
    mixed = [HOME.items[0], other.items[1], HOME.items[2]]
    whats = {fault.what for fault in HOME.faults(items=mixed)}
    assert "belongs to case k-2" in whats
    assert "not the item that was sealed here" in whats


def test_a_swap_of_bytes_between_two_items_is_found():
    home = Home()
    one, two, *_ = home.files
    home.files = {**HOME.files, one: HOME.files[two], two: HOME.files[one]}
    assert len(HOME.faults(hash_of=home.hash_of)) == 2


def test_a_time_without_a_zone_cannot_be_sealed():
    with pytest.raises(InputError, match="zone"):
        seal(HOME.case, content("a", b"b"), at=AT.replace(tzinfo=None))
