"""The plans read here give the verdicts of phonenumbers, in every country."""

import random

import phonenumbers
import pytest

from unrenew.shield.numbering import country_code
from unrenew.shield.plans import from_inside, to_international

KINDS = [
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
]
SHORT = {phonenumbers.PhoneNumberType.UAN: "uan", phonenumbers.PhoneNumberType.SHARED_COST: "shared_cost"}


def verdict(digits, region=None):
    """Return what phonenumbers says: the number in full and its kind, or None."""
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or (region and number.country_code != country_code(region)):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), phonenumbers.number_type(number)


def spellings(region, chance, count):
    """Yield digits near the plan's own examples: changed, cut, longer, with codes and prefixes before them."""
    data = phonenumbers.PhoneMetadata.metadata_for_region(region)
    code = str(data.country_code)
    examples = [desc.example_number for kind in KINDS if (desc := getattr(data, kind)) and desc.example_number]
    for _ in range(count):
        digits = list(chance.choice(examples))
        for _ in range(chance.choice((0, 0, 1, 2, 4))):
            digits[chance.randrange(len(digits))] = str(chance.randrange(10))
        number = "".join(digits)[: chance.choice((None, None, None, -1))] + chance.choice(("", "", "", "7"))
        yield chance.choice(("", data.national_prefix or "", code, "00" + code, "0", "011" + code)) + number


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_every_plan_as_phonenumbers_reads_it(region):
    for digits in spellings(region, random.Random(region), 60):
        full, inside = verdict("+" + digits), verdict(digits, region)
        assert to_international(digits) == (full and full[0]), digits
        found = from_inside(digits, region)
        assert (found and found[0]) == (inside and inside[0]), digits
        assert not found or SHORT.get(inside[1]) in {found[1], None}, digits


@pytest.mark.parametrize(
    "code", [code for code, regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items() if regions == ("001",)]
)
def test_services_of_the_whole_world(code):
    data = phonenumbers.PhoneMetadata.metadata_for_nongeo_region(code)
    for kind in KINDS:
        desc = getattr(data, kind)
        if desc and desc.example_number:
            assert to_international(f"{code}{desc.example_number}") == f"+{code}{desc.example_number}"


def test_digits_that_no_plan_has():
    assert to_international("999123456789") is None
    assert to_international("1") is None
    assert from_inside("5555550142", "XX") is None
