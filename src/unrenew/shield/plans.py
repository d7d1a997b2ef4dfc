"""The numbering plans of all countries, made ready for digits alone.

The plans are those of `phonenumbers`, and so is every verdict: what is read here is its metadata. Its own reader takes
any text apart first, at some 60 us a number; here the digits are known, and a plan is one pattern: some 2 us. A test
holds both against each other for every country.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers.phonemetadata import PhoneMetadata, PhoneNumberDesc

_KINDS = (
    "premium_rate",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
    "fixed_line",
    "mobile",
)
"""In the order in which the first that fits is the kind of a number."""
_LONGEST = 17
"""Digits in a number without its country code."""
_NEVER = "(?!)"


class Lazy:
    """A pattern that is compiled when it is first asked: of most countries no number ever comes."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the start of a text."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of a text."""
        return self._compiled.fullmatch(text)


@dataclass(frozen=True, slots=True)
class Plan:
    """One country's plan. Numbers are strings of digits, without the country code if not said otherwise."""

    code: str
    lengths: frozenset[int]
    """All lengths that a whole number can have."""
    general: Lazy
    kinds: Lazy
    """Each whole number in use; the name of the group is its kind."""
    leading: Lazy | None
    """For countries that share a code: how the numbers of this one begin, where that is enough to tell."""
    abroad: Lazy
    """What is dialled before a country code."""
    trunk: Lazy | None
    """What is dialled before a number inside the country."""
    prefix: str
    """The digits dialled before a number inside the country, empty where there are none."""
    rewritten: str | None
    """How a number is written after what `trunk` found is taken away, where it is more than cutting it off."""
    forms: tuple[tuple[Lazy | None, Lazy, bool], ...]
    """How numbers are grouped: how those begin (None: all), their groups, and whether also without `prefix`."""

    def kind(self, number: str) -> str | None:
        """Return the kind of a number, or None where it is not in use in this country."""
        if len(number) not in self.lengths or not self.general.fullmatch(number):
            return None
        match = self.kinds.fullmatch(number)
        return match.lastgroup if match else None

    def lacks_prefix(self, number: str) -> bool:
        """Tell whether people inside the country never write a number so, without what is dialled before it."""
        if not self.prefix or next((bare for usual, bare in self._forms_of(number) if usual), False):
            return False
        return self.kind(number) != "toll_free" or number[0] != "1"  # 1800 has none, 0800 has one

    def groups(self, number: str, sizes: Sequence[int]) -> bool:
        """Tell whether a number in groups of these sizes is written as in this country, with its prefix or without."""
        lead = len(self.prefix)
        return any(
            list(sizes) in (usual, [usual[0] + lead, *usual[1:]], [lead, *usual]) for usual, _ in self._forms_of(number)
        )

    def _forms_of(self, number: str) -> Iterator[tuple[list[int], bool]]:
        """Yield the sizes of the groups in which a number is written, and whether also without `prefix`."""
        for begins, form, bare in self.forms:
            match = form.fullmatch(number) if begins is None or begins.match(number) else None
            if match:
                yield [len(group) for group in match.groups() if group], bare

    def without_trunk(self, number: str) -> str:
        """Return a number without what is dialled before it inside the country."""
        match = self.trunk.match(number) if self.trunk else None
        if match is None:
            return number
        if self.rewritten is None or match[match.re.groups] is None:
            rest = number[match.end() :]
        else:
            rest = match.expand(self.rewritten) + number[match.end() :]
        if self.general.fullmatch(number) and not self.general.fullmatch(rest):
            return number
        return rest

    def significant(self, number: str) -> str | None:
        """Return the part of a number that is dialled from anywhere, or None where it is far too long."""
        rest = self.without_trunk(number)
        if len(rest) in self.lengths or len(rest) > max(self.lengths):
            number = rest
        return number if 2 <= len(number) <= _LONGEST else None


@cache
def codes() -> dict[str, tuple[str, ...]]:
    """Return each calling code with its countries, the main one first; `001` is a service of the whole world."""
    import phonenumbers

    return {str(code): regions for code, regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()}


def split(digits: str) -> tuple[str, str]:
    """Return the calling code with which digits begin, and the rest; an empty code where there is none."""
    known = codes()
    for size in (1, 2, 3):
        if digits[:size] in known:
            return digits[:size], digits[size:]
    return "", digits


