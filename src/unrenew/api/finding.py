"""Finds the streams of what is kept, and keeps them too."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from unrenew import __version__
from unrenew.api.homes import Home
from unrenew.model.listings import Listing
from unrenew.model.people import Owner
from unrenew.store import Store
from unrenew.store.listings import EVERYBODY, read_listing

if TYPE_CHECKING:
    import polars as pl

__all__ = ["EVERYBODY", "listing", "refresh"]


def made_with(country: str | None) -> str:
    """Return what streams depend on besides the transactions: the versions of program and facts, the country."""
    from unrenew.facts import facts_version

    return f"unrenew {__version__}, facts {facts_version()}, {country or '-'}"


def listing(home: Home, *, owner: str | None = EVERYBODY) -> Listing:
    """Return all that is kept of the subscriptions of an owner, or of everybody; finds anew only if it must."""
    quick = read_listing(
        home.folder,
        owner=owner,
        as_of=home.today,
        made_with=lambda kept: made_with(home.country or kept),
        passphrase=home.ask_passphrase,
    )
    if quick is not None:
        return replace(quick, country=home.country or quick.country)
    with home.open() as store:
        return listing_of(home, store, owner=owner)


def listing_of(home: Home, store: Store, *, owner: str | None = EVERYBODY) -> Listing:
    """Return the same from a store that is open."""
    if owner is None and not any(person.name is None for person in store.people.owners()):
        return Listing()
    people = store.people.owners() if owner == EVERYBODY else [store.people.find(owner)]
    streams = refresh(home, store, people)
    one = None if owner == EVERYBODY else people[0]
    return Listing(
        streams=tuple(stream for person in people for stream in streams[person.id]),
        decisions=tuple(store.subscriptions.decisions(one)),
        own=tuple(store.subscriptions.own(one)),
        receipts=tuple((person.name, receipt) for person in people for receipt in store.subscriptions.receipts(person)),
        cases=tuple(store.cases.all(one)),
        country=home.country or store.settings.all().get("country"),
    )


def refresh(home: Home, store: Store, people: Iterable[Owner]) -> dict[int, list[dict[str, Any]]]:
    """Return the streams of each of these people, found anew where the kept ones do not hold any more."""
    made = made_with(home.country or store.settings.all().get("country"))
    found: dict[int, list[dict[str, Any]]] = {}
    for person in people:
        kept = store.streams.found(person, as_of=home.today, made_with=made)
        found[person.id] = _find(home, store, person, made) if kept is None else kept
    return found


def _find(home: Home, store: Store, person: Owner, made: str) -> list[dict[str, Any]]:
    """Find the streams of one owner and keep them."""
    with store.writing():  # what is found and what it was found in are of one state
        revision = store.statements.revision(person)
        transactions = store.statements.to_find_in(person)
        streams: list[dict[str, Any]] = []
        if transactions.height:
            streams = find_json(home, store, transactions)
        store.streams.keep_found(person, streams, as_of=home.today, made_with=made, revision=revision)
    return streams


def find_json(home: Home, store: Store, transactions: "pl.DataFrame") -> list[dict[str, Any]]:
    """Return the streams in a table of transactions, as `scan --json` prints them, each with the latest mandate."""
    from unrenew.directory import Directory
    from unrenew.facts import load_facts
    from unrenew.find import find_streams
    from unrenew.model.subscriptions import to_json

    country = home.country or store.settings.all().get("country")
    matcher = Directory(load_facts().providers)
    streams = to_json(find_streams(transactions, today=home.today, country=country, matcher=matcher))
    mandates = _mandates(transactions)
    for stream in streams:
        ids = [charge["id"] for charge in reversed(stream["charges"])]
        stream["mandate_id"] = next((mandates[one] for one in ids if one in mandates), None)
    return streams


def _mandates(transactions: "pl.DataFrame") -> dict[str, str]:
    """Return the mandate of each direct debit, by the id of its booking."""
    found = transactions.drop_nulls("mandate_id").select("id", "mandate_id")
    return dict(found.iter_rows())
