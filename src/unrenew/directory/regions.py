"""Regions of a fact to whether it holds in a country."""

from collections.abc import Sequence

EU = frozenset(
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)
"""ISO 3166-1 codes of the member states (Treaty on European Union, after 2020-01-31)."""


def holds_in(regions: Sequence[str], country: str | None) -> bool:
    """Return whether a fact holds in a country (ISO 3166-1, or 3166-2 such as `CA-QC`); None: not known, so it may."""
    if country is None:
        return True
    land = country.partition("-")[0]
    if f"not:{country}" in regions or f"not:{land}" in regions:
        return False
    return "*" in regions or country in regions or land in regions or ("EU" in regions and land in EU)


def closeness(regions: Sequence[str], country: str | None) -> int:
    """Return how closely a fact that holds is about a country: 3 its region, 2 itself, 1 the EU, 0 everywhere."""
    if country is None:
        return 1 if "*" in regions else 0
    land = country.partition("-")[0]
    if country != land and country in regions:
        return 3
    if land in regions:
        return 2
    return 1 if "EU" in regions and land in EU else 0
