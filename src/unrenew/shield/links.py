"""Web addresses, mail addresses and messenger handles in a folded text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unrenew.model.contacts import Kind
from unrenew.model.domains import host_of
from unrenew.shield.folding import Folded
from unrenew.shield.glyphs import BRAND_LETTERS, FILL
from unrenew.shield.handles import find_handles
from unrenew.shield.publishing import SHORT
from unrenew.shield.topics import CHATS

_DOT = r"(?:\s?[\[({<]\s?(?:\.|dot|punkt|punto|point)\s?[\])}>]\s?|\s+dot\s+|\.|\s?\.\s?(?=(?:com|net|org)\b)|。|．|｡)"
_NAME = r"[^\W_](?:[\w-]{0,60}[^\W_])?"
_TOPS = (
    "com|net|org|info|biz|edu|gov|io|app|dev|co|me|tv|cc|us|uk|de|fr"
    "|es|it|nl|eu|ru|cn|jp|in|ca|au|br|mx|pl|ch|at|be|se|no|dk|fi|cz"
    "|support|help|online|site|shop|store|xyz|top|live|club|website"
    "|space|tech|services|care|center|centre|company|email|link|click"
    "|page|pro|mobi|world|today|life|solutions|systems|network|agency|digital"
    "|software|zone|cloud|icu|vip|work|ltd|example|test|рф|xn--[a-z0-9-]+"
)
_TOP = re.compile(r"\.([\w-]++)(?!@|\.\w)(?::\d{2,5})?(?:/[^\s<>\"'`]*)?")
_TOP_NAMES = frozenset(_TOPS.split("|"))
_BACK_TO_HOST = re.compile(r"[\w.-]*")
_HOST = re.compile(rf"(?:{_NAME}\.){{0,4}}{_NAME}")
_BARE = re.compile(
    rf"(?<![\w@./-])(?:{_NAME}{_DOT}){{1,5}}(?:{_TOPS})(?![\w@-])(?::\d{{2,5}})?(?:/[^\s<>\"'`]*)?", re.IGNORECASE
)
_AT = r"(?:@|%40|\s?[\[({<]\s?(?:at|@|ät|arroba|chez)\s?[\])}>]\s?|\s+at\s+)"
_MAIL = re.compile(rf"(?<![\w@])[\w.+%-]{{1,64}}{_AT}(?:{_NAME}{_DOT}){{1,5}}[^\W\d_]{{2,24}}(?![\w@])", re.IGNORECASE)
_MAIL_SURE = re.compile(r"@|%40|[\[({<]\s?(?:at|ät|arroba)\s?[\])}>]", re.IGNORECASE)
_BACK_TO_NAME = re.compile(r"\s?[\w.+%-]{1,64}|\s?[\[({<]\s?[\w.+%-]{1,64}")
_DEFANGED = re.compile(r"[\[({<]\s?(?:\.|dot|punkt|punto|point)\s?[\])}>]|\bdot\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[\[({<]\s?(?:\.|dot|punkt|punto|point)\s?[\])}>]")
_TRAILING = ".,;:!?*_~'\"“”»)]}>|"
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,200})\]\(\s*<?((?:https?|hxxps?)://[^\s()<>]+)", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^<>]{0,400}?href\s*=\s*[\"']?(https?://[^\"'\s<>]+)[^<>]*>([^<]{1,200})", re.IGNORECASE)
_SHOWN = re.compile(rf"(?:{_NAME}\.){{1,5}}(?:{_TOPS})(?![\w-])", re.IGNORECASE)
_INVITES = frozenset("lin.ee discord.gg".split())
_LATER_TOPS = frozenset("ly gle gl gd gg ee to id asia ink sh".split())
"""Last parts that count only in the address of a place for short addresses or forms, with a path."""
_RUNS = re.compile(
    r"(?<![\w-])(?:(?:javascript|vbscript):(?!\s|;|void\(0?\)|history\.|window\.(?:print|close)|print\(|//|[\"'`)]|$)"
    r"|data:(?:text/html|image/svg\+xml|application/(?:xhtml|javascript|octet|pdf|zip|x-ms"
    r"|vnd))[^\s\"'<>,]{0,100},(?=[\w%+]))"
    r"(?:[^\s\"'<>`]|'[^\s\"'<>`]*'){1,2000}",
    re.IGNORECASE,
)
"""A link that runs code or holds a page."""
_SPACED_DOT = re.compile(r" \. (com|net|org|info|support|help|online|site)\b(?![\w@.(-])(?! ?\))")
_FREE = r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|aol|proton ?mail|gmx|yandex|zoho|tutanota|fastmail)"
_SPELLED = re.compile(
    rf"(?<![\w@.-])([\w.+-]{{2,40}}(?: (?:dot|DOT) [\w.+-]{{2,40}}){{0,2}})\s+(?:AT|at"
    rf"|At)\s+(?:({_FREE})(?:\s+(?:dot|DOT|Dot))?\s+|({_NAME})\s+(?:dot|DOT|Dot)\s+)"
    r"(com|net|org|de|fr|es|it|nl|co|info|support|help|me|in)\b(?!\w|\.\w)"
)
"""A mail address in words: at a free mailbox, or with its dot told."""
_WRITE = re.compile(
    r"(?<![\w])(?:e-?mails?|mail|write(?: to)?|contact|reach|address)(?: us| is| me|:| at| to)*\s+(?:the |our )?"
    r"((?:[a-z0-9]+ ){1,2})\Z",
    re.IGNORECASE,
)
_QUOTES = frozenset("('\"`")
_SAID_DOT = re.compile(r" dot ")
_NO_NAME = frozenset("account inbox mailbox address email mail us me look sign in log hosted is are".split())


class Link(NamedTuple):
    """An address or handle at one place."""

    kind: Kind
    value: str
    start: int
    end: int
    ways: tuple[str, ...] = ()
    shown: str | None = None


def find_links(folded: Folded) -> list[Link]:
    """Return every web address, mail address and messenger handle, at each of its places."""
    flat = folded.flat
    found: list[Link] = []
    shown = dict(_shown(flat)) if folded.urls else {}
    for start, end in folded.urls:
        found.append(_url(flat, start, _trimmed(flat, start, end), shown))
    if "code link" in folded.topics:
        found += map(_code_link, _RUNS.finditer(flat))
    taken = [(link.start, link.end) for link in found]
    if (
        "@" in flat
        or "%40" in flat
        or ("at" in flat and any(sign in flat for sign in "[({<") and _MAIL_SURE.search(flat))
    ):
        found += _free(taken, _mails(flat))
        taken = [(link.start, link.end) for link in found]
    if "mailbox" in folded.topics:
        found += _free(taken, _spelled(flat))
        taken = [(link.start, link.end) for link in found]
    if "." in flat or "dot" in flat:
        found += _free(taken, _bare(flat))
    if not CHATS.isdisjoint(folded.topics):
        found += [Link("messenger", *handle) for handle in find_handles(flat, folded.topics)]
    return found


def _code_link(match: re.Match[str]) -> Link:
    scheme, _, rest = match[0].rstrip(".,;").partition(":")
    return Link("url", f"{scheme.lower()}:{rest}", match.start(), match.start() + len(scheme) + 1 + len(rest))


def _free(taken: list[tuple[int, int]], links: Iterator[Link]) -> list[Link]:
    """Leave out what lies inside a place already taken."""
    spans = sorted(taken)
    kept: list[Link] = []
    at = 0
    for link in links:
        while at < len(spans) and spans[at][1] <= link.start:
            at += 1
        if at == len(spans) or spans[at][0] >= link.end:
            kept.append(link)
    return kept


def _trimmed(flat: str, start: int, end: int) -> int:
    while end > start and (flat[end - 1] in _TRAILING or flat[end - 1] == FILL):
        if flat[end - 1] == ")" and flat.count("(", start, end) >= flat.count(")", start, end):
            break
        end -= 1
    return end


def _url(flat: str, start: int, end: int, shown: dict[int, str]) -> Link:
    raw = flat[start:end].replace(FILL, "")
    ways: list[str] = []
    if raw[:4].lower() == "hxxp":
        ways.append("hxxp in place of http")
    if re.search(r"[\[({]\.[\])}]", raw):
        ways.append("dots in brackets")
    ways += _host_ways(raw)
    if FILL in flat[start:end]:
        ways.append("characters that are not seen inside")
    value = normal_url(raw)
    target = host_of(value)
    label = shown.get(start)
    differs = label is not None and _registered(label) != _registered(target)
    return Link("url", value, start, end, tuple(ways), label if differs else None)


def _registered(host: str) -> str:
    from unrenew.model.domains import registrable

    return registrable(host) or host


def _host_ways(raw: str) -> list[str]:
    host = host_of(raw)
    ways: list[str] = []
    if not host.isascii() and re.search(r"[a-z]", host) and any(char in BRAND_LETTERS for char in host):
        ways.append("letters of another script in the host name")
    if "@" in raw.partition("://")[2].partition("/")[0]:
        ways.append("a name before @ that is not the host")
    return ways


def normal_url(raw: str) -> str:
    """Return an address in normal form: scheme, lower-case host, path as it is; brackets round dots taken out."""
    raw = re.sub(
        r"\s?[\[({<]\s?(?:\.|dot|punkt|punto|point)\s?[\])}>]\s?|\s+dot\s+|[。．｡]", ".", raw, flags=re.IGNORECASE
    )
    raw = re.sub(r"^hxxp", "http", raw, flags=re.IGNORECASE)
    raw = re.sub(r"^(https?|ftp):/?/", lambda m: m[1].lower() + "://", raw, flags=re.IGNORECASE)
    if "://" not in raw:
        raw = "https://" + raw
    scheme, _, rest = raw.partition("://")
    cut = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
    return f"{scheme}://{rest[:cut].replace(' ', '').lower()}{rest[cut:]}"


def _shown(flat: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each link's target with the address that its text shows."""
    for pattern, label, target in ((_MARKDOWN, 1, 2), (_ANCHOR, 2, 1)):
        for match in pattern.finditer(flat):
            host = _SHOWN.search(match[label])
            if host:
                yield match.start(target), host_of(host[0])


