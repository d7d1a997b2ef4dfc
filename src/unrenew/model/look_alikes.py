"""Names and numbers that only pretend: look-alike domains, one digit off."""

import functools
import unicodedata

FOLDS = str.maketrans("0135$@|аеорсхуіїјѕһԁɡոⅼ", "olesSalaeopcxyiijshdgnl")
"""Digits and letters of other scripts that are read as Latin letters (Cyrillic and Armenian forms, by eye)."""

PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
"""Two letters that are read as one."""

LURES = (
    "support",
    "refund",
    "number",
    "helpline",
    "customer",
    "contact",
    "phone",
    "cancel",
    "care",
    "billing",
    "renew",
    "activation",
    "activate",
    "login",
    "signin",
    "secure",
    "verify",
    "service",
    "subscription",
    "app",
    "help",
    "desk",
    "official",
    "account",
    "update",
    "antivirus",
    "download",
    "setup",
    "tech",
    "call",
)
"""Words that are put beside a brand in addresses of pages that are not the brand's."""


@functools.lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Return what a hurried eye reads: accents off, foreign letters and digits as Latin ones, `rn` as `m`."""
    text = unicodedata.normalize("NFKD", name).lower()
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).translate(FOLDS).lower()
    for pair, single in PAIRS:
        text = text.replace(pair, single)
    return text


def unicode_host(host: str) -> str:
    """Return a host with its `xn--` labels as the letters that a browser may show."""
    if "xn--" not in host:
        return host
    import idna

    labels: list[str] = []
    for label in host.split("."):
        try:
            labels.append(idna.decode(label) if label.startswith("xn--") else label)
        except idna.IDNAError:
            labels.append(label)
    return ".".join(labels)


def distance(one: str, other: str, most: int = 2) -> int:
    """Return how many letters were changed, added, dropped or swapped with a neighbour; `most + 1` means more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def imitates(label: str, brand: str) -> str | None:
    """Say how a registered name imitates a brand's, or None. Both are the part before the public suffix.

    >>> imitates("kaskersky", "kaspersky")
    'one letter off "kaspersky"'
    >>> imitates("kasperskynumbersupport", "kaspersky")
    '"kaspersky" with "numbersupport" beside it'
    """
    if label == brand or len(brand) < 4:
        return None
    if skeleton(label) == skeleton(brand):
        return f'written to be read as "{brand}"'
    plain = skeleton(label).replace("-", "")
    if len(brand) >= 6 and plain != brand and distance(plain, skeleton(brand), 1) == 1:
        return f'one letter off "{brand}"'
    if len(brand) >= 9 and distance(plain, skeleton(brand), 2) == 2:
        return f'two letters off "{brand}"'
    return _beside(plain, brand.replace("-", ""))


def _beside(plain: str, brand: str) -> str | None:
    if len(brand) < 5 or brand not in plain:
        return None
    rest = plain.replace(brand, "", 1)
    if any(word in rest for word in LURES):
        return f'"{brand}" with "{rest}" beside it'
    return None


def one_digit_off(one: str, other: str) -> bool:
    """Return whether two numbers in E.164 differ in one digit, or in two neighbours swapped."""
    return one != other and one[:2] == other[:2] and distance(one.lstrip("+"), other.lstrip("+"), 1) == 1
