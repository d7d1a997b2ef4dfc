"""Host names: whose registrable domain they lie on."""

import functools
from typing import Any


@functools.cache
def _public_suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList  # 80 ms: only where a comparison needs it

    return PublicSuffixList()


@functools.lru_cache(maxsize=65536)
def registrable(host: str) -> str | None:
    """Return the part of a host name that its owner registered (`a.shop.co.uk` -> `shop.co.uk`).

    By the Public Suffix List with its private section, so `me.github.io` is registered by `me`. None: the name is a
    public suffix itself, or no name.
    """
    return _public_suffixes().privatesuffix(host.lower().rstrip(".")) or None


def host_of(address: str) -> str:
    """Return the host of a web or mail address, lower case: what a browser would really connect to.

    >>> host_of("https://kaspersky.com@evil.example/kaspersky.com")
    'evil.example'
    """
    rest = address.strip().partition("://")[2] or address.strip()
    rest = rest.replace("\\", "/")
    for mark in "/?#":
        rest = rest.partition(mark)[0]
    host = rest.rpartition("@")[2]
    if not host.startswith("["):
        host = host.partition(":")[0]
    return host.lower().rstrip(".")


def lies_on(host: str, names: frozenset[str]) -> bool:
    """Return whether a host is one of these names, or a name below one of them."""
    if host in names:
        return True
    at = host.find(".")
    while at != -1:
        if host[at + 1 :] in names:
            return True
        at = host.find(".", at + 1)
    return False
