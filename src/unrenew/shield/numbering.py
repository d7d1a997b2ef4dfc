"""Which digits can be dialled, by the numbering plans."""

from collections.abc import Iterable, Sequence
from functools import cache

from unrenew.shield.plans import codes, from_inside, in_use, plan_of, split, to_international

FICTION = "55501"
"""In North America exchange 555 with lines 0100 to 0199 is kept for fiction: nobody answers there."""

TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})


def international(digits: str) -> str | None:
    """Return the E.164 number that `+digits` is, or None where no plan has it."""
    return to_international(digits) if 7 <= len(digits) <= 17 and digits[0] != "0" else None


def national(digits: str, region: str) -> tuple[str, str] | None:
    """Return the E.164 number that `digits` is when dialled inside a country, and its kind, or None."""
    found = from_inside(digits, region) if 7 <= len(digits) <= 14 else None
    if found is None or (len(digits) <= 8 and found[1] in {"uan", "shared_cost"}):
        return None  # none, or a short service code
    plan = plan_of(region)
    if plan and found[0] == f"+{plan.code}{digits}" and plan.lacks_prefix(digits):
        return None
    return found


def usual_groups(number: str, region: str, sizes: Sequence[int]) -> bool:
    """Tell whether a number (E.164) in groups of these sizes is written as people in its country do."""
    plan = plan_of(region)
    return plan is not None and plan.groups(number[1 + len(plan.code) :], sizes)


def prefix(region: str) -> str:
    """Return what is dialled before a number inside a country, mostly 0; empty where there is nothing."""
    plan = plan_of(region)
    return plan.prefix if plan else ""


def make_ready(regions: Iterable[str]) -> None:
    """Compile the plans of countries now, not when the first number of each comes."""
    for region in regions:
        plan = plan_of(region)
        if plan:
            digits = "2" * max(plan.lengths)
            in_use(plan.code, digits)
            national(plan.prefix + digits, region)
            plan.lacks_prefix(digits)
            plan.groups(digits, (len(digits) - 4, 4))


def known_code(digits: str) -> bool:
    """Tell whether digits begin with a country's calling code."""
    return split(digits)[0] != ""


@cache
def country_code(region: str) -> int:
    """Return a country's calling code, 0 where there is none."""
    return next((int(code) for code, regions in codes().items() if region in regions), 0)


@cache
def main_country(code: str) -> str | None:
    """Return the (main) country with a calling code, or None where there is none or it is a service of the world."""
    regions = codes().get(code, ("001",))
    return None if regions[0] == "001" else regions[0]


def north_american(digits: str) -> str | None:
    """Return the E.164 number for ten digits of the North American plan, or None.

    An area code that the metadata does not know yet is let through in form only (`possible` below).
    """
    if len(digits) != 10 or digits[0] in "01" or digits[3] in "01" or not in_use("1", digits):
        return None
    return "+1" + digits


def possible(digits: str) -> bool:
    """Tell whether ten digits have the form of the North American plan, whether or not the area is in use."""
    return (
        len(digits) == 10
        and digits[0] in "23456789"
        and digits[1] != "9"
        and digits[3] in "23456789"
        and digits[1:3] != "11"
        and digits[4:6] != "11"
    )
