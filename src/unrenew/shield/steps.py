"""A guide and its verdicts to clean steps, mapped to the directory's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unrenew.directory import Directory
from unrenew.model.contacts import Claim, CleanGuide, Document, GuideStep
from unrenew.model.providers import Provider
from unrenew.model.ways import Way
from unrenew.shield.claims import find_claims
from unrenew.shield.cleaning import tidy, without_contacts
from unrenew.shield.contacts import find_contacts
from unrenew.shield.scenes import Scene
from unrenew.shield.verdicts import judge_all

_LONG = 50_000
"""Characters of a guide that are read again with its title."""
_STEP = re.compile(
    r"(?:step|schritt|étape|etape|paso|passo|stap|steg|trin|krok|adım|шаг|крок|vaihe|lépés|pasul|βήμα"
    r"|langkah|bước|चरण|步骤|ステップ|단계)"
    r"\s*\#?\s*(\d{1,2})\s*[:.)\]–—-]*\s*(.*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\*\*|#+\s*)?(\d{1,2})[.)]\s+(.*)")
_HEADING = re.compile(r"\s*(?:#{1,6}\s|\*\*[^*]+\*\*\s*$|={3,}|-{3,}\s*$)")
_ITEM = re.compile(r"\s*[-*•◦‣·✓✔♦◆▪➤➡]\s*\w")
_HEADING_LENGTH = 120
_PLAIN = 4
"""Letters of names that are words of their own too."""
_BULLET = re.compile(r"^\s*(?:[-*•◦‣·✓✗✔✘♦◆▪➤➡]\s*)+")
_ACTS = re.compile(
    r"\b(?:sign in|log ?in|log on|go to|open|click|tap|select|choose|turn off|switch off|disable|cancel|confirm"
    r"|navigate|visit|contact|press|scroll|melden sie|öffnen|klicken|wählen"
    r"|connectez|ouvrez|cliquez|inicia|abre|haz clic"
    r"|selecciona|accedi|apri|clicca|selezion)\b",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"sign in|log ?in|log on|account dashboard|anmeld|connect|inicia ses|acced", re.IGNORECASE)
_REFUND = re.compile(r"refund|money[- ]back|erstatt|rembours|reembols|rimbors", re.IGNORECASE)
_CONTACT = re.compile(r"contact|support|customer service|chat|kundendienst|assistance", re.IGNORECASE)
_CANCEL = re.compile(r"cancel|turn off|auto-?renew|renewal|subscription|membership|kündig|résili", re.IGNORECASE)
_SIGNS = re.compile("^[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\\s]+")
MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Raw:
    """A step as the guide has it: its heading and its lines."""

    title: str
    lines: tuple[str, ...]


def read_guide(document: Document, directory: Directory, *, country: str | None = None) -> CleanGuide:
    """Return somebody's guide clean: its steps, what was removed, its claims held against the facts."""
    found = find_contacts(document.text)
    screening = judge_all(found, directory)
    scene = Scene(found, directory)
    provider = directory.providers.get(scene.subject) if scene.subject else None
    clean = without_contacts(document.text, screening)
    raw = _raw_steps(clean)
    ways = directory.steps(provider.id, country=country) if provider else ()
    claims: tuple[Claim, ...] = find_claims(clean, provider, directory, country=country)
    steps = [_corrected(step, claims) for step in _of_guide(raw, provider, ways)]
    steps += _of_directory(clean, provider, ways, directory, after=len(steps))
    return CleanGuide(
        title=_title(document, scene, directory),
        provider=provider.id if provider else None,
        steps=tuple(steps),
        removed=tuple(v for v in screening.verdicts if v.word != "official"),
        claims=claims,
    )


def _title(document: Document, scene: Scene, directory: Directory) -> str:
    """Return the title clean: read together with the text, which makes its contacts sure."""
    given = document.title or document.text[slice(*scene.title_span)]
    both = f"{given}\n\n{document.text[:_LONG]}"
    return tidy(without_contacts(both, judge_all(find_contacts(both), directory)).partition("\n\n")[0])


