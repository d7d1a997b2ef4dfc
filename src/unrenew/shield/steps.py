"""A guide and its verdicts to clean steps, mapped to the directory's."""

import re
from collections.abc import Iterator, Sequence

from unrenew.directory import Directory
from unrenew.model.contacts import Claim, CleanGuide, Contact, Document, GuideStep, Span, Verdict, VerdictWord
from unrenew.model.providers import Provider
from unrenew.shield.blocks import TIME, split_blocks
from unrenew.shield.channels import Channels, Guided
from unrenew.shield.choices import Choice, Choices, choose
from unrenew.shield.claims import find_claims
from unrenew.shield.cleaning import marked, tidy, unmarked
from unrenew.shield.contacts import Found, find_contacts
from unrenew.shield.leftovers import find_leftovers
from unrenew.shield.numbering import country_code
from unrenew.shield.runs import find_runs
from unrenew.shield.scenes import Scene
from unrenew.shield.stumps import mended
from unrenew.shield.swindles import without_swindles
from unrenew.shield.verdicts import judge_all

_LONG = 50_000
"""Characters of a guide that are read again with its title."""
_LONGEST_GUIDE = 400_000
_LONGEST_TITLE = 110
_RANK: dict[VerdictWord, int] = {"official": 0, "unknown": 1, "planted": 2}
_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|:\s+(?=(?:step\s*)?1[.):])", re.IGNORECASE)


def read_guide(document: Document, directory: Directory, *, country: str | None = None) -> CleanGuide:
    """Return somebody's guide clean: its steps, what was removed, its claims held against the facts.

    What is judged is every source of the document; what is read as the guide is its text.
    """
    regions = (country,) if country and country_code(country) else ()
    text = document.text[:_LONGEST_GUIDE]
    found = find_contacts(text, regions)
    screening = judge_all(found, directory)
    loose = find_leftovers(found.folded.flat, _places(found))
    removed = _removed(document, [*screening.verdicts, *loose], directory, regions)
    scene = Scene(found, directory)
    provider = directory.providers.get(scene.subject) if scene.subject else None
    bad = {_key(v) for v in removed}
    taken = [v for v in screening.verdicts if v.word != "official" or _key(v) in bad] + loose
    whose = _foreign(screening.verdicts, provider, text, directory)
    chosen = choose(find_runs(split_blocks(marked(text, taken, whose))))
    claims: tuple[Claim, ...] = find_claims(unmarked(marked(text, taken)), provider, directory, country=country)
    title = _title(document, scene, directory, regions)
    honest, swindles = without_swindles(chosen.steps)
    steps = _steps(honest, claims, Channels(directory, provider, country, title))
    return CleanGuide(
        title=title,
        provider=provider.id if provider else None,
        steps=steps,
        removed=removed,
        claims=claims,
        notes=tuple(_notes(chosen, steps, document, swindles)),
    )


def _notes(chosen: Choices, steps: Sequence[GuideStep], document: Document, swindles: int) -> Iterator[str]:
    """Yield in words what is not shown, and why."""
    if swindles:
        yield f"{swindles} left out: remote control, codes told to somebody, cards as money are what swindlers ask for"
    if not chosen.steps:
        yield "no step was found in it" + ("; the directory's own steps are shown instead" if steps else "")
    yield from chosen.notes
    if len(document.text) > _LONGEST_GUIDE:
        yield f"steps were looked for in the first {_LONGEST_GUIDE:,} characters only"


def _places(found: Found) -> list[Span]:
    return [span for one in found.contacts for span in one.spans]


def _removed(
    document: Document, seen: Sequence[Verdict], directory: Directory, regions: tuple[str, ...]
) -> tuple[Verdict, ...]:
    """Return what is not official in all that is judged: the sources' own verdicts, and what only the text shows."""
    sources = document.sources or ((document.text,) if len(document.text) > _LONGEST_GUIDE else ())
    judged: list[Verdict] = []
    for source in sources:
        found = find_contacts(source, regions)
        judged += judge_all(found, directory).verdicts
        judged += find_leftovers(found.folded.seen, _places(found))
    known = {_key(v) for v in judged}
    return _worst([*judged, *(v for v in seen if _key(v) not in known)])


def _key(verdict: Verdict) -> tuple[str, str]:
    return verdict.contact.kind, verdict.contact.value


