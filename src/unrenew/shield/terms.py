"""The refund terms in a guide's clauses: how long, of what, in which case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

import unrenew.shield.denial_words as denials
import unrenew.shield.policy_words as words
from unrenew.directory import Directory
from unrenew.model.providers import Provider
from unrenew.shield.clauses import Clause, Sentence, find_sentences
from unrenew.shield.cleaning import tidy
from unrenew.shield.lengths import Length
from unrenew.shield.product_names import names_of, words_of

Kind = Literal["window", "none", "after", "payout"]
Scope = Literal["first-purchase", "renewal", "both"]

_MOST_PAYOUT = 20
"""Days that money may be on its way: longer ones are surely a window in which one asks."""
_LONGEST_WINDOW = 190
"""Days in which any provider gives money back."""
_MOST = 100
"""Sentences on refunds that are read."""
_SHORT = 60
"""Characters of a sentence that only adds to the one before it."""
_COUNTRIES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{names})(?!\w)"), country)
    for names, country in (
        (
            (
                r"EU|EEA|European Union|Europe|EWR|Europäischen? Union|Union européenne|Unión Europea|União Europeia"
                r"|Unione Europea"
            ),
            "EU",
        ),
        (
            (
                r"USA?|U\.S\.|United States|American? (?:customers|users)|Vereinigten Staaten|États-Unis|Estados Unidos"
                r"|Stati Uniti"
            ),
            "US",
        ),
        (r"UK|U\.K\.|United Kingdom|Great Britain|Britain|Großbritannien|Royaume-Uni|Reino Unido|Regno Unito", "GB"),
        (r"Germany|Deutschland|Allemagne|Alemania|Alemanha|Germania|Duitsland", "DE"),
        (r"France|Frankreich|Francia|França|Frankrijk", "FR"),
        (r"Spain|Spanien|Espagne|España|Espanha|Spagna|Spanje", "ES"),
        (r"Italy|Italien|Italie|Italia|Itália|Italië", "IT"),
        (r"Netherlands|Niederlande[n]?|Pays-Bas|Países Bajos|Holanda|Paesi Bassi|Nederland", "NL"),
        (r"Austria|Österreich|Autriche", "AT"),
        (r"Switzerland|Schweiz|Suisse|Suiza|Svizzera|Suíça", "CH"),
        (r"Canada|Kanada|Canadá", "CA"),
        (r"Quebec|Québec", "CA-QC"),
        (r"Australia|Australien|Australie", "AU"),
        (r"Brazil|Brasilien|Brésil|Brasil|Brasile", "BR"),
        (r"Mexico|México", "MX"),
        (r"Portugal", "PT"),
        (r"Poland|Polen|Polska|Polsce", "PL"),
        (r"Sweden|Schweden|Sverige", "SE"),
        (r"Turkey|Türkei|Türkiye", "TR"),
        (r"Japan", "JP"),
        (r"Hong Kong", "HK"),
        (r"India|Indien", "IN"),
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a guide says of refunds.

    `window`: so long one may ask; `none`: no refund; `after`: none from then on; `payout`: how long the money takes.
    `is_denied`: the guide says that it is not so. `is_sure`: said plainly enough that a fact may contradict it.
    """

    kind: Kind
    says: str
    low: int = 0
    high: int = 0
    days: int = 0
    is_denied: bool = False
    is_sure: bool = True
    plan: str | None = None
    scope: Scope | None = None
    country: str | None = None
    is_elsewhere: bool = False
    is_part: bool = False
    """Only about the unused rest of a term."""


def find_terms(text: str, provider: Provider, directory: Directory) -> Iterator[Term]:
    """Yield what a guide says of this provider's refunds; questions, other brands' terms and what happened to somebody
    are left out. A sentence that comes again is not read again, and no guide has more than `_MOST` that count.
    """
    if words.REFUND.search(text) is None:
        return
    sentences = list(find_sentences(text, provider, directory))
    read: set[str] = set()
    topic = False
    for sentence, after in zip(sentences, [*sentences[1:], None], strict=True):
        about = words.REFUND.search(sentence.text) is not None
        has_length = any(one.length for one in sentence.clauses)
        goes_on = topic and has_length and len(sentence.text) <= 2 * _SHORT
        topic = (about and not has_length) or goes_on
        if sentence.is_question or sentence.text in read or not (about or goes_on):
            continue
        read.add(sentence.text)
        if words.PERSONAL.search(sentence.text) is None:
            yield from _terms(sentence, provider, directory, is_near=not about, wrong=_called_wrong(sentence, after))
        if len(read) >= _MOST:
            return


def _called_wrong(sentence: Sentence, after: Sentence | None) -> tuple[int, int]:
    """Return from where to where a sentence, or the short one after it, calls wrong what it tells; (0, 0): nowhere."""
    match = denials.WRONG.search(sentence.text)
    if match:
        if any(denials.WRONG.search(one.text) and words.IF.search(one.text) for one in sentence.clauses):
            return 0, 0
        forward = denials.FORWARD.match(sentence.text, match.end())
        return (match.end(), len(sentence.text)) if forward else (0, match.start())
    if after is None or after.begins or len(after.text) > _SHORT or any(one.length for one in after.clauses):
        return 0, 0
    wrong = denials.WRONG.search(after.text) is not None and words.REFUND.search(after.text) is None
    return (0, len(sentence.text)) if wrong else (0, 0)


