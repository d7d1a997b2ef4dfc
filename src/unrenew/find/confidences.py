"""Streams to the chance that each is a contract.

What is measured of each stream (how full its grid is, how exact its days, how steady its price, what else the person
buys there, what the words say) is weighed by a logistic rule, whose weights `python -m bench.weigh` learns from lives
with known truth.
"""

import numpy as np

from unrenew.find.assignments import Assignments
from unrenew.find.forecasts import medians
from unrenew.find.grids import LENGTHS, Flags, Floats, Ints
from unrenew.find.groups import Groups
from unrenew.find.runs import starts
from unrenew.find.weights import WEIGHTS
from unrenew.find.words import STORES


def features_of(groups: Groups, found: Assignments, rows: Ints) -> dict[str, Floats]:
    """Return what is measured of each stream. `rows` are the rows of all streams, sorted by stream, then day.

    Streams are numbered as the parts are; one that goes on in another part has no rows of its own.
    """
    part = found.stream[rows]
    of, day, price = found.whole[part], groups.day[rows], groups.price[rows].astype(np.float64)
    count = len(found.group)
    sizes = np.maximum(np.bincount(of, minlength=count), 1)
    ends = np.searchsorted(of, np.arange(count), side="right") - 1
    begins = np.minimum(np.searchsorted(of, np.arange(count)), len(rows) - 1)
    slot, offset = found.grid.take(part).slots(day)
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, np.iinfo(np.int64).min)
    np.minimum.at(low, part, slot)
    np.maximum.at(high, part, slot)
    span = np.bincount(found.whole, weights=high - low + 1.0, minlength=count)
    length = LENGTHS[found.grid.cadence]
    typical = medians(part, offset, count)
    scatter = np.bincount(of, weights=np.abs(offset - typical[part]), minlength=count) / sizes
    steady, spread = _steadiness(of, price, count)
    orderly = _orderliness(of, price, sizes, count)
    full = np.clip(sizes / np.maximum(span, 1), 0, 1)
    evidence = np.bincount(found.whole, weights=np.clip(found.evidence, 0, 60), minlength=count)
    neat = (full > 0.85) & (scatter < 0.12 * length + 1) & (scatter < 1.7) & (sizes > 3)
    others, like = _beside(groups, found, neat, (day[begins], day[ends], price[ends], sizes))
    last = rows[ends]
    hint, debit = (
        groups.table["hint"].gather(last).replace("withdrawal", "habit"),
        groups.table["is_debit"].gather(last).to_numpy(),
    )
    flags = {
        f"says_{word}": (hint == word).fill_null(value=False).to_numpy().astype(np.float64)
        for word in ("subscription", "bill", "habit")
    }
    known = groups.table["provider"].is_not_null().gather(last).to_numpy()
    money = groups.price[last]
    punctual = (full > 0.9) & (scatter < 1.7) & (length > 20) & (others < 0.01)
    only_price = (full > 0.99) & (scatter < 1.7) & (steady > 0.99) & (length > 20) & (like < 0.01)
    exact = (full > 0.99) & (scatter < 1.7) & (steady > 0.99) & (length > 20) & (others < 0.01)
    is_short, is_long = (length < 20).astype(np.float64), (length > 100).astype(np.float64)
    return {
        "charges": np.log(np.minimum(sizes, 40)),
        "full": full,
        "scatter": np.log(0.3 + scatter),
        "scatter_share": np.log(0.004 + scatter / length),
        "evidence": np.log1p(np.minimum(evidence, 60)),
        "others": np.log1p(others),
        "like": np.log1p(like),
        "steady": steady,
        "spread": np.log(0.01 + spread),
        "debit": debit.astype(np.float64),
        "round": ((money % 500 == 0) & (money > 0)).astype(np.float64),
        "short": is_short,
        "long": is_long,
        "long_steady": is_long * steady,
        "long_scatter": is_long * np.log(0.3 + scatter),
        "long_others": is_long * np.log1p(others),
        "exact": np.where(exact, np.log(np.minimum(sizes, 6).astype(np.float64)), 0.0),
        "settled": (
            (steady * (sizes - 1) > sizes - 2.5) & (sizes > 2) & (full > np.where(length > 20, 0.9, 0.99))
        ).astype(np.float64),
        "punctual": np.where(punctual, np.log(np.minimum(sizes, 12).astype(np.float64)), 0.0),
        "yearly_punctual": np.where(punctual & (length > 300), np.minimum(sizes - 1.0, 4.0), 0.0),
        "only_price": np.where(only_price, np.log(np.minimum(sizes, 6).astype(np.float64)), 0.0),
        "orderly": orderly,
        "exact_odd": (exact & (money % 50 != 0)).astype(np.float64),
        "full_short": is_short * full,
        "few_others": np.where(sizes < 4, np.log1p(others), 0.0),
        "known": (known & ~_sells_all(groups, last)).astype(np.float64),
        **flags,
    }


