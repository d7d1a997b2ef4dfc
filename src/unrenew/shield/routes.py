"""The pages, buttons and ways of cancelling in a guide, and the facts."""

import re
from collections.abc import Iterator

from unrenew.model.contacts import Claim
from unrenew.model.providers import Channel, Fact, Provider
from unrenew.shield.cleaning import tidy
from unrenew.shield.sources import claim_of

_QUOTED = r"[“\"'‘„«]\s?(?P<a>[^”\"'’“»\n]{3,40}?)\s?[”\"'’“»]|\*\*(?P<b>[^*\n]{3,40})\*\*"
_NAMED = re.compile(
    r"(?i:go to|open|select|choose|click|tap|under the|visit|find|press|öffnen|öffne|klicken|klicke|wählen|wähle"
    r"|tippen|gehen|gehe"
    r"|ouvrez|cliquez|choisissez|sélectionnez|allez|abra|abre|haz clic|haga clic|selecciona|seleccione|elige|ve|pulsa"
    r"|clique|toque"
    r"|selecione|acesse|apri|clicca|seleziona|vai|scegli|tocca|klik|kies|selecteer|ga)\s+"
    r"(?i:on |the |your |to |sie |auf |zu |zum |zur |unter |sur |dans |à |a |en |em |su |op |naar )*"
    rf"(?:{_QUOTED}"
    r"|(?P<c>(?:[A-Z][\w-]{1,30}\s?){1,4}(?:or [A-Z]\w+ )?(?=tab|page|section|menu|button)))"
)
_WORD = re.compile(r"[^\W_]+")
_SAME = {
    "memberships": "membership",
    "subscriptions": "subscription",
    "licenses": "license",
    "licences": "license",
    "plans": "plan",
    "autorenew": "renewal",
    "renew": "renewal",
    "automatic": "auto",
    "turned": "turn",
}
_PLACES = frozenset({"membership", "subscription", "license", "plan"})
_DROP = frozenset(
    "or my the your a an to of and or in on is it says that form panel under page tab option button next now".split()
)
_LONGEST_NAME = 40

_CANCEL = re.compile(
    r"(?<!\w)(?:cancel\w*|end (?:it|your|the)|terminat\w*|quit|kündig\w*|résili\w*|annul\w*|cancela\w*|cancele"
    r"|disdi\w*|disdett\w*"
    r"|dar de baja|darse de baja|opzeg\w*|zeg\w* \w+ op|wypowied\w*|zrezygn\w*|säg\w* upp|opsig\w*|si\w* opp)(?!\w)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[^\n.!?|•]+")
_NOT = re.compile(
    r"(?<!\w)(?:not|never|cannot|no|\w+n['’]t|nicht|kein\w*|nie|pas|jamais|nunca|não|non|niet|geen|nooit|inte"
    r"|ikke)(?!\w)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?<!\w)(?:banks?|cards?|scam\w*|fraud\w*|no need|(?:not|n['’]t) (?:have|need) to|needn['’]t|not necessary"
    r"|unnecessary|betrüg\w*|nicht nötig"
    r"|(?:müssen|musst|brauchen|brauchst) nicht|banques?|arnaque\w*|escro\w*|pas besoin|pas nécessaire|bancos?"
    r"|tarjetas?|estaf\w*|no hace falta"
    r"|no (?:es necesario|necesit\w+|tienes que)|golpe\w*|não (?:é necessário|precisa\w*)|cartão|banca|truff\w*|non"
    r" (?:serve|è necessario|devi)"
    r"|oplicht\w*|hoef\w* niet|niet nodig)(?!\w)",
    re.IGNORECASE,
)
"""Not about cancelling with the provider, or only that it is not needed."""
_COMMA = re.compile(r"[,;()]")
_IF = re.compile(r"(?<!\w)(?:if|when|wenn|falls|si|cuando|se|als|jeśli|om|hvis)(?!\w)", re.IGNORECASE)
_LONGEST = 1500
"""Characters of a sentence that are read."""
_MEANS: tuple[tuple[str, str, str], ...] = (
    (
        "phone",
        (
            r"(?:by|over the|via|per) (?:tele)?phone|telefonisch\w*|per telefon|par téléphone|por teléfono|por telefone"
            r"|per telefono"
            r"|telefonicamente|przez telefon|telefonicznie|på telefon|via telefon"
        ),
        r"\b(?:by|in)\b[^;.]{0,40}\bphone\b|\bphone-|-phone\b",
    ),
    (
        "letter",
        (
            r"(?:by|certified|registered|written) (?:letter|mail|post)|(?:send|write|mail|post) (?:them |us )?a (?:\w+"
            r" )?letter|in writing"
            r"|per (?:brief|post|einschreiben)|schriftlich|par (?:courrier|lettre)|lettre recommandée|por (?:carta"
            r"|correo"
            r" certificado)"
            r"|burofax|per (?:raccomandata|lettera)|per brief|schriftelijk|aangetekende brief|listem|listownie|via brev"
            r"|per brev"
        ),
        r"\bletter\b|in writing|\bpost\b",
    ),
    (
        "chat",
        (
            r"(?:in|by|via|through|over|per|im|par|por|tramite) (?:the |el |le |den |o |a |la )?(?:live |en vivo "
            r"|online"
            r" )?chat\w*|live ?chat"
        ),
        r"\bchat\b",
    ),
    (
        "mail",
        (
            r"by e-?mail|via e-?mail|per e-?mail|par (?:e-?mail|courriel)|por (?:correo electrónico|e-?mail)|via mail"
            r"|przez e-?mail"
        ),
        r"\bby\b[^;.]{0,40}\b(?:e-?)?mail\b|\bmail [\w.+-]+@|\bphone, mail\b",
    ),
    (
        "in person",
        (
            r"in person|front desk|at (?:the|your) (?:club|gym|desk|reception)|persönlich|vor ort|à l'accueil|sur place"
            r"|en persona"
            r"|en recepción|pessoalmente|di persona|alla reception|aan de balie|osobiście|personligen|i receptionen"
        ),
        r"front desk|in person|at the (?:club|gym|desk)|in the club",
    ),
    (
        "app",
        (
            r"in the (?:\w+ )?app(?!\s?store)|through the app|in der app|dans l['’]appli\w*|en la app|no app|no"
            r" aplicativo"
            r"|nell['’]app|in de app|w aplikacji"
            r"|i appen"
        ),
        r"\bin the app\b|\bopen the app\b",
    ),
)
_FINDS = tuple(
    (name, re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE), re.compile(known, re.IGNORECASE))
    for name, said, known in _MEANS
)
_NOT_THERE = re.compile(r"\b(?:not|cannot|never)\b[^;.]{0,60}", re.IGNORECASE)


