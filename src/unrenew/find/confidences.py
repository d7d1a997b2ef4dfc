"""Streams to the chance that each is a contract.

What is measured of each stream (how full its grid is, how exact its days, how steady its price, what else the person
buys there, what the words say) is weighed by a logistic rule, whose weights `python -m bench.weigh` learns from lives
with known truth.
"""

import numpy as np

from unrenew.find.assignments import Assignments
from unrenew.find.forecasts import medians
from unrenew.find.grids import LENGTHS, Floats, Ints
from unrenew.find.groups import Groups
from unrenew.find.weights import BIAS, WEIGHTS


def features_of(groups: Groups, found: Assignments, rows: Ints) -> dict[str, Floats]:
    """Return what is measured of each stream. `rows` are the rows of all streams, sorted by stream, then day."""
    of, day, price = found.stream[rows], groups.day[rows], groups.price[rows].astype(np.float64)
    count = len(found.group)
    sizes = np.maximum(np.bincount(of, minlength=count), 1)
    slot, offset = found.grid.take(of).slots(day)
    first, last = np.searchsorted(of, np.arange(count)), np.searchsorted(of, np.arange(count), side="right") - 1
    span = slot[last] - slot[first] + 1
    length = LENGTHS[found.grid.cadence]
    typical = medians(of, offset, count)
    scatter = np.bincount(of, weights=np.abs(offset - typical[of]), minlength=count) / sizes / length
    mean = np.bincount(of, weights=price, minlength=count) / sizes
    spread = np.bincount(of, weights=np.abs(price - mean[of]), minlength=count) / sizes / np.maximum(mean, 1)
    same = np.zeros(len(rows))
    same[1:] = (np.abs(price[1:] - price[:-1]) <= 0.5) & (of[1:] == of[:-1])
    steady = np.bincount(of, weights=same, minlength=count) / np.maximum(sizes - 1, 1)
    begins = np.searchsorted(groups.group * 1_000_000 + groups.day, found.group * 1_000_000 + day[first])
    ends = np.searchsorted(groups.group * 1_000_000 + groups.day, found.group * 1_000_000 + day[last], side="right")
    others = np.maximum(ends - begins - sizes, 0) / sizes
    hint, debit = groups.table["hint"].gather(rows[last]), groups.table["is_debit"].gather(rows[last]).to_numpy()
    flags = {
        f"says_{word}": (hint == word).fill_null(value=False).to_numpy().astype(np.float64)
        for word in ("subscription", "bill", "habit")
    }
    money = groups.price[rows[last]]
    return {
        "charges": np.log(np.minimum(sizes, 40)),
        "full": np.minimum(sizes / np.maximum(span, 1), 1.0),
        "scatter": np.log(0.004 + scatter),
        "evidence": np.log1p(np.clip(found.evidence, 0, 60)),
        "others": np.log1p(others),
        "steady": steady,
        "spread": np.log(0.01 + spread),
        "debit": debit.astype(np.float64),
        "round": ((money % 500 == 0) & (money > 0)).astype(np.float64),
        "short": (length < 20).astype(np.float64),
        "long": (length > 100).astype(np.float64),
        **flags,
    }


def confidences_of(groups: Groups, found: Assignments, rows: Ints) -> Floats:
    """Return for each stream the chance, 0 to 1, that a contract is behind it."""
    score = np.full(len(found.group), BIAS)
    for name, values in features_of(groups, found, rows).items():
        score += WEIGHTS[name] * values
    return np.round(np.clip(1 / (1 + np.exp(-score)), 0.001, 0.999), 4)
