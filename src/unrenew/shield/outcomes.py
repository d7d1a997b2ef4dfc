"""What a guide says comes after cancelling, held against the facts."""

import re
from collections.abc import Iterator

from unrenew.directory import Directory
from unrenew.model.contacts import Claim
from unrenew.model.providers import Channel, Fact, Market, Provider
from unrenew.shield.cleaning import tidy
from unrenew.shield.offers import sentence_at
from unrenew.shield.product_names import words_of
from unrenew.shield.routes import plain_words
from unrenew.shield.sources import claim_of

_STATUS = re.compile(
    r"(?:status|changes? to|should (?:read|say|show)|will (?:read|show))[^\n]{0,120}\n"
    r"((?:[ \t]*[-*•✓✗✔✘📅]\s?[^\n]{1,200}\n?){1,4})",
    re.IGNORECASE,
)
_QUOTED_STATUS = re.compile(
    r"\b(?:status|page|account|renewal|subscription|membership|plan|screen|banner|seite|konto|abo|verlängerung|page"
    r"|compte|abonnement|état"
    r"|página|cuenta|estado|suscripción|assinatura|conta|stato|pagina|abbonamento)\b[^\n.\"“”„«»]{0,40}?\b(?:reads?"
    r"|shows?|says?|steht|zeigt"
    r"|anzeigt|lautet|indique|affiche|muestra|dice|mostra|mostrará|indica|toont|staat)\b"
    r"[^\n.\"“”„«»]{0,20}[\"“„«]\s?([^\n\"“”»]{3,60}?)\s?[\"”“»]",
    re.IGNORECASE,
)
_PLAIN_STATUS = re.compile(
    r"\bstatus (?:\w+ ){0,2}?(?:reads?|shows?|says?|changes? to|becomes?|as) (?:now"
    r" )?([A-Z][^\n.!?\"“”„«»]{2,40})(?=[.!?\n]|\Z)"
)
_END = (
    r"(?:until|till) (?:\w+ ){1,4}?(?:ends?|expires?|is over|runs out)(?!\w)|"
    r"(?:until|till|through|up to|to) (?:the )?(?:very )?(?:end of|expir|(?:your |the )?(?:plan|period|paid|next"
    r" billing))"
    r"|bis (?:zum|zu) (?:ende|ablauf|nächsten abrechnung)|(?:ende der|zum ende der) (?:laufzeit|bezahlten)"
    r"|jusqu['’](?:à|au|en) (?:la |le |votre )?(?:fin|terme|date)|hasta (?:el|la|que) (?:final|fin|termin|próxim)"
    r"|até (?:o|ao|que o?) ?(?:fim|final|término|próxim)|fino (?:alla|al) (?:fine|termine|prossim)"
    r"|tot (?:het|de|aan het) (?:einde|eind|volgende)|do końca|till slutet|indtil (?:slutningen|udløb)|til slutten|ut"
    r" perioden"
)
_ONCE = (
    r"at once|immediately|right away|instantly|straight ?away|same (?:day|moment)|sofort|umgehend|unverzüglich"
    r"|immédiatement|aussitôt|tout de suite|de inmediato|inmediatamente|al instante|enseguida|imediatamente|na hora"
    r"|de imediato"
    r"|subito|immediatamente|all'istante|meteen|onmiddellijk|direct|natychmiast|omedelbart|genast|straks|med det"
    r" samme|umiddelbart"
)
_ACCESS = (
    r"access\w*|service|protection|membership|subscription|premium|licen[cs]e|plan|stream\w*|watch\w*|listen\w*|use"
    r"|using"
    r"|zugang|zugriff|dienst|schutz|abo\w*|mitgliedschaft|nutz\w*|acc[èe]s\w*|abonnement|protection|profit\w*"
    r"|acceso|servicio|suscripci\w+|acesso|serviço|assinatura|accesso|servizio|abbonamento|toegang|dienst|lidmaatschap"
    r"|dostęp\w*|tillgång\w*|adgang\w*|tilgang\w*"
)
_STOPS = (
    r"ends?|stops?|lose|lost|expires?|terminat\w+|gone|cut off|revoked|verlier\w*|endet|erlischt|verfällt"
    r"|prend fin|perd\w*|cesse|s'arrête|pierd\w*|termina\w*|acaba|finaliza|perde\w*|encerra\w*|cessa|finisce"
    r"|stopt|eindigt|verlies\w*|vervalt|kończy|traci\w*|upphör|slutar|ophører|mister|opphører"
)
_KEEPS = (
    r"keep\w*|stays?|remain\w*|continu\w*|runs? on|can|still|last\w*|active|have|retain\w*|watch|use|listen|enjoy"
    r"|kannst|können|bleib\w*"
    r"|läuft|behält\w*|behalten|gard\w*|conserv\w*|reste\w*|pouvez|continue\w*|mantien\w*|mantén\w*|sig\w+|puede\w*"
    r"|podrás|mantém|mantêm"
    r"|continua\w*|pode|mant\w+|rimane|resta|puoi|houd\w*|behoud\w*|blijf\w*|kunt|kun|zacho\w*|behåll\w*|beholde\w*"
)
_ACCESS_WORD = re.compile(rf"(?<!\w)(?:{_ACCESS})(?!\w)", re.IGNORECASE)
_LOSES_WORD = re.compile(
    r"(?<!\w)(?:lose|loses|losing|lost|revoked|cut off|verlier\w*|perd\w*|pierd\w*|perde\w*|verlies\w*|traci\w*"
    r"|mister)(?!\w)",
    re.IGNORECASE,
)
_KEEPS_WORD = re.compile(rf"(?<!\w)(?:{_KEEPS})(?!\w)", re.IGNORECASE)
_STOPS_WORD = re.compile(rf"(?<!\w)(?:{_STOPS})(?!\w)", re.IGNORECASE)
_AT_ONCE = re.compile(rf"(?<!\w)(?:{_ONCE})(?!\w)", re.IGNORECASE)
_UNTIL_END = re.compile(rf"(?<!\w)(?:{_END})", re.IGNORECASE)
_NOT = re.compile(
    r"(?<!\w)(?:not|never|cannot|\w+n['’]t|without|nicht|kein\w*|nie|ne|n'\w+|pas|no|nunca|não|non|niet|geen|nooit"
    r"|nie|inte|ikke)(?!\w)",
    re.IGNORECASE,
)
_OTHER_CASE = re.compile(
    r"(?<!\w)(?:refund\w*|trials?|delet\w*|if|unless|sign in|log in|erstatt\w*|lösch\w*|wenn|falls|test\w*|probe\w*"
    r"|rembours\w*|essai|si"
    r"|supprim\w*|reembols\w*|prueba|elimin\w*|teste|se|rimbors\w*|prova|als|terugbeta\w*|proef\w*|jeśli|om"
    r"|hvis)(?!\w)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^\n.!?|•;]+(?=[\n.!|•;]|\Z)")
