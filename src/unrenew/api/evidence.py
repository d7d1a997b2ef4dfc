"""Evidence: seal what proves something, and see that it still holds."""

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from unrenew.act.evidence import Kept, encode_item, examine, seal
from unrenew.act.names import kind_of, safe_name
from unrenew.act.signatures import LARGEST_MAIL, KeySource, check_dkim, key_names
from unrenew.act.stamps import read_stamp, stamp_request
from unrenew.api.cases import anchor_key, append, find_case
from unrenew.api.homes import Home
from unrenew.errors import EvidenceError, InputError, NotFoundError, ReadError, UnsafeFileError
from unrenew.model.cases import Case
from unrenew.model.evidence import Anchor, Content, DkimFinding, EvidenceFault, EvidenceItem, EvidenceKind
from unrenew.store import Store

LARGEST_ITEM = 1024 * 1024 * 1024
"""Bytes of one item. Read piece by piece, so that a large file needs no large memory."""
_HEAD = 64 * 1024

FetchKey = Callable[[str], bytes | None]
"""Asks the DNS for a key's record. Given only where the person asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an item comes from, as the person says; what is not said is worked out or left open."""

    name: str | None = None
    said: str = ""
    says: str = ""
    happened_on: date | None = None
    keys: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Records of DKIM keys by name; under the name "" one for whatever key the mail was signed with."""
    fetch_key: FetchKey | None = None
    kind: EvidenceKind | None = None  # where the content does not show it


PLAIN = Origin()


class _Tap:
    """Passes a stream on, keeps its beginning (of a mail: all), and stops at a limit."""

    def __init__(self, source: BinaryIO, name: str, limit: int) -> None:
        self._source, self._name, self._limit = source, name, limit
        self._kept = bytearray()
        self._most = _HEAD
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self._source.read(size)
        except OSError as error:
            raise ReadError(f"the file cannot be read: {error.strerror}", where=self._name) from error
        if self.size == 0 and kind_of(self._name, piece[:_HEAD])[0] == "mail":
            self._most = LARGEST_MAIL + 1
        self.size += len(piece)
        if self.size > self._limit:
            raise _too_large(self._name, self._limit)
        self._kept += piece[: max(0, self._most - len(self._kept))]
        return piece

    @property
    def beginning(self) -> bytes:
        return bytes(self._kept)


def _too_large(name: str, limit: int) -> UnsafeFileError:
    return UnsafeFileError(
        f"larger than {limit // 1024 // 1024} MB: not kept, and nothing was changed",
        where=name,
        hint="Keep it yourself and attach a smaller part, such as the page that matters",
    )


def attach_file(home: Home, name: str, path: Path, origin: Origin = PLAIN) -> EvidenceItem:
    """Seal a file into a case; its folder is not kept, its name made safe."""
    try:
        size = path.stat().st_size
        if size > LARGEST_ITEM:
            raise _too_large(str(path), LARGEST_ITEM)
        with path.open("rb") as source:
            return attach(home, name, source, path.name, origin)
    except OSError as error:
        raise ReadError(f"the file cannot be read: {error.strerror}", where=str(path)) from error


def attach(
    home: Home, name: str, source: BinaryIO, file_name: str, origin: Origin = PLAIN, *, limit: int = LARGEST_ITEM
) -> EvidenceItem:
    """Seal a stream into a case: its bytes, its entry and the case's event are kept, or none of them.

    A mail's signature is checked; a broken one is kept and said. Raises `UnsafeFileError` above the limit,
    `InputError` for a day that lies in the future or an empty file.
    """
    if origin.happened_on is not None and origin.happened_on > home.today:
        raise InputError(f"{origin.happened_on.isoformat()} lies in the future", where=file_name)
    safe = safe_name(origin.name or file_name)
    with home.open() as store:
        case = find_case(store, name)
        tap = _Tap(source, file_name, limit)
        with store.evidence.receive(tap) as received:  # pyright: ignore[reportArgumentType]  # it only calls `read`
            if received.size == 0:
                raise InputError("the file is empty", where=file_name)
            kind, media_type = kind_of(file_name, tap.beginning[:_HEAD])
            content = Content(
                name=safe,
                kind=origin.kind or kind,
                media_type=media_type,
                size=received.size,
                sha256=received.sha256,
                origin=origin.said or f"file {safe}, chosen by the person",
                happened_on=origin.happened_on,
                says=origin.says,
                dkim=_signature(store, tap.beginning, origin) if kind == "mail" else None,
            )
            with store.writing():
                case = find_case(store, case.id)
                item, said = seal(case, content, at=home.now())
                store.evidence.put(case.id, item.seq, received, encode_item(item).decode())
                append(home, store, case, said)
            return item


def check_mail(raw: bytes, keys: Mapping[str, bytes]) -> DkimFinding:
    """Return what the signature of a mail proves, with keys that are given; nothing is fetched or kept."""
    return check_dkim(raw, lambda name: keys.get(name) or keys.get(""))


def verify(home: Home, name: str) -> tuple[EvidenceFault, ...]:
    """Return everything in a case that is not as it was sealed; empty where all is whole."""
    with home.open() as store:
        rows = [row.id for row in store.cases.all()]
        case = name if name in rows else _id_of(store, name)
        anchor = _anchor(store.settings.all().get(anchor_key(case)))
        return examine(
            Kept(
                events=store.cases.events(case),
                items=store.evidence.items(case),
                anchor=anchor,
                hash_of=lambda item: _hash_now(store, item),
            )
        )


def _anchor(kept: Any) -> Anchor | None:
    return Anchor(count=kept["count"], head=kept["head"]) if kept else None


def _id_of(store: Store, name: str) -> str:
    """Return the case's id without rebuilding it: a case whose events were changed must be verifiable."""
    from unrenew.act.openings import pick

    found = pick(store.cases.all(), name)
    return found[0].id if len(found) == 1 else find_case(store, name).id


