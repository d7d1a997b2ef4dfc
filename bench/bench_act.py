"""Cases: a dossier of 50 items, tampering found, 2,000 cases."""

import hashlib
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

from bench.figures import Figure
from unrenew.act.cases import advance, next_event, open_case, rebuild
from unrenew.act.dossiers import make_dossier
from unrenew.act.evidence import Kept, anchor_of, encode_item, examine, seal
from unrenew.facts.templates import load_letters
from unrenew.model.cases import (
    Asked,
    Case,
    CaseCharge,
    CaseEvent,
    Confirmed,
    Opened,
    Subject,
    decode_event,
    encode_event,
)
from unrenew.model.dossiers import RemedyLine
from unrenew.model.evidence import Content, EvidenceItem

TITLE = "Cases, evidence, dossiers"
DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
COMMAND = "make bench ARGS=act"


def make_case(count: int, name: str = "bench-1") -> tuple[Case, list[EvidenceItem], dict[str, bytes]]:
    """Return a case with as many sealed items, and their bytes by hash."""
    charges = tuple(
        CaseCharge(
            on=date(2024 + month // 12, month % 12 + 1, 5), amount=Decimal("-9.99"), currency="EUR", id=str(month)
        )
        for month in range(24)
    )
    subject = Subject(name="Example Plus", country="DE", currency="EUR", cadence="monthly", charges=charges)
    case = open_case(CaseEvent(case=name, seq=1, on=DAY, at=AT, previous="", what=Opened(subject=subject)))
    for what in (Asked(by="email"), Confirmed(status="off", active_until=DAY)):
        case = advance(case, next_event(case, what, on=DAY, at=AT), DAY)
    items: list[EvidenceItem] = []
    files: dict[str, bytes] = {}
    for number in range(count):
        data = f"item {number}".encode()
        digest = hashlib.sha256(data).hexdigest()
        content = Content(
            name=f"{number}.txt", kind="chat", media_type="text/plain", size=len(data), sha256=digest, origin="bench"
        )
        item, said = seal(case, content, at=AT)
        case = advance(case, next_event(case, said, on=DAY, at=AT), DAY)
        items.append(item)
        files[digest] = data
    return case, items, files


def tampering() -> tuple[int, int]:
    """Change every byte of a small case to every other value; return how many changes there were and were found."""
    case, items, files = make_case(3)
    events, texts = [encode_event(event) for event in case.events], [encode_item(item) for item in items]

    def found(events: list[bytes], texts: list[bytes], files: dict[str, bytes]) -> bool:
        def hash_of(item: EvidenceItem) -> tuple[str, int] | None:
            data = files.get(item.sha256)
            return None if data is None else (hashlib.sha256(data).hexdigest(), len(data))

        kept = Kept(
            events=[text.decode("utf-8", "surrogateescape") for text in events],
            items=[text.decode("utf-8", "surrogateescape") for text in texts],
            anchor=anchor_of(case),
            hash_of=hash_of,
        )
        return bool(examine(kept))

    if found(events, texts, files):
        raise RuntimeError("a whole case was called broken")
    tried = hits = 0
    for where in ("events", "items", "files"):
        parts = {"events": events, "items": texts, "files": list(files.values())}[where]
        for number, data in enumerate(parts):
            for place in range(len(data)):
                for value in _others(data[place]):
                    changed = [*parts]
                    changed[number] = data[:place] + bytes([value]) + data[place + 1 :]
                    tried += 1
                    hits += found(
                        changed if where == "events" else events,
                        changed if where == "items" else texts,
                        dict(zip(files, changed, strict=True)) if where == "files" else files,
                    )
    return tried, hits


def _others(value: int) -> list[int]:
    """Every other value of a byte that a single flipped bit gives, and the two ends."""
    return sorted({value ^ (1 << bit) for bit in range(8)} | {0x00, 0xFF} - {value})


def _median(call: Callable[[], object], runs: int = 5) -> float:
    walls: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        walls.append(time.perf_counter() - start)
    return statistics.median(walls)


def run() -> list[Figure]:
    """Measure the figures of this part."""
    book = load_letters()
    case, items, _ = make_case(50)
    remedy = RemedyLine(title="A remedy", status="open", deadline=DAY, cites=(("An act", "https://example.org/"),))
    dossier = _median(lambda: make_dossier(case, items, (remedy,) * 8, book, person="A Person"))
    tried, hits = tampering()
    texts = [[encode_event(event) for event in make_case(4, f"bench-{number}")[0].events] for number in range(2000)]
    rebuilt = _median(lambda: [rebuild(decode_event(text) for text in one) for one in texts], runs=3)
    return [
        Figure(what="dossier of 50 items", value=f"{dossier:.2f} s", goal="< 3 s", command=COMMAND),
        Figure(
            what="changes of one byte in a sealed case (each flipped bit, 0x00, 0xFF)",
            value=f"{hits:,} of {tried:,} found",
            goal="all",
            command=COMMAND,
        ),
        Figure(what="2,000 cases made again from their events", value=f"{rebuilt:.2f} s", goal="", command=COMMAND),
    ]
