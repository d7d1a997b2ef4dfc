"""A running balance: checks signs, order and completeness of the rows."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How well amounts lead from one balance to the next, in the better of both directions."""

    pairs: int
    matches: int
    newest_first: bool
    breaks: tuple[int, ...]  # rows (by their index in the given columns) at which the balance jumps

    @property
    def share(self) -> float:
        """The share of pairs that match; 0 where there are none."""
        return self.matches / self.pairs if self.pairs else 0.0


def run_of(amounts: pl.Series, balances: pl.Series) -> Run:
    """Follow the balance through the rows. Rows without a balance are added up until the next one that has it."""
    frame = pl.DataFrame({"amount": amounts.fill_null(0), "balance": balances}).with_row_index("row")
    frame = frame.with_columns(after=pl.col("amount").cum_sum())
    frame = frame.with_columns(before=pl.col("after") - pl.col("amount")).drop_nulls("balance")
    step = pl.col("balance").diff()
    frame = frame.with_columns(up=step == pl.col("after").diff(), down=step == -pl.col("before").diff())
    frame = frame.slice(1)
    up, down = int(frame["up"].sum()), int(frame["down"].sum())
    side = "down" if down > up else "up"
    breaks = frame.filter(~pl.col(side))["row"].to_list()
    return Run(pairs=frame.height, matches=max(up, down), newest_first=down > up, breaks=tuple(breaks))


def runs_of(amounts: pl.Series, balances: pl.Series, groups: pl.Series) -> Run:
    """Follow the balance of each account by itself and return all of it as one run."""
    if groups.n_unique() <= 1:
        return run_of(amounts, balances)
    frame = pl.DataFrame({"amount": amounts, "balance": balances, "group": groups}).with_row_index("at")
    parts = frame.partition_by("group", maintain_order=True)[:500]
    runs = [(part["at"], run_of(part["amount"], part["balance"])) for part in parts]
    return Run(
        pairs=sum(run.pairs for _, run in runs),
        matches=sum(run.matches for _, run in runs),
        newest_first=max(runs, key=lambda item: item[1].pairs)[1].newest_first,
        breaks=tuple(int(rows[at]) for rows, run in runs for at in run.breaks),
    )