def _turned(term: Term) -> Term:
    """Return a term as denied; one that was denied already is not understood."""
    if term.is_denied or term.kind != "window":
        return replace(term, is_sure=False, is_elsewhere=True)
    return replace(term, is_denied=True)


def _terms(
    sentence: Sentence, provider: Provider, directory: Directory, *, is_near: bool, wrong: tuple[int, int]
) -> Iterator[Term]:
    says = tidy(sentence.text[:240]).rstrip(".")
    plain: list[_Reading] = []
    for clause in sentence.clauses:
        plain.append(_Reading(clause, sum(len(one.text) for one in plain)))
    told = words.HEARSAY.search(sentence.text) is not None
    told = told or ("|" in sentence.text and sum(one.length is not None for one in sentence.clauses) > 1)
    spent = False
    for place, one in enumerate(plain):
        term = None if one.clause.speaker == "other" else _of_length(one, place, plain, says, is_near=is_near)
        if term is not None:
            spent = spent or term.is_denied or term.kind == "after"
            term = _placed(term, one, place, plain, directory)
            is_wrong = wrong[0] <= one.at + len(one.before) < wrong[1]
            if is_wrong and term.kind != "payout":
                yield _turned(term)
            else:
                yield replace(term, is_sure=False) if told or (wrong[1] and term.is_denied) else term
    for one in plain:
        lonely = one.clause.length is None or one.subject == "trial"
        if one.denies and not spent and lonely and one.clause.speaker != "other":
            none = _of_denial(one, sentence, says, provider)
            yield _turned(none) if wrong[1] else none


class _Reading:
    """A clause and what kinds of words are in it, each looked for once it is asked for."""

    def __init__(self, clause: Clause, at: int) -> None:
        self.clause = clause
        self.at = at
        self.text = clause.text
        self.has_refund = words.REFUND.search(clause.text) is not None
        self.denies = self.has_refund and denials.DENIED.search(clause.text) is not None
        length = clause.length
        self.before = clause.text[: length.start] if length else clause.text
        self.after = clause.text[length.end :] if length else ""

    @cached_property
    def is_compound(self) -> bool:
        """Tell whether the length belongs to the refund: `30-day money-back guarantee`, `refund period of 30 days`."""
        near = " ".join(self.after.split()[:3])
        noun = self.has_refund and words.GUARANTEE.match(near) is not None
        if noun or words.COMPOUND.match(self.after):
            return words.PAYOUT.search(self.after[:40]) is None
        last = " ".join(self.before.split()[-7:])
        return words.GUARANTEE.search(last) is not None and words.REFUND.search(self.before) is not None

    @cached_property
    def is_anchored(self) -> bool:
        """Tell whether the days count from a purchase or a charge, or from nothing but the person's asking."""
        return words.ANCHOR.search(self.after) is not None or words.ASKED.search(self.before) is not None

    @cached_property
    def subject(self) -> str:
        """Return what the length in the clause is of: window, payout, trial, or something else."""
        length = self.clause.length
        if length is None:
            return "other"
        if length.working:
            return "payout"
        if words.STATUTE.search(self.text) or words.CADENCE.search(self.before):
            return "other"
        if self.is_compound:
            return "window"
        return "other" if self._is_plan(length) else self._loose_subject()

    def _is_plan(self, length: Length) -> bool:
        """Tell whether the length is that of a contract: `12-month`, `2 years' plan`."""
        hyphened = "-" in self.text[length.start : length.end] and length.low != length.high
        return hyphened or length.high > _LONGEST_WINDOW or words.PLAN_NAME.match(self.after) is not None

    def _loose_subject(self) -> str:
        """Return the subject of a length that stands for itself in the clause: the telling words come first."""
        if words.TRIAL.search(self.text) and not words.AFTER_TRIAL.search(self.text):
            return "trial"
        if words.OTHER.search(self.text) or words.BANK.search(self.text):
            return "payout" if words.PAYOUT.search(self.text) else "other"
        if self.is_anchored:
            return "window"
        if words.NOTICE.search(self.after) or words.NOTICE.search(self.before[-24:]):
            return "other"
        return "payout" if words.PAYOUT.search(self.text) else "window"


def _of_length(one: _Reading, place: int, plain: Sequence[_Reading], says: str, *, is_near: bool) -> Term | None:
    """Return what the length in a clause says of refunds, or None if it is of something else."""
    length = one.clause.length
    subject = one.subject
    if length is None or subject not in {"window", "payout"}:
        return None
    if subject == "payout":
        return Term("payout", says, length.low, length.high, length.days, is_sure=False)
    mate = one if one.has_refund or is_near else _mate(place, plain)
    if mate is None:
        return None
    term = Term("window", says, length.low, length.high, length.days, is_sure=not is_near and _is_sure(one, mate))
    if words.AFTER.search(one.before):
        return replace(term, kind="after") if mate.denies else None
    if mate is not one and mate.denies:
        return None
    contrast = denials.NOT.search(" ".join(one.before.split()[-2:])) is not None
    denied = one.denies or contrast or denials.CONTRARY.search(one.text) is not None
    return replace(term, is_denied=denied)


