"""Ten million rows of a hundred thousand accounts, from the shared ledger: for speed only."""

import polars as pl

from bench.find_scores import ledger

_PIECES = 16


def many_rows(copies: int) -> pl.DataFrame:
    """Return the ledger so many times; each person cut by merchant into accounts of about a hundred rows."""
    table, truth = ledger()
    merchants = pl.DataFrame({"id": list(truth["merchants"]), "shop": list(truth["merchants"].values())})
    table = table.join(merchants, on="id", how="left", maintain_order="left")
    piece = (pl.col("shop").hash() % _PIECES).cast(pl.String)
    table = table.with_columns(owner=pl.col("owner") + "." + piece).drop("shop")
    numbers = pl.DataFrame({"copy": pl.int_range(copies, eager=True).cast(pl.String)})
    return (
        table.lazy()
        .join(numbers.lazy(), how="cross")
        .with_columns(owner=pl.col("owner") + "." + pl.col("copy"), id=pl.col("id") + "." + pl.col("copy"))
        .drop("copy")
        .collect()
    )
