"""Raw descriptors to merchant, channel, provider and plan, in bulk:

fold each line once, look for every pattern at once (Aho-Corasick), and let the longest pattern win. A seller for
others (`PADDLE.NET* X`, `PAYPAL *X`) gives the merchant of record and the channel; X gives the provider.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from unrenew.model.providers import Descriptor, Provider

if TYPE_CHECKING:
    import polars as pl

SELLERS = frozenset({"billing-partner", "payment-service", "app-store", "platform"})
"""Kinds that take money for others: their names give the merchant, not the provider."""

START, END = "\x02", "\x03"
CUT_FROM = 14
"""Banks cut a descriptor at 14 to 25 characters; a pattern cut short counts at the end of lines this long."""
CUT_SHARE = 0.7
CUT_LETTERS = 6

LONG_NUMBER, LONG_NUMBER_AS = r"[0-9]{5,}", "00000"
"""References change with every charge and no pattern has one: without them few distinct lines are left to read."""

BOILERPLATE = (
    r"^(?:(?:POS|DEBIT|CREDIT|CARD|VISA|MASTERCARD|MAESTRO|PURCHASE|PAYMENT|RECURRING|CHECKCARD|CONTACTLESS|ONLINE|WEB|"
    r"DIRECT|DD|ACH|INTL|KARTENZAHLUNG|LASTSCHRIFT|SEPA|BASISLASTSCHRIFT|FOLGELASTSCHRIFT|EINZUG|ABBUCHUNG|PRELEVEMENT|"
    r"PRLV|CB|CARTE|ACHAT|PAIEMENT|COMPRA|PAGO|TARJETA|PAGAMENTO|CARTA|BETALING|INCASSO|BEA|KORTKOP|TO|AT|FROM|AUTH|"
    r"SQ|EN|DE|PAR|A|X?\d+)\s)+"
)
"""What banks put before the name; it goes only for patterns that must stand at the start."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pattern says of a line."""

    owner: str
    sells: bool
    channel: str | None
    plan: str | None
    weight: int


def fold(text: str) -> str:
    """Return a descriptor or pattern as it is compared: capitals, no accents, single spaces for all other marks.

    >>> fold("Google  *YouTubePrémium")
    'GOOGLE YOUTUBEPREMIUM'
    """
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("+", " PLUS ")).upper()
    return " ".join(re.sub(r"[^A-Z0-9]+", " ", re.sub(r"[\u0300-\u036f]", "", plain)).split())


def spellings(descriptor: Descriptor) -> Iterable[str]:
    """Return the literal texts that a pattern stands for in a prepared line."""
    pattern = fold(descriptor.pattern)
    if descriptor.match == "only":
        yield f"{START} {pattern} {END}"
        yield from (f"{START} {pattern} {digit}" for digit in "0123456789")
        return
    if descriptor.match == "digits":
        yield from (f" {pattern}{digit}" for digit in "0123456789")
        return
    if descriptor.match == "start":
        yield f"{START} {pattern} "
        return
    yield f" {pattern}" if descriptor.match == "stem" else f" {pattern} "


def cut_spellings(descriptor: Descriptor) -> Iterable[str]:
    """Return the ends of a line that are this pattern cut short by a bank."""
    if descriptor.match not in {"word", "stem"}:
        return
    pattern = fold(descriptor.pattern)
    for length in range(CUT_LETTERS, len(pattern)):
        if length >= CUT_SHARE * len(pattern) and pattern[length - 1] != " ":
            yield f" {pattern[:length]} {END}{END}"


