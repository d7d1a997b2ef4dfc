"""Scores find on people with known truth: the shared ledger, and the invented lives."""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from unrenew.find import find_streams
from unrenew.model.subscriptions import Stream, to_json
from unrenew.transactions import AMOUNT, SCHEMA

SHARED = Path(__file__).parent.parent.parent / "shared"
Truth = dict[str, Any]


def ledger() -> tuple[pl.DataFrame, Truth]:
    """Return the shared ledger as a transactions table, and its truth."""
    raw = pl.read_csv(SHARED / "ledger" / "transactions.csv", infer_schema_length=0)
    table = raw.select(
        owner="person",
        account="account",
        id="tx_id",
        booked_on=pl.col("booked").str.to_date(),
        amount=pl.col("amount").cast(AMOUNT),
        currency="currency",
        original_amount=pl.col("orig_amount").cast(AMOUNT),
        original_currency="orig_currency",
        descriptor="description",
    )
    missing = [pl.lit(None, dtype=kind).alias(name) for name, kind in SCHEMA.items() if name not in table.columns]
    truth = json.loads((SHARED / "ledger" / "truth.json").read_text(encoding="utf-8"))
    return table.with_columns(missing).select(list(SCHEMA)), truth


def scorer() -> Callable[[Truth, list[Any]], dict[str, Any]]:
    """Return the shared scorer, applied to streams as JSON."""
    spec = importlib.util.spec_from_file_location("score_ledger", SHARED / "measure" / "score_ledger.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda truth, streams: module.score(truth, module.predictions({"streams": streams}))


def match(truth: Truth, streams: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Return each stream found with the true stream that most of its charges belong to (None: none)."""
    of = {id_: s for s in truth["streams"] for id_ in (*s["tx_ids"], *s["after_cancel_tx_ids"])}
    silent = {id_ for id_, (_, role) in truth["roles"].items() if role in ("refund", "fee")}
    pairs: list[tuple[dict[str, Any], dict[str, Any] | None]] = []
    for stream in streams:
        ids = [charge["id"] for charge in stream["charges"] if charge["id"] not in silent]
        counts = Counter(of[id_]["stream_id"] for id_ in ids if id_ in of)
        best, hits = counts.most_common(1)[0] if counts else ("", 0)
        true = next((s for s in truth["streams"] if s["stream_id"] == best), None) if hits * 2 >= len(ids) else None
        pairs.append((stream, true))
    return pairs


def kinds_right(pairs: list[tuple[dict[str, Any], dict[str, Any] | None]]) -> float:
    """Return the share of true streams found whose kind is right."""
    known = [(stream["kind"], true["kind"]) for stream, true in pairs if true]
    return sum(found == right for found, right in known) / max(len(known), 1)


def brier(pairs: list[tuple[dict[str, Any], dict[str, Any] | None]]) -> float:
    """Return the mean squared error of the confidence that a contract is behind a stream."""
    asked = [(s["confidence"], t is not None) for s, t in pairs if s["kind"] in ("subscription", "bill", "habit")]
    return sum((said - is_one) ** 2 for said, is_one in asked) / max(len(asked), 1)


def run(table: pl.DataFrame, truth: Truth, **more: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the scores of find on these people, and the streams."""
    streams: tuple[Stream, ...] = find_streams(table, today=date.fromisoformat(truth["as_of"]), **more)
    found = to_json(streams)
    pairs = match(truth, found)
    return scorer()(truth, found) | {"kinds_right": kinds_right(pairs), "brier": brier(pairs)}, found