_ACTIVE = re.compile(r"(?<!\w)(?:active|aktiv|actif|active|activ[oa]|attiv[oa]|ativ[oa]|actief)(?!\w)", re.IGNORECASE)
_NEAR = 40
"""Characters between words that belong together."""
_THINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for name, words in (
        (
            "credits",
            r"credits?(?!\s?(?:cards?|scores?|notes?)\b)|guthaben|crédits?|créditos?|crediti|tegoed\w*|kredyty",
        ),
        ("files", r"files?|dateien|fichiers|archivos|arquivos|file|bestanden|recordings?|notes|playlists?"),
    )
)
_LOST = re.compile(
    r"(?<!\w)(?:lost|lose|loses|expires?|forfeit\w*|gone|vanish\w*|delet\w*|disappear\w*|verfall\w*|verfällt"
    r"|verlier\w*|verloren|gelöscht"
    r"|perd\w*|supprim\w*|expir\w*|pierd\w*|se eliminan|perde\w*|scad\w+|verlie\w*|verval\w*|verwijderd"
    r"|traci\w*)(?!\w)",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"(?<!\w)(?:stays?|keep|kept|remain\w*|retain\w*|still (?:there|valid|yours)|bleib\w*|behält\w*|behalten|erhalten"
    r"|rest\w+|gard\w*|conserv\w*"
    r"|se quedan|mantien\w*|permanec\w*|ficam|mant\w+|rimang\w*|restano|blijv\w*|behoud\w*|zosta\w*)(?!\w)",
    re.IGNORECASE,
)
_NOT_USED = re.compile(
    r"(?<!\w)(?:not|nicht|non|no|não|niet|nie|inte|ikke)\s(?:yet )?(?:used|genutzt\w*|verbraucht\w*|utilis\w*"
    r"|utiliz\w*|usad\w*|usat\w*|gebruik\w*|wykorzyst\w*)",
    re.IGNORECASE,
)


