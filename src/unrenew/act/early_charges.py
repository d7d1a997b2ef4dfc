"""What the directory says of charges before the end of a term."""

from datetime import date

from unrenew.act.openings import RIGHTS_CHANNELS
from unrenew.act.steps import source_of
from unrenew.directory import Directory
from unrenew.directory.regions import holds_in
from unrenew.directory.ways import channel_word
from unrenew.model.periods import MONTHS
from unrenew.model.renewals import EarlyCharge


def early_charge(
    provider: str, channel: str | None, cadence: str, *, country: str | None, directory: Directory, today: date
) -> EarlyCharge | None:
    """Return how early this provider may charge a renewal, the earliest that is said; None where nothing is said.

    A store charges by its own rules, so nothing holds for what was bought in one.
    """
    known = directory.provider(provider)
    if known is None or channel_word(channel or "") in RIGHTS_CHANNELS:
        return None
    found: list[EarlyCharge] = []
    for charge in known.charges:
        source = source_of(charge, directory, today)
        if source is not None and holds_in(charge.regions, country) and _is_plan(charge.plan, cadence):
            marks = (source.url, f"looked at on {source.looked_on}", source.label, "an old page" if source.old else "")
            where = ", ".join(mark for mark in marks if mark)
            found.append(EarlyCharge(days=charge.days_before, says=f"{known.name}: {charge.text} ({where})"))
    return max(found, key=lambda one: one.days or 0, default=None)


def _is_plan(plan: str, cadence: str) -> bool:
    """Tell whether what is said of a plan (`any`, `annual`, `monthly`) holds for one that is paid so often."""
    longer = plan == "annual" and MONTHS.get(cadence, 0) > MONTHS["annual"]
    return plan in ("any", cadence) or longer