@cache
def plan_of(region: str, code: str = "") -> Plan | None:
    """Return the plan of a country, or of a calling code that belongs to none (`001`)."""
    from phonenumbers.phonemetadata import PhoneMetadata

    data = (
        PhoneMetadata.metadata_for_nongeo_region(int(code), None)
        if region == "001"
        else PhoneMetadata.metadata_for_region(region, None)
    )
    return _plan(data) if data else None


def in_use(code: str, number: str) -> str | None:
    """Return the kind of a number under a calling code, or None where it is not in use."""
    plans, parted = _under(code)
    apart = parted is not None and parted.match(number) is not None
    for plan in plans:
        if plan.leading is None:
            kind = plan.kind(number)
            if kind:
                return kind
        elif apart and plan.leading.match(number):
            return plan.kind(number)
    return None


def to_international(digits: str) -> str | None:
    """Return the number in full (`+` and digits) that is dialled with these digits after a plus, if it is in use."""
    code, rest = split(digits)
    plan = plan_of(codes()[code][0], code) if code and len(rest) > 1 else None
    number = plan.significant(rest) if plan else None
    return f"+{code}{number}" if number and in_use(code, number) else None


def from_inside(digits: str, region: str) -> tuple[str, str] | None:
    """Return the number in full that is dialled with these digits inside a country, and its kind, if it is in use."""
    plan = plan_of(region)
    if plan is None:
        return None
    number: str | None = digits
    match = plan.abroad.match(digits)
    if match and digits[match.end() : match.end() + 1] != "0":
        code, number = split(digits[match.end() :])
        if code != plan.code or len(number) < 2:
            return None
        plan = plan_of(codes()[code][0], code) or plan
    elif digits.startswith(plan.code):
        rest = plan.without_trunk(digits[len(plan.code) :])
        if len(digits) > max(plan.lengths) or (plan.general.fullmatch(rest) and not plan.general.fullmatch(digits)):
            number = rest
            plan = plan_of(codes()[plan.code][0], plan.code) or plan
    number = plan.significant(number)
    kind = in_use(plan.code, number) if number else None
    return (f"+{plan.code}{number}", kind) if kind else None


@cache
def _under(code: str) -> tuple[tuple[Plan, ...], re.Pattern[str] | None]:
    """Return the plans of the countries that share a calling code, and how numbers of the smaller ones begin."""
    plans = tuple(plan for region in codes().get(code, ()) if (plan := plan_of(region, code)))
    if len(plans) == 1:
        return (replace(plans[0], leading=None),), None
    parted = "|".join(f"(?:{plan.leading.pattern})" for plan in plans if plan.leading)
    return plans, re.compile(parted) if parted else None


def _plan(data: "PhoneMetadata") -> Plan:
    general = data.general_desc
    lengths = frozenset(general.possible_length) if general else frozenset[int]()
    patterns: dict[str, str] = {}
    for kind in _KINDS:
        pattern = _pattern(getattr(data, kind))
        if pattern:
            patterns.setdefault(pattern, kind)
    kinds = "|".join(f"(?P<{kind}>{pattern})" for pattern, kind in patterns.items())
    trunk = data.national_prefix_for_parsing
    return Plan(
        code=str(data.country_code),
        lengths=lengths,
        general=Lazy((general.national_number_pattern if general else None) or _NEVER),
        kinds=Lazy(kinds or _NEVER),
        leading=Lazy(data.leading_digits) if data.leading_digits else None,
        abroad=Lazy(data.international_prefix or _NEVER),
        trunk=Lazy(trunk) if trunk else None,
        prefix=data.national_prefix or "",
        rewritten=data.national_prefix_transform_rule or None,
        forms=tuple(
            (
                Lazy(form.leading_digits_pattern[-1]) if form.leading_digits_pattern else None,
                Lazy(form.pattern or _NEVER),
                bool(form.national_prefix_optional_when_formatting)
                or not (form.national_prefix_formatting_rule or "").startswith(data.national_prefix or "\0"),
            )
            for form in data.number_format
        ),
    )


def _pattern(desc: "PhoneNumberDesc | None") -> str:
    """Write one kind of numbers as a pattern that its lengths bound too; empty where there is none."""
    if desc is None or not desc.national_number_pattern or desc.possible_length == (-1,):
        return ""
    lengths = "|".join(rf"\d{{{length}}}" for length in desc.possible_length)
    return (rf"(?=(?:{lengths})\Z)" if lengths else "") + f"(?:{desc.national_number_pattern})"
