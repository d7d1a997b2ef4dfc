"""The keys of an encrypted home, from its passphrase."""

from collections.abc import Callable
from typing import Any

from unrenew.errors import LockedError, StoreError
from unrenew.store.ciphers import Keys, derive


def keys_of(about: dict[str, Any], passphrase: Callable[[], str] | None, *, where: str) -> Keys | None:
    """Return the keys of an encrypted home, None for one that is not."""
    salt = about.get("salt")
    if salt is None:
        return None
    if passphrase is None:
        raise LockedError("the data here is encrypted, and nobody was asked for the passphrase", where=where)
    try:
        return derive(passphrase(), bytes.fromhex(salt))
    except (TypeError, ValueError) as error:
        raise StoreError("store.json is damaged", where=where, hint="Bring back a backup: unrenew restore") from error