def _worst(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return each contact that is not official once, with its worst verdict."""
    found: dict[tuple[str, str], Verdict] = {}
    for verdict in verdicts:
        key = _key(verdict)
        known = found.get(key)
        if known is None or _RANK[verdict.word] > _RANK[known.word]:
            found[key] = verdict
    return tuple(one for one in found.values() if one.word != "official")


def _foreign(verdicts: Sequence[Verdict], provider: Provider | None, text: str, directory: Directory) -> dict[int, str]:
    """Return, by place, whose an official contact is that belongs to another provider than the guide's."""
    notes: dict[int, str] = {}
    for verdict in verdicts:
        owner = directory.providers.get(verdict.of or "")
        if verdict.word != "official" or owner is None or _belongs(owner, provider):
            continue
        if verdict.contact.kind == "url" and not _is_deep(verdict.contact, owner, text):
            continue
        what = {"phone": "number", "email": "address"}.get(verdict.contact.kind, "page")
        name = owner.plain_name
        for _, end in verdict.contact.spans:
            notes[end] = f" [{what} of {name}]"
    return notes


def _belongs(owner: Provider, provider: Provider | None) -> bool:
    if provider is None or owner.id == provider.id:
        return provider is not None
    family = {owner.parent or owner.id, owner.id} & {provider.parent or provider.id, provider.id}
    return bool(family) or any(channel.partner == owner.id for channel in provider.channels)


def _is_deep(contact: Contact, owner: Provider, text: str) -> bool:
    """Tell whether an address is a page within a site whose owner the guide does not even name."""
    path = contact.value.partition("://")[2].partition("/")[2]
    host = contact.value.partition("://")[2].partition("/")[0]
    named = owner.plain_name.lower() in text.replace(host, "").lower()
    return bool(path) and not named


def _title(document: Document, scene: Scene, directory: Directory, regions: tuple[str, ...]) -> str:
    """Return the title clean, cut at a word: read together with the text, which makes its contacts sure."""
    given = " ".join((document.title or document.text[slice(*scene.title_span)]).split())
    both = f"{given}\n\n{document.text[:_LONG]}"
    found = find_contacts(both, regions)
    taken = [v for v in judge_all(found, directory).verdicts if v.word != "official"]
    taken += find_leftovers(found.folded.flat, _places(found))
    title = mended(tidy(marked(both, taken).partition("\n\n")[0]))
    title = TIME.sub("", title)
    first = _FIRST_SENTENCE.split(title, maxsplit=1)[0].strip()
    if not first and scene.subject:
        return directory.providers[scene.subject].name
    if len(first) <= _LONGEST_TITLE:
        return first
    return first[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


# --- steps


def _steps(chosen: Sequence[Choice], claims: Sequence[Claim], channels: Channels) -> tuple[GuideStep, ...]:
    """Return the guide's steps with their official addresses, and behind them what it left out."""
    guided: list[Guided] = []
    steps: list[GuideStep] = []
    for one in chosen:
        text = _written(one)
        step = Guided(text=text, head=one.title, group=one.group)
        channels.map(step)
        guided.append(step)
        led = f"{one.lead}: {text}" if one.lead else text
        shown = channels.outdated(_corrected(led, claims))
        steps.append(GuideStep(n=len(steps) + 1, text=shown, origin="guide", url=step.url))
    for text, url in channels.missing(guided):
        steps.append(GuideStep(n=len(steps) + 1, text=text, origin="directory", url=url))
    return tuple(steps)


def _written(choice: Choice) -> str:
    """Return a step as one text: its heading, and its lines as sentences."""
    title = choice.title.rstrip(".:") if choice.lines else choice.title
    body = " ".join(line if line[-1:] in '.!?:”"。' else f"{line}." for line in choice.lines if line)
    if title and body:
        return f"{title}. {body}".strip(". ") + "."
    return (title or body).rstrip(".:;, ")


def _corrected(text: str, claims: Sequence[Claim]) -> str:
    """Put what the facts say beside a refund term that they contradict: it must not be read without it."""
    for claim in claims:
        if claim.about == "refund_days" and claim.verdict == "contradicted":
            says = claim.guide_says.partition(": ")[2]
            if says and says in text and claim.facts_say:
                return text.replace(
                    says, f"{says} [contradicted: the facts say {claim.facts_say.partition(':')[0]}]", 1
                )
    return text