def _raw_steps(text: str) -> list[Raw]:
    """Return the steps: lines "Step 3: ...", else a numbered list, else the sentences that say to do something."""
    lines = text.splitlines()
    for pattern in (_STEP, _NUMBERED):
        found = _by_heading(lines, pattern)
        if len(found) >= 2:
            return found[:MOST_STEPS]
    bulleted = [tidy(_BULLET.sub("", line, count=1)) for line in lines if _ITEM.match(line)]
    if sum(_ACTS.search(line) is not None for line in bulleted) >= max(3, len(bulleted) / 2):
        return [Raw(line, ()) for line in bulleted if line][:MOST_STEPS]
    sentences = [one for line in _paragraphs(lines) for one in re.split(r"(?<=[.!?])\s+", tidy(line))]
    return [Raw(one, ()) for one in sentences if _ACTS.search(one) and len(one) < 400][:MOST_STEPS]


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Return lines put together to paragraphs, without headings: short lines that end like no sentence."""
    found: list[str] = []
    parts: list[str] = []
    for place, line in enumerate([*lines, ""]):
        plain = tidy(line)
        heading = plain and not parts and plain[-1] not in '.!?:;,”"' and len(plain) < _HEADING_LENGTH
        if heading and (place == 0 or not tidy(lines[place - 1]) or _HEADING.match(line)):
            continue
        if plain:
            parts.append(line)
        elif parts:
            found.append(" ".join(parts))
            parts = []
    return found


def _by_heading(lines: Sequence[str], pattern: re.Pattern[str]) -> list[Raw]:
    found: list[Raw] = []
    title: str | None = None
    body: list[str] = []
    number = 0
    ends = False  # a blank line ends a step that is a whole sentence
    for line in lines:
        match = pattern.search(line[:300]) if pattern is _STEP else pattern.match(line[:2000])
        if match and _is_next(match, number, line):
            if title is not None:
                found.append(Raw(title, tuple(body)))
            number = int(match[1])
            title, body = tidy(match[2]), []
        elif title is not None and (
            _HEADING.match(_SIGNS.sub("", line)) or (ends and tidy(line) and line[0] not in " \t")
        ):
            found.append(Raw(title, tuple(body)))
            title, body = None, []
        elif title is not None and tidy(line):
            body.append(tidy(_BULLET.sub("", line, count=1)))
        ends = pattern is _NUMBERED and title is not None and title[-1:] in ".!?" and not line.strip()
    if title is not None:
        found.append(Raw(title, tuple(body)))
    return found


def _is_next(match: re.Match[str], number: int, line: str) -> bool:
    """Tell whether a match begins a line and goes on with the numbers (a new list may begin at one)."""
    before = re.sub(r"[\W_]+", "", line[: match.start()])
    return not before and (int(match[1]) == number + 1 or int(match[1]) == 1 or number == 0)


def _of_guide(raw: list[Raw], provider: Provider | None, ways: Sequence[Way]) -> list[GuideStep]:
    texts = [(one, _written(one)) for one in raw]
    kept = [(one, text) for one, text in texts if text]
    return [
        GuideStep(n=number, text=text, origin="guide", url=_url(one, provider, ways))
        for number, (one, text) in enumerate(kept, 1)
    ]


def _corrected(step: GuideStep, claims: Sequence[Claim]) -> GuideStep:
    """Put what the facts say beside a refund term that they contradict: it must not be read without it."""
    for claim in claims:
        if claim.about == "refund_days" and claim.verdict == "contradicted":
            says = claim.guide_says.partition(": ")[2]
            if says and says in step.text and claim.facts_say:
                note = f" [contradicted: the facts say {claim.facts_say.partition(':')[0]}]"
                return GuideStep(
                    n=step.n, text=step.text.replace(says, says + note, 1), origin=step.origin, url=step.url
                )
    return step


def _of_directory(
    clean: str, provider: Provider | None, ways: Sequence[Way], directory: Directory, *, after: int
) -> list[GuideStep]:
    found = _forgotten(clean, ways, directory) if provider else []
    if provider and not after:
        own = next((way for way in ways if way.channel.cancel_url), None)
        first = [(step, own.channel.cancel_url) for step in own.steps] if own else []
        found = [*first, *found]
    return [
        GuideStep(n=number, text=text, origin="directory", url=url)
        for number, (text, url) in enumerate(found, after + 1)
    ]


def _written(raw: Raw) -> str:
    title = raw.title.rstrip(".:")
    body = " ".join(line if line[-1:] in '.!?:”"' else f"{line}." for line in raw.lines if line)
    return f"{title}. {body}".strip(". ") + "." if title and body else (title or body)


def _url(raw: Raw, provider: Provider | None, ways: Sequence[Way]) -> str | None:
    """Return the official address that belongs to a step, if the directory has one."""
    if provider is None:
        return None
    account = next((way.channel.cancel_url for way in ways if way.channel.cancel_url), None)
    help_page = next(
        (one.value for one in provider.contacts if one.kind == "page" and one.evidence == "official"), None
    )
    if _SIGN_IN.search(raw.title):
        return account or provider.homepage
    if _REFUND.search(raw.title):
        return next((one.source for one in provider.refunds if _is_official(one.evidence, one.source)), help_page)
    if _CONTACT.search(raw.title):
        return help_page
    return account if _CANCEL.search(raw.title) else None


def _is_official(evidence: str, source: str) -> bool:
    return evidence == "official" and source.startswith("https://")


def _forgotten(clean: str, ways: Sequence[Way], directory: Directory) -> list[tuple[str, str | None]]:
    """Return what the guide leaves out: the other ways of having bought, each with its own way out."""
    said = clean.lower()
    own = next((way for way in ways if way.channel.cancel_url), None)
    added: list[tuple[str, str | None]] = []
    for way in ways:
        seller = directory.providers.get(way.partner or "")
        if way is own or way.channel.id == "support" or (seller is not None and seller.status != "active"):
            continue
        name = seller.name.partition("(")[0].strip() if seller else way.channel.id.replace("-", " ")
        if any(one.lower() in said for one in (name, *(seller.aliases if seller else ())) if len(one) > _PLAIN):
            continue
        bought = f"If you bought it through {name}" if seller or "*" in way.channel.regions else "For customers"
        where = "" if "*" in way.channel.regions else f" in {', '.join(way.channel.regions)}"
        added.append((f"{bought}{where}: {'; '.join(way.steps[:4])}", way.channel.cancel_url))
    return added
