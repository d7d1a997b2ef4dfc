"""Which digits can be dialled, by the numbering plans."""

from functools import lru_cache

FICTION = "55501"
"""In North America exchange 555 with lines 0100 to 0199 is kept for fiction: nobody answers there."""

TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})


@lru_cache(maxsize=16384)
def international(digits: str) -> str | None:
    """Return the E.164 number that `+digits` is, or None where no plan has it."""
    import phonenumbers

    if not 7 <= len(digits) <= 17 or digits[0] == "0":
        return None
    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=16384)
def national(digits: str, region: str) -> str | None:
    """Return the E.164 number that `digits` is when dialled inside a country, or None."""
    import phonenumbers

    if not 7 <= len(digits) <= 14:
        return None
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != country_code(region) or not phonenumbers.is_valid_number(number):
        return None
    kinds = {phonenumbers.PhoneNumberType.UAN, phonenumbers.PhoneNumberType.SHARED_COST}
    if len(digits) <= 8 and phonenumbers.number_type(number) in kinds:
        return None  # a short service code
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=4096)
def known_code(digits: str) -> bool:
    """Tell whether digits begin with a country's calling code."""
    import phonenumbers

    return any(phonenumbers.region_code_for_country_code(int(digits[:size])) != "ZZ" for size in (1, 2, 3))


@lru_cache(maxsize=512)
def country_code(region: str) -> int:
    """Return a country's calling code, 0 where there is none."""
    import phonenumbers

    return phonenumbers.country_code_for_region(region)


@lru_cache(maxsize=4096)
def country_of(number: str) -> str | None:
    """Return the country (or the main country of a calling code) to which an E.164 number belongs."""
    import phonenumbers

    return phonenumbers.region_code_for_number(phonenumbers.parse(number))


@lru_cache(maxsize=16384)
def north_american(digits: str) -> str | None:
    """Return the E.164 number for ten digits of the North American plan, or None.

    An area code that the metadata does not know yet is let through in form only (`possible` below).
    """
    if len(digits) != 10 or digits[0] in "01" or digits[3] in "01":
        return None
    return international("1" + digits)


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