def _sells_all(groups: Groups, rows: Ints) -> Flags:
    """Say which rows are of a store or wallet: to know it says nothing of what was bought."""
    return groups.table["channel"].gather(rows).is_in(STORES).fill_null(value=False).to_numpy()


def _steadiness(of: Ints, price: Floats, count: int) -> tuple[Floats, Floats]:
    """Return for each stream the share of charges at the price of the one before, and the spread of the prices.

    A first charge of less than a fifth of the next one is a trial and says nothing of the price.
    """
    goes_on = of[1:] == of[:-1]
    counts = np.ones(len(of))
    counts[:-1][goes_on & starts(of)[:-1] & (price[:-1] * 5 < price[1:])] = 0
    sizes = np.maximum(np.bincount(of, weights=counts, minlength=count), 1)
    mean = np.bincount(of, weights=price * counts, minlength=count) / sizes
    off = np.abs(price - mean[of]) * counts
    spread = np.bincount(of, weights=off, minlength=count) / sizes / np.maximum(mean, 1)
    same = np.zeros(len(of))
    same[1:] = (np.abs(price[1:] - price[:-1]) <= 0.5) & goes_on
    steady = np.bincount(of, weights=same, minlength=count) / np.maximum(sizes - 1, 1)
    return np.where(sizes > 1, steady, 0.0), spread


def _orderliness(of: Ints, price: Floats, sizes: Ints, count: int) -> Floats:
    """Return for each stream the share of charges that cost as much as the one before, or up to a third more."""
    ratio = (price[1:] + 1) / (price[:-1] + 1)
    same = np.zeros(len(of))
    same[1:] = (ratio > 0.995) & (ratio < 1.34) & (of[1:] == of[:-1])
    return np.bincount(of, weights=same, minlength=count) / np.maximum(sizes - 1, 1)


def _beside(
    groups: Groups, found: Assignments, neat: Flags, of_streams: tuple[Ints, Ints, Floats, Ints]
) -> tuple[Floats, Floats]:
    """Return for each stream how many other charges its merchant has in its time, at any price and at the same price.

    Charges of other neat streams do not count. Both are shares of the stream's own number of charges.
    """
    first, last, price, sizes = of_streams
    owner_stream = found.whole_of_rows()
    loose = ~groups.aside & ~np.append(neat, False)[owner_stream]  # -1, no stream, is the last one
    group, day = groups.group[loose], groups.day[loose]
    step = 1 << 24
    by_day = group * step + day
    own = np.where(neat, 0, sizes)
    begin, end = found.group * step + first, found.group * step + last
    others = np.searchsorted(by_day, end, side="right") - np.searchsorted(by_day, begin) - own
    keyed = np.sort(groups.price[loose] * 7 + group * 1_000_003)
    key = price.astype(np.int64) * 7 + found.group * 1_000_003
    like = np.searchsorted(keyed, key, side="right") - np.searchsorted(keyed, key) - own
    return np.maximum(others, 0) / sizes, np.maximum(like, 0) / sizes


def confidences_of(groups: Groups, found: Assignments, rows: Ints) -> Floats:
    """Return for each stream the chance, 0 to 1, that a contract is behind it."""
    score = np.full(len(found.group), WEIGHTS["bias"])
    for name, values in features_of(groups, found, rows).items():
        score += WEIGHTS[name] * values
    return np.round(np.clip(1 / (1 + np.exp(-score)), 0.001, 0.999), 4)
