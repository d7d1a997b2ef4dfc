"""Names and numbers that only pretend: look-alike domains, one digit off."""

import functools
import unicodedata
from collections.abc import Mapping

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


class Brands:
    """Brand names with their owners, ready to be compared with many registered names."""

    def __init__(self, brands: Mapping[str, str]) -> None:
        self.owners = dict(brands)
        self._read_as: dict[str, str] = {}
        self._near: dict[str, list[str]] = {}
        self._long = tuple(brand for brand in brands if len(brand) >= 5)
        for brand in brands:
            shape = skeleton(brand).replace("-", "")
            self._read_as.setdefault(shape, brand)
            for part in _parts(shape, _letters_off(brand)):
                self._near.setdefault(part, []).append(brand)

    def imitated(self, label: str, *, itself: bool = False) -> tuple[str, str] | None:
        """Return (brand, how) where a registered name, without its public suffix, imitates a brand's; else None.

        `itself`: also judge a name that is a brand here, against all the other brands.

        >>> Brands({"kaspersky": "kaspersky"}).imitated("kaskersky")
        ('kaspersky', 'one letter off "kaspersky"')
        >>> Brands({"kaspersky": "kaspersky"}).imitated("kasperskynumbersupport")
        ('kaspersky', '"kaspersky" with "numbersupport" beside it')
        """
        if label in self.owners and not itself:
            return None
        plain = skeleton(label).replace("-", "")
        brand = self._read_as.get(plain)
        if brand is not None and brand != label and len(brand) >= 4:
            return brand, f'written to be read as "{brand}"'
        return self._nearly(plain) or self._beside(plain)

    def _nearly(self, plain: str) -> tuple[str, str] | None:
        near = {brand for part in _parts(plain, 2) for brand in self._near.get(part, ())}
        for brand in sorted(near):
            most = _letters_off(brand)
            off = distance(plain, skeleton(brand).replace("-", ""), most)
            if 0 < off <= most:
                return brand, f'{("one letter", "two letters")[off - 1]} off "{brand}"'
        return None

    def _beside(self, plain: str) -> tuple[str, str] | None:
        for brand in self._long:
            if brand in plain and brand != plain:
                rest = plain.replace(brand, "", 1)
                if rest and any(word in rest for word in LURES):
                    return brand, f'"{brand}" with "{rest}" beside it'
        return None


def _letters_off(brand: str) -> int:
    """Return how many letters may differ: short names have honest neighbours."""
    return 2 if len(brand) >= 9 else int(len(brand) >= 6)


def _parts(word: str, most: int) -> set[str]:
    """Return a word with up to `most` letters left out: two words so near share one of these."""
    found = {word}
    for _ in range(most):
        found |= {part[:n] + part[n + 1 :] for part in found for n in range(len(part))}
    return found


def one_digit_off(one: str, other: str) -> bool:
    """Return whether two numbers in E.164 differ in one digit, or in two neighbours swapped."""
    return one != other and one[:2] == other[:2] and distance(one.lstrip("+"), other.lstrip("+"), 1) == 1