def status_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold what the page should read afterwards against the facts."""
    channel = next((one for one in provider.channels if one.success_status), None)
    lines = [line for match in _STATUS.finditer(text) for line in match[1].splitlines()]
    quoted = [match[1] for pattern in (_QUOTED_STATUS, _PLAIN_STATUS) for match in pattern.finditer(text)]
    for line in [*lines, *quoted]:
        says = tidy(line)
        wanted = set(plain_words(says))
        if not wanted or says.endswith(":") or "until" in wanted:
            continue
        have = set(plain_words(channel.success_status or "")) if channel else set[str]()
        good = channel is not None and len(wanted & have) * 3 >= len(wanted) * 2
        facts = channel.success_status if channel else None
        yield claim_of(f"the status reads: {says}", "status", "supported" if good else "unknown", says, facts, channel)


def access_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold until when the guide says that the service runs on against the facts: to the end of the term, or not."""
    facts = [one for one in provider.channels if one.access_until]
    seen: set[bool] = set()
    for sentence in _SENTENCES.finditer(text):
        runs_on = _runs_on(sentence[0])
        if runs_on is not None and runs_on not in seen:
            seen.add(runs_on)
            yield _access_claim(sentence[0], facts, runs_on=runs_on)


def _runs_on(sentence: str) -> bool | None:
    """Tell whether a sentence says that the service runs on; None: it says nothing of it."""
    until, once, access = (pattern.search(sentence) for pattern in (_UNTIL_END, _AT_ONCE, _ACCESS_WORD))
    denied = _NOT.search(sentence) is not None
    if until is not None:
        about = (access and _KEEPS_WORD.search(sentence)) or _ACTIVE.search(sentence)
        return True if about and not denied else None
    if once is None or access is None:
        return None
    return denied if _LOSES_WORD.search(sentence) or _stops(sentence, access, once) else None


def _stops(sentence: str, access: re.Match[str], once: re.Match[str]) -> bool:
    """Tell whether the service is what stops, and at once: `access ends immediately`."""
    stops = _STOPS_WORD.search(sentence, access.end(), access.end() + _NEAR)
    return stops is not None and abs(stops.start() - once.start()) < _NEAR


def _access_claim(sentence: str, facts: list[Channel], *, runs_on: bool) -> Claim:
    fact = facts[0] if facts else None
    kinds = {_ends(one) for one in facts}
    wanted = "end" if runs_on else "once"
    if kinds == {wanted}:
        verdict = "supported"
    elif kinds in ({"end"}, {"once"}) and _OTHER_CASE.search(sentence) is None:
        verdict = "contradicted"
    else:
        verdict = "supported" if fact and wanted == _ends(fact) else "unknown"
    if _OTHER_CASE.search(sentence) and not runs_on:
        verdict = "unknown"
    claim = "the service runs on to the end of the paid term" if runs_on else "the service ends at once"
    says = (
        "access lasts to the end of the paid period"
        if fact and _ends(fact) == "end"
        else fact.access_until
        if fact
        else None
    )
    return claim_of(claim, "access", verdict, tidy(sentence[:240]), says, fact)


