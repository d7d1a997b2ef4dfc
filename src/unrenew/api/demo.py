"""The whole way on the sample data that comes with the program."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from unrenew.api.homes import Home

if TYPE_CHECKING:
    from unrenew.api.cases import CaseView
    from unrenew.api.scan import Scan
    from unrenew.api.watch import WatchRun
    from unrenew.model.disputes import Dispute
    from unrenew.model.dossiers import Dossier
    from unrenew.model.evidence import EvidenceFault, EvidenceItem
    from unrenew.model.letters import Letter
    from unrenew.model.remedies import Answer

DEMO_DAY = date(2026, 10, 31)
"""The day that counts as today in the demo: the samples end on it, so that it tells the same story every day."""

LATER_DAY = date(2026, 11, 30)
"""The day on which the next statement comes."""

ENDS_ON = date(2026, 11, 24)
PERSON = {"name": "Alex Beispiel", "email": "alex@example.org"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happens in the demo, one thing after the other."""

    found: "Scan"
    opened: "CaseView"
    rights: "Answer"
    letter: "Letter"
    sealed: "EvidenceItem"
    confirmed: "CaseView"
    later: "WatchRun"
    dispute: "Dispute"
    dossier: "Dossier"
    faults: "tuple[EvidenceFault, ...]"


@contextmanager
def samples() -> Generator[Path]:
    """Give the folder of the samples."""
    with as_file(files("unrenew") / "samples") as folder:
        yield folder


def tell() -> Story:
    """Go the whole way in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="unrenew-demo-") as folder, samples() as sample:
        home = Home(
            folder=Path(folder) / "home",
            today=DEMO_DAY,
            country="DE",
            language="en",
            now=lambda: datetime(2026, 10, 31, 9, 30, tzinfo=UTC),
        )
        return _tell(home, sample)


def _tell(home: Home, sample: Path) -> Story:
    from unrenew.api.adding import add
    from unrenew.api.cases import Answers, open_for, record
    from unrenew.api.disputes import DisputeSaid, dispute
    from unrenew.api.dossiers import write_dossier
    from unrenew.api.evidence import verify
    from unrenew.api.letters import Wanted, remedies_of, write
    from unrenew.api.scan import scan
    from unrenew.api.watch import watch
    from unrenew.model.cases import Asked, RefundAsked

    first = sorted(path for path in sample.iterdir() if path.is_file())
    found = scan(first, today=home.today, country=home.country)
    add(home, first)
    # The days as this person's own order mail promises them: the directory knows no sure number for Germany.
    facts = {"order_number": "2D555BEE01X", "consumer": "true", "provider_guarantee_days": "30"}
    opened = open_for(home, "kaspersky", answers=Answers(channel="nexway", facts=facts))
    case = opened.case.id
    rights = remedies_of(home, opened.case)
    letter = write(home, case, "refund", Wanted(form="email", sender=PERSON))
    asked = RefundAsked(amount=Decimal("59.99"), currency="EUR", due_by=date(2026, 11, 14))
    record(home, case, Asked(by="web", to="Nexway"), asked)
    sealed, confirmed = _answered(home, case, sample / "mail")
    after = replace(home, today=LATER_DAY, now=lambda: datetime(2026, 11, 30, 9, 30, tzinfo=UTC))
    add(after, sorted((sample / "later").iterdir()))
    later = watch(after)
    alarm = next(alarm for alarm in later.watching.alarms if alarm.kind == "charged_after_cancel")
    draft = dispute(after, alarm.id, DisputeSaid(sender=PERSON))
    _, dossier = write_dossier(after, case, home.folder.parent / "dossier")
    return Story(
        found=found,
        opened=opened,
        rights=rights,
        letter=letter,
        sealed=sealed,
        confirmed=confirmed,
        later=later,
        dispute=draft,
        dossier=dossier,
        faults=verify(after, case),
    )


def _answered(home: Home, case: str, mail: Path) -> "tuple[EvidenceItem, CaseView]":
    """Seal the seller's mail, and note what it says."""
    from unrenew.api.cases import record
    from unrenew.api.evidence import Origin, attach_file
    from unrenew.model.cases import Confirmed, ReferenceNoted

    key = (mail / "confirmation.key").read_bytes()
    origin = Origin(said="mail, received by the person", happened_on=home.today, keys={"": key})
    sealed = attach_file(home, case, mail / "confirmation.eml", origin)
    off = Confirmed(status="auto-renewal off", active_until=ENDS_ON)
    return sealed, record(home, case, ReferenceNoted(number="CX-555-0142"), off)