def plain_words(name: str) -> list[str]:
    """Return the telling words of a button or a status, those that mean the same as one."""
    plain = name.lower().replace("auto-renewal", "auto renewal").replace("auto-renew", "auto renewal")
    return [_SAME.get(match[0], match[0]) for match in _WORD.finditer(plain) if match[0] not in _DROP]


def page_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold the names of pages and buttons against the words of the directory's steps."""
    for match in _NAMED.finditer(text):
        name = tidy(match["a"] or match["b"] or match["c"])
        wanted = set(plain_words(name))
        if wanted and len(name) <= _LONGEST_NAME and wanted != set(plain_words(provider.name)):
            yield _page_claim(name, wanted, provider)


def _page_claim(name: str, wanted: set[str], provider: Provider) -> Claim:
    rival: tuple[str, Fact] | None = None
    claim = f'a page or button "{name}"'
    for channel in provider.channels:
        for step in channel.steps:
            have = set(plain_words(step))
            if wanted <= have:
                return claim_of(claim, "page", "supported", name, step, channel)
            named = wanted <= _PLACES and not wanted & have and have & _PLACES
            if rival is None and named and step.lower().startswith("open"):
                rival = (step, channel)
    if rival is not None:
        return claim_of(claim, "page", "contradicted", name, rival[0], rival[1])
    return claim_of(claim, "page", "unknown", name, None, None)


def way_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold each means by which the guide says one can or cannot cancel against the provider's channels."""
    seen: set[tuple[str, bool]] = set()
    for sentence in _ENDS.finditer(text):
        clauses = [
            one
            for one in _COMMA.split(sentence[0][:_LONGEST])
            if not (_IF.search(one) and _NOT.search(one)) and not _ASIDE.search(one)
        ]
        if not any(_CANCEL.search(one) for one in clauses):
            continue
        for clause in clauses:
            denied = _NOT.search(clause) is not None
            for means, said, known in _FINDS:
                if said.search(clause) and (means, denied) not in seen:
                    seen.add((means, denied))
                    yield _way_claim(means, tidy(sentence[0][:240]), provider, known, denied=denied)


def _way_claim(means: str, says: str, provider: Provider, known: re.Pattern[str], *, denied: bool) -> Claim:
    claim = f"{'no ' if denied else ''}cancelling by {means}".replace("by in", "in").replace("by app", "in the app")
    channel, step = _channel_with(provider, means, known)
    if channel is not None:
        return claim_of(claim, "way", "contradicted" if denied else "supported", says, step, channel)
    channel, step = _channel_without(provider, means)
    if channel is not None:
        return claim_of(claim, "way", "supported" if denied else "contradicted", says, step, channel)
    return claim_of(claim, "way", "unknown", says, None, None)


def _channel_with(provider: Provider, means: str, known: re.Pattern[str]) -> tuple[Channel | None, str | None]:
    """Return the channel whose id or steps name the means, with the step."""
    for channel in provider.channels:
        if re.search(rf"(?:^|-){means.replace(' ', '-')}(?:-|$)", channel.id) and means != "mail":
            return channel, "; ".join(channel.steps[:2]) or channel.id
        for step in channel.steps:
            if known.search(step) and not _NOT_THERE.search(step):
                return channel, step
    return None, None


def _channel_without(provider: Provider, means: str) -> tuple[Channel | None, str | None]:
    """Return the channel whose note says that it cannot be done so, with the note."""
    for channel in provider.channels:
        part = _NOT_THERE.search(channel.note or "")
        if part and re.search(rf"\b{re.escape(means)}\b", part[0]):
            return channel, channel.note
    return None, None
