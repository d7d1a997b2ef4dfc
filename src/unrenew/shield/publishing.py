"""Sites where anybody can publish, and services that take money to cancel."""

import re

_ANYBODY = re.compile(
    r"(?:^|\.)(?:sites\.google|docs\.google|drive\.google|forms\.google"
    r"|groups\.google|calendar\.google|script\.google|storage\.googleapis"
    r"|blogspot|wordpress|weebly|wixsite|webflow|netlify|vercel|pages|workers"
    r"|herokuapp|glitch|firebaseapp|web|github|gitlab|bitbucket|gitbook"
    r"|notion|medium|substack|tumblr|reddit|quora|youtube|youtu|facebook"
    r"|instagram|twitter|x|linkedin|pinterest|tiktok|scribd|issuu|slideshare"
    r"|dropbox|canva|calameo|soundcloud|mixcloud|behance|trustpilot|discord"
    r"|telegram|community|forum|forums|discuss|answers|my\.canva)\.[a-z.]{2,12}$"
)
_FREE_MAIL = re.compile(
    r"^(?:g(?:oogle)?mail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac"
    r"|proton(?:mail)?|pm|gmx|web|mail|yandex|zoho|tutanota|tuta|fastmail|qq|163|126)"
    r"\.[a-z.]{2,7}$"
)
_SHORT = re.compile(
    r"^(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|is\.gd|cutt\.ly|rb\.gy"
    r"|ow\.ly|shorturl\.at|rebrand\.ly|t\.ly|tiny\.cc|lnkd\.in)$"
)
_REDIRECT = re.compile(
    r"[?&#/](?:url|u|q|to|dest|target|redirect(?:_?ur[il])?|next|goto|link|return|continue)=(?:https?(?::|%3A)|www\.|//|%2F%2F)",
    re.IGNORECASE,
)
_MIDDLEMEN = frozenset(
    "donotpay.com rocketmoney.com truebill.com trimm.com asktrim.com aboalarm.de"
    " volders.de kuendigung.org kuendigung.de smartkuendigen.de vertragslotse.com"
    " resilier.com resiliation.com demarchesadministratives.fr jechange.fr"
    " xpendy.com xpendy.nl opzeggen.nl opzegservice.nl unsubby.com subby.io"
    " scribeless.co expresscancel.com postclic.com resilie.com papernest.com".split()
)


def anybody_writes_there(host: str, address: str) -> str | None:
    """Say why a host does not speak for its owner, or None where it does."""
    if "@" in address and "://" not in address:
        return "a free mailbox that anybody can open" if _FREE_MAIL.match(host) else None
    if _SHORT.match(host):
        return "a shortened address: where it leads is not shown"
    if _REDIRECT.search(address):
        return "the address sends the reader on to another one"
    return "anybody can publish on this site" if _ANYBODY.search(host) else None


def middleman(host: str) -> str | None:
    """Say that a site takes money for cancelling what can be cancelled without it, or None."""
    name = host.removeprefix("www.")
    if name in _MIDDLEMEN:
        return "a paid middleman: it takes money for a cancellation that is free at the provider"
    return None