def _ends(channel: Channel) -> str:
    """Return `end` for a term that is paid to its end, `once`, or another answer of the facts."""
    until = channel.access_until or ""
    if re.search(r"at once", until):
        return "once" if until.startswith("at once") else "either"
    return "end" if until.startswith("period-end") else until


def credit_claims(text: str, provider: Provider) -> Iterator[Claim]:
    """Hold what the guide says becomes of credits and files against what the facts say of them."""
    for name, thing in _THINGS:
        for sentence in _SENTENCES.finditer(text):
            lost = _fate(sentence[0], thing)
            if lost is None:
                continue
            fact, known, says = _fate_in_facts(provider, thing)
            verdict = "unknown" if known is None else "supported" if known == lost else "contradicted"
            if verdict == "contradicted" and _OTHER_CASE.search(sentence[0]):
                verdict = "unknown"
            claim = f"{name} are lost" if lost else f"{name} are kept"
            yield claim_of(claim, name, verdict, tidy(sentence[0][:240]), says, fact)
            break


def _fate(sentence: str, thing: re.Pattern[str]) -> bool | None:
    """Tell whether a sentence says that a thing is lost; None: neither lost nor kept."""
    if thing.search(sentence) is None:
        return None
    lost, kept = _LOST.search(sentence), _KEPT.search(sentence)
    verb = lost or kept
    if verb is None or (lost and kept):
        return None
    plain = _NOT_USED.sub("", sentence[: verb.start()])
    return (lost is not None) != (_NOT.search(plain[-_NEAR:]) is not None)


def _fate_in_facts(provider: Provider, thing: re.Pattern[str]) -> tuple[Fact | None, bool | None, str | None]:
    for fact in (*provider.refunds, *provider.notes):
        for part in re.split(r"[;.]", fact.text):
            lost = _fate(part, thing)
            if lost is not None:
                return fact, lost, fact.text
    return None, None, None


_SILENT = ""
_LEAVING = re.compile(
    r"(?<!\w)(?:left|leav\w+|stopp\w+|ban\w*|clos\w+|withdr[ae]w\w*|no longer|end(?:ed|s)|moved|transferr\w+|nicht"
    r" mehr|verboten|eingestellt"
    r"|n'est plus|quitté\w*|ya no|prohib\w*|não .{0,20}mais|non .{0,20}più|niet meer)(?!\w)",
    re.IGNORECASE,
)


def market_claims(text: str, provider: Provider, directory: Directory, country: str | None) -> Iterator[Claim]:
    """Say where the provider has left or is closing: what the guide says of it, or, with no words of its own, that"
    " it is silent.
    """
    for market in provider.markets:
        if country is None or country in market.regions:
            says, supported = _said_of(text, market, directory)
            claim = f"{provider.name} in {', '.join(market.regions)}"
            yield claim_of(claim, "market", "supported" if supported else "unknown", says, market.text, market)


def _said_of(text: str, market: Market, directory: Directory) -> tuple[str, bool]:
    """Return the sentence in which a guide speaks of a market, and whether it says that the provider left it."""
    successor = directory.providers.get(market.successor or "")
    names = [successor.name] if successor else []
    names += [name for region in market.regions for name in _REGIONS.get(region, (region,))]
    match = re.search("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), text)
    if match is None:
        return _SILENT, False
    says = sentence_at(text, *match.span())
    moved = successor is not None and set(words_of(successor.name)) <= set(words_of(says))
    return says, moved or _LEAVING.search(says) is not None


_REGIONS: dict[str, tuple[str, ...]] = {
    "US": ("US", "USA", "U.S.", "United States", "États-Unis", "Estados Unidos", "Stati Uniti", "Vereinigten Staaten"),
    "GB": ("UK", "United Kingdom", "Britain"),
}
