"""What swindlers ask for in guides: remote control, codes, cards as money."""

import re
from collections.abc import Iterable
from dataclasses import replace

from unrenew.shield.choices import Choice

_ASKS = re.compile(
    # to be let onto the machine
    r"\b(?:any ?desk|team ?viewer|ultra ?viewer|rust ?desk|supremo|screen ?connect|connect ?wise"
    r"|log ?me ?in|quick ?assist"
    r"|remote(?:ly)? (?:access|control|desktop|support|connect\w*)|fernzugriff|fernwartung|fernsteuerung"
    r"|(?:prise en main|accès|contrôle) à distance|acceso remoto|acesso remoto|accesso remoto"
    r"|(?:toegang|meekijken) op afstand"
    r"|zdaln\w+ (?:pulpit|dostęp)\w*|uzaktan (?:erişim|bağlan)\w*|удал[её]нн\w+ доступ\w*|リモート(?:操作"
    r"|接続)|远程(?:控制|协助))"
    # to be paid in cards
    r"|\b(?:buy|purchase|get|scratch|kauf\w*|achet\w+|compr\w+|acquist\w+|koop|kup|købe?|köp)\b[^.;]{0,40}"
    r"\b(?:(?:gift|google play|steam|i ?tunes|apple|amazon|prepaid) ?cards?|gutschein(?:karten?"
    r"|codes?)|cartes?[- ]cadeaux?"
    r"|tarjetas? (?:de )?regalo|cart(?:ão|ões)[- ]presente|cart[ae] regalo|cadeaukaart(?:en)?"
    r"|kart[ęy] podarunkow\w+)"
    # to be told a code
    r"|\b(?:read|tell|give|send|share|forward|say|nenn\w*|teil\w*|gib|geben|donn\w+|dites|communiqu\w+"
    r"|di|dile|diga|dé|envía\w*"
    r"|envie|informe|comunica\w*|geef|vertel|podaj|säg|oplys|söyle\w*)\b[^.;]{0,50}"
    r"\b(?:codes?|otp|tan|pin|cvv|cvc|passcode|password|passwort|mot de passe|código|senha|codice"
    r"|wachtwoord|kod\w*)\b[^.;]{0,40}"
    r"\b(?:agent\w*|us|him|her|them|support|technician|operator|caller|mitarbeiter\w*|uns"
    r"|conseiller\w*|technicien|agente"
    r"|asesor|operador|atendente|operatore|medewerker|konsultant\w*|temsilci\w*)\b",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"\b(?:bank(?:ing)?[- ]?app|online[- ]?banking|bank account|banking|appli(?:cation)? bancaire"
    r"|app (?:del banco|do banco|bancaria)"
    r"|bankieren|bankowo\w+|bankkonto)\b",
    re.IGNORECASE,
)
"""Where the money is: of no concern to a cancellation, and what a swindler who is on the machine wants opened."""
_WARNS = re.compile(
    r"\b(?:never|don['’]?t|do not|not|without|nobody|uninstall|remove|delete|nie|niemals|nicht|kein\w*"
    r"|deinstallier\w*|entfern\w*"
    r"|jamais|ne|pas|désinstall\w+|nunca|no|jamás|desinstal\w+|não|nunca|mai|non|disinstall\w+|nooit"
    r"|niet|geen|nigdy|aldrig|inte"
    r"|ikke|asla|не|никогда)\b",
    re.IGNORECASE,
)


def is_swindle(text: str) -> bool:
    """Tell whether a sentence asks for remote control, for cards as money, or for a code to be told to somebody."""
    return _ASKS.search(text) is not None and _WARNS.search(text) is None


def _goes(text: str, *, swindler: bool) -> bool:
    return is_swindle(text) or (swindler and _BANK.search(text) is not None)


def without_swindles(steps: Iterable[Choice]) -> tuple[list[Choice], int]:
    """Return steps without what only a swindler asks for, and how many of them were one."""
    kept: list[Choice] = []
    steps = list(steps)
    gone = 0
    swindler = any(is_swindle(text) for step in steps for text in (step.title, *step.lines))
    for step in steps:
        lines = tuple(line for line in step.lines if not _goes(line, swindler=swindler))
        gone += len(step.lines) - len(lines)
        if _goes(step.title, swindler=swindler):
            gone += 1
        else:
            kept.append(step if lines == step.lines else replace(step, lines=lines))
    return kept, gone
