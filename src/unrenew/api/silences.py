"""The silence of each case, sealed into it as evidence."""

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from unrenew.api.evidence import Origin, attach
from unrenew.api.finding import EVERYBODY
from unrenew.api.homes import Home
from unrenew.api.watch import watch_store
from unrenew.model.alarms import CleanStretch, Gap
from unrenew.model.evidence import EvidenceItem
from unrenew.model.watched import Watched

NAME = "silence.txt"


def seal_silence(home: Home, *, owner: str | None = EVERYBODY) -> tuple[EvidenceItem, ...]:
    """Seal, for each case, the days on which statements show no charge; nothing where that is sealed already.

    The text names each statement with its SHA-256, and the days that none covers: silence there proves nothing.
    """
    with home.open() as store:
        run = watch_store(home, store, owner=owner)
        files: dict[str, list[str]] = {}
        for file in store.statements.files():
            files.setdefault(file.path, []).append(file.sha256)  # a path may have had another content before
        sealed = store.evidence.hashes()
    found = run.watching
    made: list[EvidenceItem] = []
    for case in (case for kept in run.households for case in kept.watched):
        clean = [stretch for stretch in found.clean if stretch.case == case.case]
        data = silence_of(case, clean, [gap for gap in found.gaps if gap.case == case.case], files, today=home.today)
        if clean and hashlib.sha256(data).hexdigest() not in sealed:
            made.append(attach(home, case.case, io.BytesIO(data), NAME, _origin(clean)))
    return tuple(made)


def silence_of(
    case: Watched,
    clean: Iterable[CleanStretch],
    gaps: Iterable[Gap],
    files: Mapping[str, Sequence[str]],
    *,
    today: date,
) -> bytes:
    """Return the record of a case's silence as text; the same statements give the same bytes on any day."""
    lines = [f"Silence after the end: {case.name}", f"Case: {case.case}", f"Asked to end on: {case.cancelled_on}"]
    lines += [f"Paid until: {case.ends_on}"] if case.ends_on else []
    lines += ["", "No charge on these days, as the statements show:"]
    for one in clean:
        hashed = " or ".join(files.get(one.statement, ("not kept any more",)))
        lines.append(f"{one.first_on} to {one.last_on}, {_account(one.account)}, {Path(one.statement).name}, {hashed}")
    lines += ["", "Days that no statement covers, of which nothing is known:"]
    lines += [
        f"{gap.first_on} to {gap.last_on if gap.last_on < today else 'now'}, {_account(gap.account)}" for gap in gaps
    ] or ["none between these statements"]
    return ("\n".join(lines) + "\n").encode()


def _account(number: str) -> str:
    return f"account {number}" if number else "the account"


def _origin(clean: Sequence[CleanStretch]) -> Origin:
    first, last = min(one.first_on for one in clean), max(one.last_on for one in clean)
    days = {one.first_on.toordinal() + n for one in clean for n in range((one.last_on - one.first_on).days + 1)}
    says = f"no charge on {len(days)} days from {first.isoformat()} to {last.isoformat()}"
    return Origin(said="what unrenew watch found in the statements", says=says, happened_on=last, kind="statement")
