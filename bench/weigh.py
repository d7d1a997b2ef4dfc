"""Learns the weights of the confidence from lives with known truth; writes find/weights.py.

Run as `python -m bench.weigh`. A logistic rule with a mild pull to zero; the shared ledger counts twice.
"""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from bench.find_scores import ledger
from bench.lives import make_lives
from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.find.assignments import assign
from unrenew.find.confidences import features_of
from unrenew.find.groups import group_rows
from unrenew.find.joins import join_parts
from unrenew.find.singles import add_singles, drop_singles

_TOLD_BY_WORDS = {"transfer", "loan", "rent", "income", "withdrawal"}
TARGET = Path(__file__).parent.parent / "src" / "unrenew" / "find" / "weights.py"


def examples(table: pl.DataFrame, truth: dict[str, Any]) -> tuple[list[str], Any, Any, list[str]]:
    """Return names and values of the features, whether each stream is a contract, and its family."""
    groups = group_rows(table, Directory(load_facts().providers))
    parts, is_early = add_singles(groups, assign(groups))
    found = drop_singles(join_parts(groups, parts), is_early)
    rows = np.flatnonzero(found.stream >= 0)
    rows = rows[np.lexsort((groups.day[rows], found.whole[found.stream[rows]]))]
    features = features_of(groups, found, rows)
    neutral = {s["stream_id"] for s in truth["streams"] if s["cls"] == "neutral"}
    of = {id_: s for s in truth["streams"] for id_ in (*s["tx_ids"], *s["after_cancel_tx_ids"])}
    silent = {id_ for id_, (_, role) in truth["roles"].items() if role in ("refund", "fee")}
    ids = groups.table["id"].to_list()
    charges: dict[int, list[str]] = defaultdict(list)
    for row, stream in zip(rows.tolist(), found.whole[found.stream[rows]].tolist(), strict=True):
        charges[stream].append(ids[row])
    x = np.stack(list(features.values()), axis=1)
    keep = sorted(charges)
    y: list[float] = []
    family: list[str] = []
    credit, hints = groups.table["is_credit"].to_list(), groups.table["hint"].to_list()
    used: list[int] = []
    for stream in keep:
        of_ids = [id_ for id_ in charges[stream] if id_ not in silent]
        first = int(rows[np.searchsorted(found.whole[found.stream[rows]], stream)])
        if credit[first] or not of_ids or hints[first] in _TOLD_BY_WORDS:
            continue
        best, hits = Counter(of[id_]["stream_id"] if id_ in of else "" for id_ in of_ids).most_common(1)[0]
        is_one = bool(best) and hits * 2 >= len(of_ids)
        if is_one and best in neutral:  # told by their words, never by the confidence
            continue
        used.append(stream)
        y.append(float(is_one))
        family.append(
            next(of[id_]["family"] for id_ in of_ids if id_ in of and of[id_]["stream_id"] == best) if is_one else ""
        )
    return list(features), x[used], np.array(y), family


MORE = {
    "charges", "full", "evidence", "steady", "debit", "full_short", "known", "says_subscription", "says_bill",
    "exact", "exact_odd", "settled", "punctual", "orderly", "only_price", "yearly_punctual",
}  # fmt: skip
LESS = {
    "scatter", "scatter_share", "others", "like", "spread", "round", "long_scatter", "long_others", "says_habit",
    "few_others",
}  # fmt: skip
"""What can only make a contract likelier, and what less likely: a weight of the wrong sign is an accident of the data."""


def fit_signed(names: list[str], x: Any, y: Any, weight: Any, pull: float = 10.0) -> Any:
    """Return bias and weights, each with the sign that makes sense; what would turn around is left out, worst first."""
    free = np.ones(len(names), dtype=np.bool_)
    sign = np.array([1 if name in MORE else -1 if name in LESS else 0 for name in names])
    while True:
        w = np.zeros(len(names) + 1)
        w[np.r_[True, free]] = fit(x[:, free], y, weight, pull)
        wrong = np.where(w[1:] * sign < 0, np.abs(w[1:]) * x.std(axis=0), 0)
        if not wrong.any():
            return w
        free[np.argmax(wrong)] = False


def fit(x: Any, y: Any, weight: Any, pull: float = 3.0) -> Any:
    """Return bias and weights by Newton's method."""
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    a = np.c_[np.ones(len(x)), (x - mean) / scale]
    w = np.zeros(a.shape[1])
    ridge = np.eye(a.shape[1]) * pull
    ridge[0, 0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(a @ w, -30, 30)))
        slope = a.T @ (weight * (p - y)) + ridge @ w
        curve = (a * (weight * p * (1 - p))[:, None]).T @ a + ridge
        w -= np.linalg.solve(curve, slope)
    real = w[1:] / scale
    return np.r_[w[0] - (real * mean).sum(), real]


def main() -> None:
    """Learn from all, print the error, write the module."""
    parts = [examples(*ledger())] + [examples(*make_lives(seed, 120)) for seed in (11, 12, 13)]
    parts += [examples(*make_lives(seed, 120, strange=True)) for seed in (14, 15)]
    names = parts[0][0]
    x, y = np.concatenate([p[1] for p in parts]), np.concatenate([p[2] for p in parts])
    weight = np.concatenate([np.full(len(p[2]), 1.0 if i else 2.0) for i, p in enumerate(parts)])
    w = fit_signed(names, x, y, weight)
    p = 1 / (1 + np.exp(-(w[0] + x @ w[1:])))
    print(
        "brier",
        ((p - y) ** 2).mean(),
        "false",
        ((p > 0.5) & (y == 0)).sum(),
        "missed",
        ((p < 0.5) & (y == 1)).sum(),
        "of",
        y.sum(),
    )
    families = [name for part in parts for name in part[3]]
    print(Counter(f for f, q, is_one in zip(families, p, y, strict=True) if is_one and q < 0.5).most_common(20))
    lines = "".join(f'    "{name}": {value:.4f},\n' for name, value in zip(names, w[1:], strict=True))
    print(lines)
    if "--dry" not in sys.argv:
        TARGET.write_text(
            '"""The weights of the confidence: written by `python -m bench.weigh`."""\n\n'
            f'WEIGHTS: dict[str, float] = {{\n    "bias": {w[0]:.4f},\n{lines}}}\n',
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