def _mails(flat: str) -> Iterator[Link]:
    done = 0
    for sign in _MAIL_SURE.finditer(flat):
        match = _mail_at(flat, sign.start(), done)
        if match is None:
            continue
        done = match.end()
        raw = match[0]
        plain = re.sub(_AT, "@", raw, count=1, flags=re.IGNORECASE)
        plain = normal_url("x://" + plain).partition("://")[2].lower()
        ways = () if plain == raw.lower() else ("@ or dots written out",)
        yield Link("email", plain, match.start(), match.end(), ways)


def _spelled(flat: str) -> Iterator[Link]:
    """Yield mail addresses in words: `desk at gmail com`, `desk AT acme DOT com`."""
    for match in _SPELLED.finditer(flat):
        name, start = _SAID_DOT.sub(".", match[1].lower()).strip(".-"), match.start()
        write = _WRITE.search(flat, max(0, start - 40), match.end(1) + 1)
        if write and match[2]:
            name, start = "".join(write[1].split()).lower(), write.start(1)
        if name not in _NO_NAME:
            host = (match[2] or match[3]).replace(" ", "").lower()
            yield Link("email", f"{name}@{host}.{match[4].lower()}", start, match.end(), ("@ or dots written out",))


def _mail_at(flat: str, sign: int, done: int) -> re.Match[str] | None:
    """Return the mail address round an @ (or what stands for one); `done` is where the last one ended."""
    back = _BACK_TO_NAME.match(flat[max(done, sign - 68) : sign][::-1])
    at = sign - back.end() if back else sign
    while at < sign:
        match = _MAIL.match(flat, at)
        if match is not None and match.end() > sign:
            return match
        at += 1
        while at < sign and (flat[at - 1].isalnum() or flat[at - 1] in "_@"):
            at += 1
    return None


