"""Digits that are no number to call: dates, times, amounts, codes, places."""

import re

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_NOISE = re.compile(
    rf"(?<!\d)(?=\d)(?:(?<![.]){_OCTET}(?:\.{_OCTET}){{3}}(?![\d]|\.\d)(?::\d+)?"  # addresses of the net
    r"|(?<![\d+./-])(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:[0-2]?\d"
    r"|3[01])(?![\d]|\1\d)(?:T\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?)?"
    r"|(?<![\d+./-])(?<![0-9]\) )(?!00)"
    r"(?:[0-2]?\d|3[01])([-/.])(?!00)(?:[0-2]?\d|3[01])\2(?:(?:19|20)\d\d|\d\d)(?![\d]|\2\d)"
    r"|(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,:]\d{1,6})?)?(?![\d:])"  # times of the day
    r"|(?<![\d./-])24 ?[/x*×] ?7(?![\d/.-])"  # at any hour
    r"|(?<![\d-])(?:\d{4}[ -]){3}\d{4}(?![\d])"  # cards
    r"|(?<![\d.])\d{1,3}(?:,\d{3}){1,4}(?:\.\d\d?)?(?![\d,])"  # amounts
    r"|(?<![\d.+-])97[89](?:[- ]?\d){10}(?!\d)"  # ISBN-13
    r"|[0-9]{18,})"
    r"|(?<![0-9a-zA-Z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
    r"|(?<![A-Za-z])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])"  # IBAN
    r"|[+-]\d{2,3}\.\d{4,}[,;]?\s?[+-]\d{2,3}\.\d{4,}"  # a place on the earth
    r"|\bBE ?[01]\d{3}\.\d{3}\.\d{3}(?!\d)"  # firms in Belgium
    r"|(?<![0-9a-fA-F:])(?=(?:[0-9]{2}:)*[0-9]?[a-fA-F])[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5,}"  # fingerprints
    r"|(?<![0-9A-F])(?=[0-9.]*[A-F])[0-9A-F]{4}(?:\.[0-9A-F]{4}){2,}(?![0-9A-F])"  # weights of characters
    r"|(?<![\d+./-])(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?![\d-])"  # from year to year
    r"|(?<!\d)(?:19|20)\d{6}T\d{4,6}"
    r"|(?<![\d+])[+-]\d{4}(?:\d\d)?[+-]\d{5}(?:\d\d)?(?!\d)"  # a place by ISO 6709
    r"|(?<=[A-Z]{2} )[0-9]{5}-[0-9]{4}(?![0-9-])"  # a postcode of the United States
    r"|(?<![\d.+])0\.[0-9]{5,}|[+-]0\.[0-9]+(?:/[0-9]+)?"  # shares, signed ones too
    r"|(?<![\d-])[0-9] [0-9]{5} [0-9]{5} [0-9](?![\d-])"  # goods, as they are scanned
    r"|\(\?[:=!<]|\{\d+,\d*\}|\[\d-\d\]|\\[dwsb]"  # pieces of a pattern
)


_BEHIND_PLUS = 12


def without_noise(text: str) -> str:
    """Return a text with all that is known to be something else blanked out, as long as before."""
    return _NOISE.sub(_mask, text)


def _mask(match: re.Match[str]) -> str:
    start = match.start()
    if "+" in match.string[max(0, start - _BEHIND_PLUS) : start]:
        return match[0]  # what follows a plus is a number until it is read as none
    return "u" * len(match[0])
