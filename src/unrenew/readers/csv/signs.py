"""Which amounts are money out: by flags, balance and words."""

from dataclasses import dataclass, field

import polars as pl

from unrenew.readers.csv.balances import runs_of
from unrenew.readers.csv.cells import direction, is_plain
from unrenew.readers.csv.vocabulary import fold
from unrenew.readers.csv.words import INCOME, SPENDING, direction_in

_BOUGHT = frozenset(["purchase", "purchases", "sale", "achat", "kauf", "compra", "acquisto", "aankoop"])
_KINDS = frozenset(["", "charge", "debit card", "made", "paid out", "payment", "payments"])
"""Words that mean money out beside a word that means money in, and nothing where they stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Amounts with our sign; `wrong` says for a row why its sign cannot be told; `notes` speak of the whole file."""

    amounts: pl.Series
    wrong: pl.Series | None = None
    notes: tuple[tuple[str, str], ...] = ()  # (severity, what)
    marked: bool = False  # the file itself says in and out, so no word or balance can overrule it


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What else the file knows of its rows."""

    texts: pl.Series
    balances: pl.Series | None = None
    groups: pl.Series = field(default_factory=lambda: pl.Series([], dtype=pl.String))
    card: bool = False
    shop: bool = False
    account: bool = False


def from_two_columns(debits: pl.Series | None, credits_: pl.Series | None) -> Signed:
    """Return the amounts of a debit and a credit column; debits count as money out with or without a minus."""
    if debits is None or credits_ is None:
        one = debits if debits is not None else credits_
        assert one is not None
        return Signed(amounts=_as_out(one) if debits is not None else _as_in(one), marked=True)
    out = _as_out(debits)
    frame = pl.DataFrame({"out": out, "in": _as_in(credits_)})
    both = (frame["out"].fill_null(0) != 0) & (frame["in"].fill_null(0) != 0)
    amounts = frame.select(
        pl.when(pl.col("out").is_null() & pl.col("in").is_null())
        .then(None)
        .otherwise(pl.col("out").fill_null(0) + pl.col("in").fill_null(0))
    ).to_series()
    wrong = pl.select(pl.when(both).then(pl.lit("has both money out and money in"))).to_series() if both.any() else None
    return Signed(amounts=amounts, wrong=wrong, marked=True)


def _as_out(debits: pl.Series) -> pl.Series:
    below, above = int((debits < 0).sum()), int((debits > 0).sum())
    return debits if below > above else -debits


def _as_in(credits_: pl.Series) -> pl.Series:
    """Return money in above zero: credits that stand below zero (what is owed shrinks) are still money in."""
    below, above = int((credits_ < 0).sum()), int((credits_ > 0).sum())
    return -credits_ if below > above else credits_


def with_flags(amounts: pl.Series, flags: pl.Series) -> Signed:
    """Return amounts with the sign of a flag column; flags beside signed amounts only check them."""
    ways = {flag: direction(flag) for flag in flags.unique().to_list()}
    if any(fold(flag) in _BOUGHT for flag in ways):  # on a card a payment comes in, on an account it goes out
        ways = {flag: 0 if fold(flag) in _KINDS else way for flag, way in ways.items()}
    if not any(ways.values()):
        return Signed(amounts=amounts)
    if other := _other_side(amounts, flags, ways):
        ways = {flag: way or other for flag, way in ways.items()}
    way = flags.replace_strict(ways, default=0, return_dtype=pl.Int8)
    frame = pl.DataFrame({"amount": amounts, "way": way})
    notes = (("info", _UNMARKED.format("in" if other > 0 else "out")),) if other else ()
    times = int(((frame["way"] < 0) & (frame["amount"] > 0)).sum())
    signed = int(((frame["way"] < 0) & (frame["amount"] < 0)).sum())
    if {fold(flag) for flag in ways} <= _KINDS and (amounts < 0).any() and (amounts > 0).any():
        return Signed(amounts=amounts)  # "Payment" on every row, and signs that differ: it names a kind, no direction
    back = int(((frame["way"] >= 0) & (frame["amount"] < 0)).sum())
    if times and back and not signed and not ((frame["way"] >= 0) & (frame["amount"] > 0)).any():
        return Signed(amounts=-amounts, marked=True)  # a card's view: what is owed grows and shrinks
    if times > signed or (not signed and not (frame["amount"] < 0).any()):
        wrong = pl.when((pl.col("way") == 0) & (pl.col("amount") != 0)).then(pl.lit("does not say in or out"))
        if signed:
            odd = (pl.col("way") < 0) & (pl.col("amount") < 0)
            wrong = pl.when(odd).then(pl.lit("is negative and marked as money out as well")).otherwise(wrong)
        value = pl.when(pl.col("way") < 0).then(-pl.col("amount")).otherwise(pl.col("amount"))
        found = frame.select(amount=value.cast(amounts.dtype), wrong=wrong)
        return Signed(amounts=found["amount"], wrong=found["wrong"], notes=notes, marked=True)
    amount, way = pl.col("amount"), pl.col("way")
    against = ((amount < 0) & (way > 0)) | ((amount > 0) & (way < 0))
    wrong = frame.select(pl.when(against).then(pl.lit("has a sign that its in/out column contradicts"))).to_series()
    return Signed(amounts=amounts, wrong=wrong, marked=True)


_UNMARKED = "Rows without a mark were taken as money {}, because only the other side is marked in this file"


def _other_side(amounts: pl.Series, flags: pl.Series, ways: dict[str, int]) -> int:
    """Return the direction of rows without a mark where all marks say the same, and no amount has a sign; else 0."""
    marks = [flag for flag in ways if flag.strip()]
    said = {ways[flag] for flag in marks}
    if (
        len(marks) == len(ways)
        or len(said) != 1
        or not all(is_plain(flag) or fold(flag) in {"c", "d"} for flag in marks)
    ):
        return 0
    return 0 if (amounts < 0).any() else -said.pop()


def marks_behind(amounts: pl.Series, cells: pl.Series) -> pl.Series | None:
    """Return what stands behind amounts of which only some are marked, as money in ("12.00 CR"); None where none is."""
    if (amounts < 0).any():
        return None
    marks = cells.str.extract(r"(?i)\d\s*(CR)\.?\s*$").fill_null("")
    return marks if (marks != "").any() else None


def by_kinds(amounts: pl.Series, kinds: pl.Series) -> Signed | None:
    """Return amounts with the signs of their kinds ("Card Purchase", "Direct Deposit") where all have one, or None."""
    ways = {kind: direction_in(kind) for kind in kinds.unique().to_list()}
    if set(ways.values()) != {-1, 1} or (amounts < 0).any():
        return None
    way = kinds.replace_strict(ways, default=0, return_dtype=pl.Int8)
    signed = pl.select(pl.when(way < 0).then(-amounts).otherwise(amounts)).to_series()
    return Signed(amounts=signed.cast(amounts.dtype), notes=(("info", _KINDS_TELL),), marked=True)


def by_steps(amounts: pl.Series, evidence: Evidence) -> Signed | None:
    """Return amounts without any sign with those of the balance's steps, where it moves both ways by them; else None.

    Whether the oldest row is in or out no step tells.
    """
    if evidence.balances is None or evidence.groups.n_unique() > 1 or (amounts < 0).any():
        return None
    sides = (evidence.balances.diff(), evidence.balances - evidence.balances.shift(-1))
    steps = max(sides, key=lambda one: int((one.abs() == amounts).sum()))
    told = (steps.abs() == amounts).fill_null(value=False) & (amounts != 0)
    ways = {int(way) for way in steps.filter(told).sign().unique().to_list()}
    if ways != {-1, 1} or int(told.sum()) < max(2, 0.9 * (amounts.len() - 1)):
        return None
    frame = pl.DataFrame({"amount": amounts, "step": steps, "told": told})
    found = frame.select(
        amount=pl.when("told").then("step").otherwise("amount").cast(amounts.dtype),
        wrong=pl.when(~pl.col("told") & (pl.col("amount") != 0)).then(pl.lit("has no balance before it that tells")),
    )
    return Signed(amounts=found["amount"], wrong=found["wrong"], notes=(("info", _STEPS_TELL),), marked=True)


_STEPS_TELL = "Money in and out were told by the steps of the balance, for no amount has a sign"
_KINDS_TELL = "Money in and out were told by the kinds of booking, for no amount has a sign"


def settle(amounts: pl.Series, evidence: Evidence) -> Signed:
    """Return amounts of one column whose sign nothing marks: by balance, by words, by card; or say that it is open."""
    moved = amounts.drop_nulls()
    moved = moved.filter(moved != 0)
    if moved.is_empty():
        return Signed(amounts=amounts)
    above = int((moved > 0).sum())
    mixed = 0 < above < moved.len()
    by_balance = _by_balance(amounts, evidence)
    if by_balance < 0:
        return _turned(amounts, "the balance falls by them")
    if by_balance and not evidence.card:
        return Signed(amounts=amounts)
    turned, kept = (0, above) if evidence.shop else _votes(amounts, evidence)
    if evidence.card and not (by_balance and not turned) and _is_debt(above / moved.len(), turned, kept, moved.len()):
        return _turned(amounts, "its columns are those of a card and most are positive")
    least = 1 if not kept and above >= 0.6 * moved.len() else max(2, 0.3 * moved.len())
    if mixed and not by_balance and turned > 2 * kept and turned >= least:
        return _turned(amounts, "purchases are positive in this file")
    if mixed and not by_balance and _is_open(above, moved.len(), kept, evidence):
        return Signed(amounts=amounts, notes=(("warning", _MOSTLY),))
    if by_balance or mixed or not above:
        return Signed(amounts=amounts)
    return _all_positive(amounts, turned, kept, evidence)


def _is_debt(above: float, turned: int, kept: int, rows: int) -> bool:
    """Say whether a card's list tells what is owed: purchases above zero, by its texts or because most stand there."""
    return turned > kept or (above >= 0.6 and (turned == kept or kept < max(2, 0.3 * rows)))