def _hash_now(store: Store, item: EvidenceItem) -> tuple[str, int] | None:
    digest, size = hashlib.sha256(), 0
    try:
        for piece in store.evidence.open(item.sha256):
            digest.update(piece)
            size += len(piece)
    except EvidenceError:
        return None
    return digest.hexdigest(), size


def _signature(store: Store, raw: bytes, origin: Origin) -> DkimFinding:
    """Check with the key given, else the one kept, else (only if asked) the one fetched, which is kept then."""
    if origin.keys:
        found = check_mail(raw, origin.keys)
        if found.result != "no_key":
            return found
    cached: dict[str, str] = {
        key.removeprefix("dkim-key/"): value
        for key, value in store.settings.all().items()
        if key.startswith("dkim-key/") and isinstance(value, str)
    }
    source: KeySource = "cached"
    if origin.fetch_key is not None:
        for key in key_names(raw):
            if key not in cached and (record := origin.fetch_key(key)) is not None:
                cached[key] = record.decode("ascii", "replace")
                store.settings.put(f"dkim-key/{key}", cached[key])
                source = "fetched"
    return check_dkim(raw, lambda key: cached[key].encode() if key in cached else None, key_from=source)


def fetch_key(name: str) -> bytes | None:
    """Ask the DNS for a DKIM key. Opens a connection: pass it on only where the person asked for it."""
    from unrenew.net import txt_record

    return txt_record(name)


def stamp_request_for(home: Home, name: str, seq: int | None = None) -> tuple[EvidenceItem, bytes]:
    """Return an item (the last, if none is named) and the request for a time stamp over it."""
    with home.open() as store:
        item = _item(store, find_case(store, name), seq)
    return item, stamp_request(item.link)


def keep_stamp(
    home: Home, name: str, reply: bytes, *, seq: int | None = None, roots: Sequence[bytes] = ()
) -> EvidenceItem:
    """Seal a time stamp as it came, with what it says about an item."""
    with home.open() as store:
        item = _item(store, find_case(store, name), seq)
    stamp = read_stamp(reply, item.link, roots=roots)
    origin = Origin(said=f"time stamp over item {item.seq}, {item.link}", says=stamp.says, kind="timestamp")
    return attach(home, name, io.BytesIO(reply), f"stamp-{item.seq:03d}.tsr", origin)


def stamp_by(home: Home, name: str, authority: str, *, seq: int | None = None) -> EvidenceItem:
    """Ask an authority for a time stamp and seal the reply. Opens a connection: only where the person asked for it."""
    from unrenew.net import post

    item, request = stamp_request_for(home, name, seq)
    return keep_stamp(home, name, post(authority, request, "application/timestamp-query"), seq=item.seq)


def _item(store: Store, case: Case, seq: int | None) -> EvidenceItem:
    items = items_of(store, case)
    for item in reversed(items):
        if seq in {None, item.seq} and (seq is not None or item.kind != "timestamp"):
            return item
    raise NotFoundError(f"there is no item {seq}" if seq else "nothing is sealed yet", where=f"case {case.id}")


def items_of(store: Store, case: Case) -> tuple[EvidenceItem, ...]:
    """Return the sealed items of a case."""
    from unrenew.act.evidence import decode_item

    return tuple(decode_item(text) for text in store.evidence.items(case.id))
