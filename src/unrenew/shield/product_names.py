"""Names of providers and products, wherever they may be meant.

Looser than `brands`: who may be meant is enough to keep a term from being held against another provider.
"""

import re
from functools import lru_cache

from unrenew.directory import Directory
from unrenew.model.providers import Provider

GENERIC = frozenset(
    "antivirus anti virus security premium plus standard basic total internet vpn free pro professional family"
    " essential essentials"
    " advanced deluxe complete ultimate password manager safe kids secure connection small office home mobile cloud"
    " identity"
    " privacy protection cleaner browser driver updater one max link sky zoom prime music video team teams business"
    " student"
    " individual personal unlimited gold silver platinum starter expert online mail account day light lite".split()
)
"""Words of product names that many vendors use."""
_WORD = re.compile(r"[^\W_]+\+?")
_PARTS = re.compile(r"[/(),]")


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case."""
    return tuple(_WORD.findall(name.lower()))


def names_of(provider: Provider) -> tuple[str, ...]:
    """Return the names of a provider and of what it sells, each part of `One / Two (Three)` on its own."""
    names = (provider.name, *provider.aliases, *provider.products)
    return tuple(dict.fromkeys(part.strip() for name in names for part in _PARTS.split(name) if len(part.strip()) >= 2))


@lru_cache(maxsize=8)
def _index(directory: Directory) -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """Return names by first word, the longest first, each with the id and whether it is a plain word too."""
    index: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for provider in directory.providers.values():
        main = words_of(provider.name)
        for name in names_of(provider):
            words = words_of(name)
            plain = GENERIC.issuperset(words)
            if words and (not plain or words == main):
                index.setdefault(words[0], []).append((words, provider.id, plain or len(words[0]) <= 4))
    for names in index.values():
        names.sort(key=lambda item: -len(item[0]))
    return index


def find_brands(text: str, directory: Directory) -> list[tuple[int, int, frozenset[str]]]:
    """Return each place of a name, with the ids that have this name; plain words count with a capital only."""
    index = _index(directory)
    words = list(_WORD.finditer(text))
    low = [match[0].lower() for match in words]
    found: list[tuple[int, int, frozenset[str]]] = []
    past = 0
    for place, word in enumerate(low):
        if place < past or word not in index:
            continue
        fits = [
            one
            for one in index[word]
            if tuple(low[place : place + len(one[0])]) == one[0] and not (one[2] and words[place][0].islower())
        ]
        if fits:
            longest = len(fits[0][0])
            owners = frozenset(owner for name, owner, _ in fits if len(name) == longest)
            past = place + longest
            found.append((words[place].start(), words[past - 1].end(), owners))
    return found


def family_of(provider: Provider, directory: Directory) -> frozenset[str]:
    """Return the ids that share an account with a provider: itself, its parent and what has the same parent."""
    home = provider.parent or provider.id
    return frozenset(
        one.id for one in directory.providers.values() if one.id in {provider.id, home} or one.parent == home
    )