def _is_open(above: int, rows: int, kept: int, evidence: Evidence) -> bool:
    """Say whether so many amounts are positive that it may be a list of what was spent, and few texts speak against it.

    On an account money comes in rarely, on a card hardly ever.
    """
    if kept >= 0.3 * rows:
        return False
    if evidence.account:
        return not kept and rows >= 4 and above >= 0.75 * rows
    return above >= (0.5 if evidence.card else 0.6) * rows


def _all_positive(amounts: pl.Series, turned: int, kept: int, evidence: Evidence) -> Signed:
    if turned > kept:
        return _turned(amounts, "every amount is positive and the texts are those of purchases", "warning")
    if kept:
        return Signed(amounts=amounts, notes=(("warning", _ALL_IN.format("texts are those of money that came in")),))
    if evidence.account:
        return Signed(amounts=amounts, notes=(("warning", _ALL_IN.format("columns are those of an account")),))
    return _turned(amounts, "every amount is positive, as in lists of what was spent; nothing else tells", "warning")


_MOSTLY = (
    "Most amounts are positive and nothing tells whether that is money in or out: taken as money in. "
    "If it is money out, say so with a minus before the column, as in --columns amount=-4"
)
_ALL_IN = (
    "Every amount is positive and the {}: taken as money in. "
    "If it is money out, say so with a minus before the column, as in --columns amount=-4"
)