def _bare(flat: str) -> Iterator[Link]:
    """Yield host names without a scheme: found by their last part, which is quick; defanged ones by the whole form."""
    for match in _TOP.finditer(flat):
        name = match[1].lower()
        if name not in _TOP_NAMES and not name.startswith("xn--") and name not in _LATER_TOPS:
            continue
        start = _host_start(flat, match.start())
        if start is None or (name in _LATER_TOPS and not _is_short(flat[start : match.end()])):
            continue
        raw = flat[start : match.end()].rstrip(_TRAILING)
        if not raw[: match.start() - start].replace(".", "").isdigit():
            yield Link("url", normal_url(raw), start, start + len(raw), tuple(_host_ways(raw)))
    yield from _spaced_dots(flat) if " . " in flat else ()
    low = flat.lower()
    if "dot" not in low and not _IN_BRACKETS.search(low):
        return
    for match in _BARE.finditer(flat):
        raw = match[0].replace(FILL, "").rstrip(_TRAILING)
        if _DEFANGED.search(raw):
            end = match.start() + len(match[0].rstrip(_TRAILING + FILL))
            yield Link("url", normal_url(raw), match.start(), end, ("dots written out", *_host_ways(raw)))


def _spaced_dots(flat: str) -> Iterator[Link]:
    """Yield host names with spaces round their dot: `acme-help . com`."""
    for match in _SPACED_DOT.finditer(flat):
        start = _host_start(flat, match.start())
        if start is not None and flat[max(0, start - 1) : start] not in _QUOTES:  # pairs in Lisp are written so
            raw = f"{flat[start : match.start()]}.{match[1]}"
            yield Link("url", normal_url(raw), start, match.end(), ("dots written out",))


def _is_short(raw: str) -> bool:
    """Tell whether an address without a scheme is that of a place for short addresses or forms, with a path."""
    host, slash, path = raw.partition("/")
    return bool(slash and path) and (host.lower() in SHORT or host.lower() in _INVITES)


def _host_start(flat: str, end: int) -> int | None:
    """Return where the host name begins whose last part but one ends at `end`, or None where there is none."""
    back = _BACK_TO_HOST.match(flat[max(0, end - 121) : end][::-1])
    start = end - back.end() if back else end
    if start < end - 120 or (start > 0 and flat[start - 1] in "@/") or not _HOST.fullmatch(flat, start, end):
        return None
    return start
