"""A text to its sentences and clauses, and of which provider each speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from unrenew.directory import Directory
from unrenew.model.providers import Provider
from unrenew.shield.brand_names import SELLERS
from unrenew.shield.cleaning import STARS
from unrenew.shield.lengths import Length, find_lengths
from unrenew.shield.product_names import family_of, find_brands

Speaker = Literal["own", "other", "both", "unsure"]

_STYLE = re.compile(rf"{STARS}|`+|~~|__+|[™®℠℗©]")
_SENTENCE = re.compile(r"(?<=[.!?。])[\"'”»)\]]{0,2}\s+|\s*\n\s*|;\s|•")
_CLAUSE = re.compile(
    r",\s|\||\s[-–—]{1,2}\s|—|[()]|(?<=[a-z]):\s(?=[^:]{60})|\s(?=(?:but|while|whereas|although|though|aber|sondern"
    r"|während|mais|tandis que"
    r"|alors que|pero|mientras|mentre|mas|enquanto|maar|terwijl|ale|men)\s)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|or|und|oder|et|ou|y|o|e|i|en|of|och|og|eller|oraz|lub)\s|,|/", re.IGNORECASE)
_UNLIKE = re.compile(
    r"\W*(?:unlike|in contrast|compared|as opposed|anders als|im (?:gegensatz|unterschied)|à la différence"
    r"|contrairement|a diferencia"
    r"|ao contrário|diferente|a differenza|in tegenstelling|w przeciwieństwie|till skillnad|i modsætning|i motsetning)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\W*(?:which|who|whose|that|with|where|que|qui|dont|che|die|der|das|dat|wat|mit|con|com|avec|met|donde|onde|dove"
    r"|wo|où|som)\s",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?<!\w)(?:(?:other|others|another|most|many|some|few|better|bad|good|similar|certain|such|competing|rival"
    r"|cheaper|serious) (?:\w+ ){0,2}?"
    r"(?:vpns?|services?|providers?|compan(?:y|ies)|vendors?|apps?|products?|brands?|gyms?|programs?|tools?"
    r"|antivirus\w*|ones)"
    r"|an? (?:\w+ )?(?:vpn|service|provider|company|vendor)(?= (?:that|which|with|who))|competition|competitors?"
    r"|rivals?"
    r"|(?:andere|viele|manche|bessere|meisten) (?:anbieter\w*|dienste\w*|firmen|vpn\w*|programme\w*|hersteller\w*)"
    r"|konkurren\w*|mitbewerb\w*"
    r"|(?:d['’]autres|certains|la plupart des) (?:vpn|services?|fournisseurs?|éditeurs?|marques?|sociétés|antivirus)"
    r"|concurren\w*"
    r"|(?:otr[oa]s|muchos|algunos|much[oa]s) (?:servicios?|proveedores|vpn|empresas|marcas|programas|antivirus)"
    r"|competencia|competidor\w*"
    r"|(?:altr[ie]|molti|alcuni) (?:servizi|fornitori|vpn|aziende|programmi|antivirus)|concorren\w*"
    r"|(?:outr[oa]s|muit[oa]s|algun[s]?) (?:serviços|fornecedores|vpns?|empresas|programas|antivírus)|concorrên\w*"
    r"|(?:andere|veel|sommige) (?:aanbieders|diensten|vpn\w*|bedrijven|programma\w*)|inn[ie] (?:dostawc\w*|usług\w*)"
    r"|andra (?:tjänster|leverantörer)|andre (?:tjenester|udbydere|leverandører))(?!\w)",
    re.IGNORECASE,
)
"""Other providers, without their names."""
_QUESTION = re.compile(r"\?[\"'”»)\]*]{0,3}\s*$")
_LETTER = re.compile(r"[^\W_]")
_LONGEST = 600
"""Characters of a sentence that are read together."""
_HEADING = 80
"""Characters of a line that may be a heading."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with at most one length of time in it; places are those in the sentence."""

    text: str
    speaker: Speaker
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, an item or a cell of a table, in its clauses."""

    text: str
    clauses: tuple[Clause, ...]
    is_question: bool
    begins: bool
    """It begins a paragraph or a line."""


def find_sentences(text: str, provider: Provider, directory: Directory) -> Iterator[Sentence]:
    """Yield the sentences of a guide to a provider, in order."""
    text = _STYLE.sub("", text)
    family = family_of(provider, directory)
    carried: Speaker = "own"
    under_other = False
    for part, begins in _parts(text):
        names = _named(part, family, directory)
        said = _of(names)
        heading = begins and len(part) < _HEADING and part.rstrip()[-1:] not in '.!?:;,”"'
        if heading:
            under_other = said == "other" if said else under_other and not part.lstrip().startswith("#")
        elif said in {"own", "both"}:
            under_other = False
        if said is None and begins:
            carried = "own"
        start: Speaker = "other" if under_other else "unsure" if carried == "other" else "own"
        yield Sentence(part, tuple(_clauses(part, names, start)), _QUESTION.search(part) is not None, begins)
        carried = said or carried


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each sentence, and whether it begins a line."""
    done = 0
    begins = True
    for match in _SENTENCE.finditer(f"{text}\n"):
        for at in range(done, match.start(), _LONGEST):
            part = text[at : min(at + _LONGEST, match.start())]
            if _LETTER.search(part):
                yield part, begins
                begins = False
        begins = begins or "\n" in match[0]
        done = match.end()


def _named(text: str, family: frozenset[str], directory: Directory) -> list[tuple[int, Speaker]]:
    """Return where a sentence names this provider or another one; who sells for others does not count."""
    return [
        (start, "own" if owners & family else "other")
        for start, _, owners in find_brands(text, directory)
        if owners & family or not any(directory.providers[one].kind in SELLERS for one in owners)
    ]


def _of(names: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    said: set[Speaker] = {one for _, one in names}
    if len(said) > 1:
        return "both"
    return next(iter(said), None)


def _clauses(text: str, names: Sequence[tuple[int, Speaker]], start: Speaker) -> Iterator[Clause]:
    lengths = list(find_lengths(text))
    speaker, unlike = start, False
    for at, to in _cuts(text, lengths):
        piece = text[at:to]
        said = _of([one for one in names if at <= one[0] < to]) or ("other" if _OTHERS.search(piece) else None)
        here = said or ("other" if unlike and _RELATIVE.match(piece) else speaker)
        length = next((one for one in lengths if at <= one.start < to), None)
        moved = None if length is None else replace(length, start=length.start - at, end=length.end - at)
        yield Clause(piece, here, moved)
        unlike = here == "other" and (unlike or _UNLIKE.match(piece) is not None)
        if not unlike:
            speaker = here


def _cuts(text: str, lengths: Sequence[Length]) -> Iterator[tuple[int, int]]:
    """Yield where the clauses of a sentence stand; a clause with two lengths is cut between them."""
    edges = [0, *[match.end() for match in _CLAUSE.finditer(text)], len(text)]
    last: Length | None = None
    cuts: list[int] = []
    for at, to in pairwise(edges):
        cuts.append(at)
        for length in [one for one in lengths if at <= one.start < to]:
            if last is not None and last.start >= at:
                between = _AND.search(text, last.end, length.start)
                cuts.append(between.end() if between else last.end)
            last = length
    yield from zip(cuts, [*cuts[1:], len(text)], strict=True)