def _mate(place: int, plain: Sequence[_Reading]) -> _Reading | None:
    """Return the clause of the sentence whose refund a length in another one belongs to: the one before, else after."""
    for one in [*reversed(plain[:place]), *plain[place + 1 :]]:
        if one.has_refund:
            if words.PAYOUT.search(one.text) and not (words.OFFER.search(one.text) or one.clause.length):
                return None
            return one
    return None


def _is_sure(one: _Reading, mate: _Reading) -> bool:
    """Tell whether a window is told as a rule, and not as what happened, as hearsay or as the way of the money."""
    length = one.clause.length
    if length is None or one.clause.speaker in {"both", "unsure"} or mate.clause.speaker == "unsure":
        return False
    both = one.text if one is mate else f"{one.text} {mate.text}"
    if any(pattern.search(both) for pattern in (words.OTHER_PLAN, words.PAST, words.BANK, words.HEDGE)):
        return False
    if one.is_compound or one.is_anchored or length.high > _MOST_PAYOUT:
        return True
    return any(pattern.search(both) for pattern in (words.OFFER, words.MONTHLY, words.ANNUAL, words.RENEWAL))


def _of_denial(one: _Reading, sentence: Sentence, says: str, provider: Provider) -> Term:
    """Return "no refund"; where it is said on a condition or of something narrow, no fact contradicts it."""
    part = words.UNUSED.search(sentence.text) is not None
    case = Term("none", says, is_part=part, plan=_plan(one.text), scope=_scope(one.text))
    firm = (case.plan or case.scope or not words.NARROWED.search(one.text)) and _is_of_all(one.text, provider)
    unsure = (words.CONDITION, words.HEARSAY, denials.ACTION, words.PAST, words.HEDGE, denials.WE)
    loose = any(pattern.search(sentence.text) for pattern in unsure) or any(part.length for part in sentence.clauses)
    strange = any(pattern.search(sentence.text) for pattern in (words.OTHER_PLAN, words.TRIAL, words.OTHER))
    sure = bool(firm) and not (part or loose or strange) and one.clause.speaker == "own"
    return replace(
        case,
        is_sure=sure,
        country=_country(sentence.text),
        is_elsewhere=strange or words.ELSEWHERE.search(sentence.text) is not None,
    )


def _is_of_all(text: str, provider: Provider) -> bool:
    """Tell whether "not refunded" is said of all that is paid, and "no refunds" with nothing behind it that narrows"
    " it.
    """
    names = {word for name in names_of(provider) for word in words_of(name)}
    for match in denials.DENIED.finditer(text):
        before = set(words_of(text[: match.start()])) - names
        after = set(words_of(text[match.end() :])) - names
        if (denials.PASSIVE.search(match[0]) and not before <= denials.PAID) or not after <= denials.TAIL:
            return False
    return True


def _placed(term: Term, one: _Reading, place: int, plain: Sequence[_Reading], directory: Directory) -> Term:
    """Return a term with the plan, purchase, country and shop of its clause, or else of the one before it."""
    before = plain[place - 1].text if place and plain[place - 1].clause.length is None else ""
    near = f"{before} {one.text}"
    seller = words.ELSEWHERE.search(near) is not None or _shops(directory).search(near) is not None
    whole = " ".join(part.text for part in plain)
    return replace(
        term,
        country=_country(near) or _country(whole),
        is_elsewhere=term.is_elsewhere or seller,
        plan=_plan(one.text) or _plan(before),
        scope=_scope(one.text) or _scope(before),
    )


@lru_cache(maxsize=8)
def _shops(directory: Directory) -> re.Pattern[str]:
    """Return the pattern of the names of shops that sell for providers."""
    names = [re.escape(one.name) for one in directory.providers.values() if one.kind == "retailer"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names) or '(?!)'})(?!\w)")


def _plan(text: str) -> str | None:
    month, year = words.MONTHLY.search(text) is not None, words.ANNUAL.search(text) is not None
    if year and words.PAID_MONTHLY.search(text):
        return "annual-billed-monthly"
    if month and year:
        return "several"
    return "monthly" if month else "annual" if year else None


def _scope(text: str) -> Scope | None:
    if words.BOTH.search(text):
        return "both"
    renewal = words.RENEWAL.search(words.STOPPING.sub(" ", text)) is not None
    first = words.FIRST.search(text) is not None
    if renewal and first:
        return "both"
    return "renewal" if renewal else "first-purchase" if first else None


def _country(text: str) -> str | None:
    found = {country for pattern, country in _COUNTRIES if pattern.search(text)}
    return found.pop() if len(found) == 1 else None