def _turned(amounts: pl.Series, why: str, severity: str = "info") -> Signed:
    what = f"Positive amounts were taken as money out, because {why}. If that is wrong, say --columns amount=+N"
    return Signed(amounts=-amounts, notes=((severity, what),))


def _by_balance(amounts: pl.Series, evidence: Evidence) -> int:
    """Return 1 where the balance moves with the amounts, -1 where it moves against them, 0 where it tells nothing."""
    if evidence.balances is None:
        return 0
    along = runs_of(amounts, evidence.balances, evidence.groups)
    if along.share >= 0.9:
        return 1
    against = runs_of(-amounts, evidence.balances, evidence.groups)
    if max(along.share, against.share) < 0.5 or along.matches == against.matches:
        return 0
    return 1 if along.matches > against.matches else -1


def _votes(amounts: pl.Series, evidence: Evidence) -> tuple[int, int]:
    """Count rows whose text speaks against their sign (purchases above zero, payments received below) and for it.

    On a card a payment is one of its owner's, so it comes in.
    """
    lower = evidence.texts.str.to_lowercase()
    income = lower.str.contains_any(list(INCOME))
    if evidence.card:
        income |= lower.str.contains(
            r"(?:^|\x1f)\s*(?:online |mobile |automatic )?(?:payment|paiement|pago|zahlung|betaling)\b"
        )
    spending = lower.str.contains_any(list(SPENDING)) & ~income
    above, below = amounts > 0, amounts < 0
    turned = int((spending & above).sum()) + int((income & below).sum())
    kept = int((spending & below).sum()) + int((income & above).sum())
    return turned, kept