class Matcher:
    """All patterns of a directory, ready to read lines."""

    def __init__(self, providers: Mapping[str, Provider]) -> None:
        self.providers = providers
        self.claims: dict[str, Claim] = {}
        for provider in providers.values():
            sells = provider.kind in SELLERS
            for descriptor in provider.descriptors:
                claim = Claim(
                    provider.id, sells, descriptor.channel, descriptor.plan, 2 * len(fold(descriptor.pattern))
                )
                for text in spellings(descriptor):
                    self._add(text, claim)
                for text in cut_spellings(descriptor):
                    self._add(text, Claim(provider.id, sells, claim.channel, claim.plan, claim.weight // 2 - 1))

    def _add(self, text: str, claim: Claim) -> None:
        known = self.claims.get(text)
        if known is None or known.weight < claim.weight:
            self.claims[text] = claim

    def match(self, descriptors: "pl.Series") -> "pl.DataFrame":
        """Return one row for each descriptor, in order: merchant, channel, provider, plan; null = not known."""
        import polars as pl

        lines = pl.DataFrame({"raw": descriptors.cast(pl.String)}).select(
            pl.col("raw").str.replace_all(LONG_NUMBER, LONG_NUMBER_AS)
        )
        found = _read(lines["raw"].drop_nulls().unique(), self.table)
        return lines.join(found, on="raw", how="left", maintain_order="left").select(
            "merchant", "channel", "provider", "plan"
        )

    @cached_property
    def table(self) -> "pl.DataFrame":
        """Return every spelling with what it says."""
        import polars as pl

        rows = [
            (text, claim.owner, claim.sells, self._channel_of(claim), claim.plan, claim.weight)
            for text, claim in self.claims.items()
        ]
        return pl.DataFrame(
            rows,
            schema={
                "pattern": pl.String,
                "owner": pl.String,
                "sells": pl.Boolean,
                "via": pl.String,
                "plan": pl.String,
                "weight": pl.Int32,
            },
            orient="row",
        ).with_columns(parent=pl.col("owner").replace_strict(self._parents(), return_dtype=pl.String))

    def _parents(self) -> dict[str, str]:
        return {provider.id: provider.parent or provider.id for provider in self.providers.values()}

    def _channel_of(self, claim: Claim) -> str | None:
        return claim.channel or (self.providers[claim.owner].channel or claim.owner if claim.sells else None)


def _prepared(raw: "pl.Expr") -> "pl.Expr":
    """Return lines ready for matching: the whole, what stands behind the bank's words, and what follows a `*`."""
    import polars as pl

    def folded(text: pl.Expr) -> pl.Expr:
        plain = text.str.replace_all("ß", "ss", literal=True).str.replace_all("+", " PLUS ", literal=True)
        plain = plain.str.normalize("NFKD").str.replace_all(r"\p{Mn}", "").str.to_uppercase()
        return plain.str.replace_all(r"[^A-Z0-9]+", " ").str.strip_chars()

    whole = folded(raw)
    behind = folded(raw.str.extract(r"\*\s*(?:\d{3,6})?(.+)$").fill_null(""))
    closing = pl.when(raw.str.len_chars() >= CUT_FROM).then(pl.lit(f" {END}{END}")).otherwise(pl.lit(f" {END}"))
    return pl.format(
        "{} {}{}{} {}{}{} {} {}",
        pl.lit(START),
        whole,
        closing,
        pl.lit(START),
        whole.str.replace(BOILERPLATE, ""),
        pl.lit(f" {END}"),
        pl.lit(START),
        behind,
        pl.lit(END),
    )


def _read(raw: "pl.Series", table: "pl.DataFrame") -> "pl.DataFrame":
    """Return the distinct lines that any pattern knows, with what the longest patterns say."""
    import polars as pl

    prepared = pl.DataFrame({"raw": raw.rename("raw")}).with_columns(text=_prepared(pl.col("raw")))
    hits = (
        prepared.select("raw", pattern=pl.col("text").str.extract_many(table["pattern"].to_list(), overlapping=True))
        .filter(pl.col("pattern").list.len() > 0)
        .explode("pattern", empty_as_null=True)
        .join(table, on="pattern")
        .sort("raw", "weight", "owner", descending=[False, True, False])
    )
    sellers = hits.filter("sells").group_by("raw", maintain_order=True).first()
    owners = hits.filter(~pl.col("sells")).group_by("raw", maintain_order=True).first()
    both = owners.join(sellers, on="raw", how="full", coalesce=True, suffix="_seller")
    related = (pl.col("parent") == pl.col("owner_seller")) | (pl.col("parent") == pl.col("parent_seller"))
    return both.select(
        "raw",
        merchant=pl.coalesce("owner_seller", "parent", "owner"),
        channel=pl.when(related | pl.col("owner_seller").is_null())
        .then(pl.lit("direct"))
        .otherwise(pl.col("via_seller")),
        provider="owner",
        plan=pl.coalesce("plan", "plan_seller"),
    )
