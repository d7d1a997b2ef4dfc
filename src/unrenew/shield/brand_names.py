"""The directory to names of its providers, each with how telling it is."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from unrenew.directory import Directory
from unrenew.model.providers import Provider

SELLERS = frozenset({"billing-partner", "payment-service", "app-store", "platform", "retailer"})
"""Kinds of providers through whom others are bought: a text that names one is seldom about it."""
PLANS = frozenset(
    "family plus pro professional essential essentials premium standard basic ultimate individual personal student"
    " students team teams business enterprise starter lite free gold silver platinum unlimited complete total"
    " advanced"
    " annual monthly yearly online home mobile digital security antivirus vpn mail music video tv live news storage"
    " cloud go app id".split()
)
"""Words for plans and parts of them, as anybody has: a name of nothing else is nobody's."""
WORDS = re.compile(r"[^\W_]+|\+")
_COINED = re.compile(r"[^\W\d_][A-Z]|[0-9][A-Za-z]|[a-z][0-9]")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_ENDINGS = tuple(
    "s en em er a u y i e ie owi om ów ą in an on ia iä ista issa sta lla ta da de den ten ja ra et".split()
)
"""Endings that names take in the languages that inflect them."""
_INFLECTED = 6
"""Letters of a name from which on it is still known with an ending."""
_LONGEST = 12
_JOINED = 8
"""Letters of several words from which on they are known when written as one."""
_SHORTEST = 3
_SECOND = frozenset({"co", "com", "net", "org", "ac", "gov"})
_LABEL = 7
"""Letters of a domain's label from which on it is a name."""


class Grade(IntEnum):
    """How telling a name is: a word of its own too, a name, or one that nothing else is called."""

    PLAIN = 1
    TELLING = 2
    SURE = 3


class Name(NamedTuple):
    """One way to write a provider's name, as words in lower case."""

    words: tuple[str, ...]
    owner: str
    grade: Grade


class Names(NamedTuple):
    """All names by their first word, the longest first."""

    firsts: frozenset[str]
    by_first: dict[str, tuple[Name, ...]]


@lru_cache(maxsize=8)
def names_of(directory: Directory) -> Names:
    """Return the names of all providers; one that several unrelated providers have is nobody's."""
    owners: dict[tuple[str, ...], dict[str, Grade]] = {}
    for provider in directory.providers.values():
        for words, grade in _graded(provider):
            known = owners.setdefault(words, {})
            known[provider.id] = max(grade, known.get(provider.id, grade))
    by_first: dict[str, list[Name]] = {}
    for words, found in owners.items():
        owner = _only(found, directory)
        if owner:
            by_first.setdefault(words[0], []).append(Name(words, owner, found[owner]))
    for first, names in list(by_first.items()):
        names.sort(key=lambda one: -len(one.words))
        _inflect(first, names, by_first)
    return Names(frozenset(by_first), {first: tuple(names) for first, names in by_first.items()})


def _only(found: dict[str, Grade], directory: Directory) -> str | None:
    """Return whose name it is: of several, the one that is no seller, or the parent of the rest."""
    if len(found) == 1:
        return next(iter(found))
    homes = {directory.providers[one].parent or one for one in found}
    if len(homes) == 1:
        home = homes.pop()
        return home if home in found else next(iter(found))
    own = [one for one in found if directory.providers[one].kind not in SELLERS]
    return own[0] if len(own) == 1 else None


def _inflect(first: str, names: list[Name], by_first: dict[str, list[Name]]) -> None:
    single = next((one for one in names if len(one.words) == 1), None)
    if single is None or single.grade is Grade.PLAIN or not _INFLECTED <= len(first) <= _LONGEST:
        return
    for ending in _ENDINGS:
        by_first.setdefault(first + ending, [Name((first + ending,), single.owner, Grade.TELLING)])


def _graded(provider: Provider) -> Iterator[tuple[tuple[str, ...], Grade]]:
    """Yield every form of a provider's names with its grade; those of words for plans alone are left out."""
    lines = {_joined(one.pattern) for one in provider.descriptors if one.match in {"word", "stem"}}
    if not provider.descriptors:  # nothing says how telling its name is: as much as its domain
        lines = {label for label in _labels(provider) if len(label) >= _LABEL}
    for name in dict.fromkeys(_written(provider)):
        words = tuple(_words(name))
        plain = "".join(words)
        if len(plain) < _SHORTEST or PLANS.issuperset(words):
            continue
        coined = _COINED.search(name) is not None
        telling = plain in lines
        if len(words) > 1:
            yield words, Grade.TELLING if words[0] == "the" else Grade.SURE
            if len(plain) >= _JOINED:
                yield (plain,), Grade.SURE
            if words[-1] == "plus" and "+" in name:
                yield words[:-1], _grade(coined=coined, telling="".join(words[:-1]) in lines)
        else:
            yield words, _grade(coined=coined, telling=telling)
        parts = tuple(_words(" ".join(_HUMPS.split(name)))) if coined else ()
        if len(parts) > len(words) and min(map(len, parts)) >= _SHORTEST - 1:
            yield parts, Grade.TELLING if min(map(len, parts)) >= _SHORTEST else Grade.PLAIN


def _grade(*, coined: bool, telling: bool) -> Grade:
    """Return how telling a single word is: by its spelling, and by what the directory takes for sure on a bank line."""
    return Grade.SURE if coined and telling else Grade.TELLING if coined or telling else Grade.PLAIN


def _written(provider: Provider) -> Iterator[str]:
    """Yield the names as they are written: without what is in brackets, each side of a slash, and shorter ones."""
    for name in (provider.name, *provider.aliases, *provider.products, provider.id.replace("-", " ")):
        plain, _, more = name.partition("(")
        first, *others = (part.strip() for part in plain.split("/"))
        yield from _shorter(first, provider)
        for part in (*others, *more.rstrip(") ").split(", ")):
            if part:  # "GitHub Pro / Copilot" is GitHub Copilot too, but Copilot alone may be another's
                yield f"{first.partition(' ')[0]} {part}"
    yield from (label for label in sorted(_labels(provider)) if len(label) >= _LABEL)


def _shorter(name: str, provider: Provider) -> Iterator[str]:
    """Yield a name, and it without its article, its first word if that is its domain, and it without another name."""
    yield name
    if name.lower().startswith("the "):
        yield name[4:]
    words = name.split()
    own = {one.lower() for one in provider.aliases}
    if len(words) > 1:
        if words[0].lower() in _labels(provider):
            yield words[0]
        if words[-1].lower() in own:
            yield " ".join(words[:-1])
    yield from (word.rpartition(".")[0] for word in words if "." in word[1:-1] and len(words) == 1)


def _labels(provider: Provider) -> set[str]:
    """Return the names that the domains of a provider have under their public suffix (`acme` of `acme.co.uk`)."""
    found: set[str] = set()
    for domain in provider.domains:
        labels = domain.name.split(".")
        double = (
            len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND
        )  # the whole list takes 50 ms to load
        if domain.evidence != "hostile":
            found.add(labels[-3] if double else labels[-2])
    return found


def _words(name: str) -> list[str]:
    return ["plus" if word == "+" else word for word in WORDS.findall(name.lower())]


def _joined(pattern: str) -> str:
    return "".join(_words(pattern))
