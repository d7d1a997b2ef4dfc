"""Invented people with known truth: what find is tuned and measured on.

Countries, banks, merchants, families and habits differ from those of the shared ledger. `make_lives` gives the
transactions and the truth in the form that `score_ledger.py` reads.
"""

import random
from typing import Any

import polars as pl

from bench.bank_styles import STYLES
from bench.families import contracts_of, habits_of
from bench.far_styles import FAR_STYLES
from bench.names import CONTRACTS, HABITS, ONE_OFFS, invented_names
from bench.plans import AS_OF, Life, run_plan
from unrenew.transactions import SCHEMA


def make_lives(seed: int, people: int, *, strange: bool = False) -> tuple[pl.DataFrame, dict[str, Any]]:
    """Return transactions (columns of the shared table) and their truth.

    The strange lives are led in other countries, among merchants whose names say nothing.
    """
    rows: list[dict[str, Any]] = []
    truth: dict[str, Any] = {"seed": seed, "as_of": AS_OF.isoformat(), "streams": [], "roles": {}}
    styles = list((FAR_STYLES if strange else STYLES).values())
    for number in range(people):
        rng = random.Random(f"{seed}-{number}")
        life = Life(rng, f"q{seed}-{number:04d}", styles[number % len(styles)])
        contracts, habits, one_offs = CONTRACTS, HABITS, ONE_OFFS
        if strange:
            contracts, habits = invented_names(rng, CONTRACTS), invented_names(rng, HABITS)
            one_offs = invented_names(rng, {"": ONE_OFFS})[""]
        for plan in contracts_of(rng, life, contracts):
            run_plan(life, plan)
        habits_of(rng, life, habits, one_offs)
        rows += life.rows
        truth["streams"] += life.streams
        truth["roles"] |= life.roles
    names = list(SCHEMA)
    table = pl.DataFrame(
        {name: [row.get(name) for row in rows] for name in names if name not in ("amount", "original_amount")},
        schema={name: kind for name, kind in SCHEMA.items() if name not in ("amount", "original_amount")},
    ).with_columns(
        pl.Series("amount", [f"{row['amount']:.2f}" for row in rows]).cast(SCHEMA["amount"]),
        pl.Series(
            "original_amount",
            [None if row.get("original_amount") is None else f"{row['original_amount']:.2f}" for row in rows],
            dtype=pl.String,
        ).cast(SCHEMA["amount"]),
    )
    return table.select(names), truth
