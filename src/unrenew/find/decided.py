"""Streams to streams as the person decided: their word counts."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import blake2b

from unrenew.model.periods import nth_after
from unrenew.model.subscriptions import PER_YEAR, Cadence, Charge, Correction, NextCharge, PriceChange, Stream

_CENT = Decimal("0.01")
_SURE, _NOT = 0.999, 0.001


def honour(streams: Sequence[Stream], decisions: Iterable[Correction]) -> tuple[Stream, ...]:
    """Return the streams with the decisions applied in their order; one about charges that are gone changes nothing."""
    current = list(streams)
    for decision in decisions:
        touched = [s for s in current if any(charge.id in decision.charges for charge in s.charges)]
        if touched:
            rest = [s for s in current if s not in touched]
            current = rest + _apply(touched, decision)
    return tuple(sorted(current, key=lambda s: (s.owner or "", s.kind, s.name, s.first_on, s.id)))


def _apply(touched: list[Stream], decision: Correction) -> list[Stream]:
    if decision.do == "merge":
        return [_edited(_merged(touched), decision, "you made one of several")]
    if decision.do == "split":
        return _split(touched, decision)
    if decision.do == "dismiss":
        said = "you said that this is none"
        return [replace(s, kind="habit", confidence=_NOT, why=(*s.why, said)) for s in touched]
    said = "you confirmed it" if decision.do == "confirm" else "as you corrected it"
    best = max(touched, key=lambda s: sum(charge.id in decision.charges for charge in s.charges))
    return [_edited(s, decision, said) if s is best else s for s in touched]


def _edited(stream: Stream, decision: Correction, said: str) -> Stream:
    """Return the stream as the person knows it: it is a contract, whatever it looked like."""
    kind = decision.kind or ("subscription" if stream.kind == "habit" else stream.kind)
    stream = replace(stream, kind=kind, name=decision.name or stream.name, confidence=_SURE, why=(*stream.why, said))
    return _paced(stream, decision.cadence) if decision.cadence else stream


def _paced(stream: Stream, cadence: Cadence) -> Stream:
    """Return the stream with another cadence, what a year costs by it, and the next charge."""
    upcoming = (
        None if stream.status == "ended" else NextCharge(on=nth_after(stream.last_on, cadence, 1), amount=stream.amount)
    )
    yearly = (stream.amount * PER_YEAR[cadence]).quantize(_CENT)
    return replace(stream, cadence=cadence, yearly_cost=yearly, next=upcoming)


def _split(touched: list[Stream], decision: Correction) -> list[Stream]:
    """Take the named charges out of their streams; what is left of each stays a stream."""
    out = [charge for s in touched for charge in s.charges if charge.id in decision.charges]
    parted = _edited(_of_charges(touched[-1], out), decision, "you parted it from another")
    left = [(s, [charge for charge in s.charges if charge.id not in decision.charges]) for s in touched]
    return [parted, *(_of_charges(s, charges) for s, charges in left if charges)]


def _merged(touched: list[Stream]) -> Stream:
    latest = max(touched, key=lambda s: (s.last_on, len(s.charges)))
    return _of_charges(
        replace(latest, accounts=tuple(sorted({account for s in touched for account in s.accounts}))),
        [charge for s in touched for charge in s.charges],
    )


def _of_charges(base: Stream, charges: list[Charge]) -> Stream:
    """Return a stream like `base` with exactly these charges."""
    charges = sorted(charges, key=lambda charge: (charge.on, charge.id))
    paid = [charge for charge in charges if charge.role in ("charge", "retry")] or charges
    changes = [
        PriceChange(on=new.on, old=old.amount, new=new.amount)
        for old, new in itertools.pairwise(paid)
        if old.amount != new.amount
    ]
    mark = blake2b(f"{base.owner}\x1f{base.currency}\x1f{charges[0].id}\x1f{charges[0].on}".encode(), digest_size=8)
    stream = replace(
        base,
        id=mark.hexdigest(),
        charges=tuple(charges),
        first_on=charges[0].on,
        last_on=paid[-1].on,
        amount=paid[-1].amount,
        price_changes=tuple(changes) if len(changes) * 2 <= len(paid) else (),
    )
    return _paced(stream, base.cadence) if base.cadence else stream
