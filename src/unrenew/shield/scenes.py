"""What a text as a whole looks like: its title, its brands, its tone."""

import re
from functools import cached_property

from unrenew.directory import Directory
from unrenew.shield.contacts import Found
from unrenew.shield.glyphs import BRAND_LETTERS, FILL

_BAIT = re.compile(
    r"(?:support|customer (?:service|care|support)|help ?line|help ?desk"
    r"|contact|toll[- ]?free|tech(?:nical)? support|service|care|cancel+ation"
    r"|refund|reservations?|recovery)[\w\s™®&/-]{0,24}?(?:phone |telephone |contact |help )?numbers?\b",
    re.IGNORECASE,
)
_PUSH = (
    re.compile(
        r"live (?:person|human|agent|representative)|real (?:person|human)|\bOTA\b|\bTFN\b|talk to (?:a human|someone)",
        re.IGNORECASE,
    ),
    re.compile(r"24\s*[/*x×]\s*7|24x7|around the clock|24/7|24 hours a day", re.IGNORECASE),
    re.compile(
        r"(?:experts?|specialists?|professionals|technicians?|trained|certified|our team|our agents?)\b", re.IGNORECASE
    ),
    re.compile(
        r"instant(?:ly)? (?:help|support|assistance)|immediate (?:help|assistance|support)|stress[- ]free"
        r"|hassle[- ]free|step[- ]by[- ]step",
        re.IGNORECASE,
    ),
)
_STYLED = re.compile("[\U0001d400-\U0001d7cb\U0001f130-\U0001f189Ⓐ-ⓩ]")
_MARKS = re.compile("[™®℠℗©]")
_WARNS = re.compile(
    r"\b(?:scam(?:mers?|s)?|fraud(?:ulent|sters?)?|fake|phish(?:ing|ers?)?"
    r"|spam(?:mers?|bots?)?|do(?: no|n['’]?)t call|never call|beware|impersonat\w*|hoax"
    r"|betrug|betrüger|arnaque|estafa|truffa|golpe|oplichting|oszustwo|мошенник\w*)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


class Scene:
    """One text, looked at as a whole; everything is worked out once, and only when asked for."""

    def __init__(self, found: Found, directory: Directory) -> None:
        self.found = found
        self.directory = directory
        self.flat = found.folded.flat.replace(FILL, "") if FILL in found.folded.flat else found.folded.flat

    @cached_property
    def title_span(self) -> tuple[int, int]:
        """Return where the first line with letters stands, if more text follows it."""
        text = self.found.text
        at = 0
        for line in text[:2000].splitlines(keepends=True):
            if any(map(str.isalpha, line)):
                rest = len(text) - at - len(line)
                return (at, at + len(line)) if rest > len(line) / 2 and len(line) < 400 else (at, at)
            at += len(line)
        return (0, 0)

    @property
    def title(self) -> str:
        """Return the title, without what is not seen."""
        start, end = self.title_span
        return self.found.folded.flat[start:end].replace(FILL, "").strip(" #*=\n\r\t")

    @cached_property
    def baits(self) -> int:
        """Return how often the text says "support number" and the like."""
        return sum(1 for _ in _BAIT.finditer(self.flat[:50_000]))

    @cached_property
    def title_baits(self) -> bool:
        """Tell whether the title says "support number" and the like."""
        return _BAIT.search(self.title) is not None

    @cached_property
    def pushes(self) -> int:
        """Return how many kinds of sales talk the text has."""
        return sum(1 for pattern in _PUSH if pattern.search(self.flat[:50_000]))

    @cached_property
    def styled(self) -> str | None:
        """Return how names are written in styled letters or strewn with trade marks, in words."""
        text = self.found.text[:50_000]
        if not text.isascii():
            if len(_STYLED.findall(text)) >= 5:
                return "names are written in styled letters that filters do not read"
            marks = len(_MARKS.findall(text))
            if marks >= 4 and marks * 60 > len(text.split()):
                return "the name is strewn with trade-mark signs"
        return None

    def warns_near(self, start: int, end: int) -> bool:
        """Tell whether the text warns, close to a place."""
        return _WARNS.search(self.found.folded.flat, max(0, start - 160), end + 160) is not None

    @cached_property
    def brands(self) -> dict[str, int]:
        """Return the providers that the text names, with how often."""
        return brands_in(self.flat[:50_000], self.directory)

    @cached_property
    def subject(self) -> str | None:
        """Return the provider that the text is about: named in the title, or most often."""
        titled = brands_in(self.title, self.directory)
        pool = {name: self.brands.get(name, 0) + count for name, count in titled.items()} or self.brands
        return max(pool, key=lambda name: pool[name]) if pool else None

    @cached_property
    def unrelated(self) -> tuple[str, ...]:
        """Return the names of providers in the text that do not belong together, if there are two or more."""
        homes = {
            (self.directory.providers[name].parent or name): self.directory.providers[name].name for name in self.brands
        }
        kinds = {self.directory.providers[name].kind for name in self.brands}
        return tuple(sorted(homes.values())) if len(homes) >= 2 and len(kinds) <= 2 else ()

    @cached_property
    def lookalikes(self) -> tuple[str, ...]:
        """Return the look-alike hosts in the text, with what they imitate."""
        from unrenew.model.domains import host_of

        found: list[str] = []
        for contact in self.found.contacts:
            if contact.kind in {"url", "email"}:
                host = contact.value.rpartition("@")[2] if contact.kind == "email" else host_of(contact.value)
                near = self.directory.near_domain(host)
                if near:
                    found.append(f"{host} is {near.how}")
        return tuple(dict.fromkeys(found))


_TOO_PLAIN = frozenset(
    {
        "max",
        "sky",
        "zoom",
        "roku",
        "hulu",
        "apple",
        "link",
        "one",
        "plus",
        "premium",
        "account",
        "google",
        "panda",
        "prime",
        "proton",
        "discovery",
    }
)


def _names(directory: Directory) -> dict[str, str]:
    """Return each name of a provider that is telling (lower case) with its id."""
    names: dict[str, str] = {}
    for provider in directory.providers.values():
        if provider.kind in {"billing-partner", "app-store", "platform"}:
            continue
        for name in (provider.name, *provider.aliases, *provider.products):
            for part in re.split(r"[/(),]", name):
                plain = " ".join(_WORD.findall(part.lower()))
                if len(plain) >= 3 and plain not in _TOO_PLAIN:
                    names.setdefault(plain, provider.id)
    return names


_CACHE: dict[int, tuple[Directory, dict[str, str], re.Pattern[str]]] = {}


def brands_in(text: str, directory: Directory) -> dict[str, int]:
    """Return the providers named in a text, look-alike letters read as Latin ones, with how often."""
    entry = _CACHE.get(id(directory))
    if entry is None or entry[0] is not directory:
        names = _names(directory)
        if not names:
            return {}
        longest = sorted(names, key=len, reverse=True)
        pattern = re.compile(
            r"(?<![a-z0-9])(?:"
            + "|".join(re.escape(n).replace(r"\ ", r"[^a-z0-9]{1,3}") for n in longest)
            + r")(?![a-z0-9])"
        )
        entry = (directory, names, pattern)
        _CACHE.clear()
        _CACHE[id(directory)] = entry
    if not text.isascii():
        text = text.translate(_LATIN)
    found: dict[str, int] = {}
    for match in entry[2].finditer(text.lower()):
        owner = entry[1].get(" ".join(_WORD.findall(match[0])))
        if owner:
            found[owner] = found.get(owner, 0) + 1
    return found


_LATIN = str.maketrans(BRAND_LETTERS)
