"""Messenger handles, ids for remote control, chat links in a folded text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unrenew.shield.numbering import international
from unrenew.shield.topics import FOREIGN_CHATS

CHAT_PHONE = re.compile(
    r"(?:wa\.me/|api\.whatsapp\.com/send/?\?[^\s]{0,80}?phone=|whatsapp://send\?[^\s]{0,80}?phone=|t\.me/\+?(?=\d{9})"
    r"|viber://\w{1,10}\?number=|phone=|tel=|msisdn=)(?:%2B|\+)?(\d[\d\-. ]{7,18})",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"(?:\b(t|telegram)\.me/(?:s/)?|(m)\.me/|(discord)(?:\.gg"
    r"|(?:app)?\.com/invite)/|(signal)\.me/#(?:eu|p)/|(line)\.me/(?:ti/p/|R/ti/p/)?~?"
    r"|(viber)://(?:pa|add|chat|contact)\?[a-z]+=|(skype):(?!echo)(?:live:)?|(tg)://resolve\?domain="
    r"|(wechat|weixin)://dl/chat\?|(facetime|imessage):(?://)?(?=[a-z]))([A-Za-z0-9_.+-]{3,64})",
    re.IGNORECASE,
)
_NAMES = {
    "t": "telegram",
    "telegram": "telegram",
    "tg": "telegram",
    "m": "messenger",
    "weixin": "wechat",
    "insta": "instagram",
    "ig": "instagram",
    "snap": "snapchat",
    "twitter": "x",
}
_SERVICES = (
    r"telegram|tele?gram id|tg|signal|discord|skype|wechat|weixin|kik|wickr|threema|session|line|viber"
    r"|instagram|insta|ig"
    r"|snapchat|snap|twitter|x"
)
_SIGNED = re.compile(
    rf"(?<![a-z])({_SERVICES[: _SERVICES.rindex('|twitter')]})"
    r"(?:\s+(?:id|user|username|handle|channel|me|us|at|on|name|number|account|bot))*"
    r"(?:\s*[:=@➜→>–—]\s*|[ \t]+-[ \t]*|\s+is\s+)@?"
    r"([A-Za-z][A-Za-z0-9_.#]{3,40}|@[A-Za-z0-9_.]{4,40})",
    re.IGNORECASE,
)
"""A service, a sign, and a handle."""
_SPACED = re.compile(
    r"(?<![\w./#@`'\"<-])(telegram|discord|skype|we ?chat|weixin|kik|wickr|threema|viber|instagram|insta"
    r"|snapchat|LINE(?=\s+(?:ID|id)\s)"
    r"|Line(?=\s+(?:ID|id)\s)|line(?=\s+id\s))(\s+(?:id|username|user name|handle)\b)?\s+"
    r"(live:)?([A-Za-z][A-Za-z0-9_.-]{3,40})(?:#(\d{4})\b)?(?![\w(=`/\[:@])",
    re.IGNORECASE,
)
"""A service and a handle with nothing between: the handle must look like one."""
_AT_NAME = re.compile(
    r"(?<![\w./#@`'\"<-])(telegram|tg|discord|signal|skype|wechat|viber|instagram|insta|ig|snapchat|snap|kik"
    r"|line|X \(twitter\)"
    r"|twitter(?: \(X\)| / X|/X)?|X)(?:\s+(?:at|to|on|as|id|user|username|handle"
    r"|account))?\s+@([A-Za-z0-9_][A-Za-z0-9_.]{3,31})(?![\w@(])",
    re.IGNORECASE,
)
_ON_SERVICE = re.compile(
    r"(?<![\w./@`])@([A-Za-z0-9_][A-Za-z0-9_.]{3,31})[\"'”’)]?\s+(?:(?:on|via|at|in|auf|bei|über|sur|en|su|op"
    r"|no|na|på)\s+(?:the\s+)?"
    r"|\((?:on\s+)?)"
    r"(telegram|tg|discord|signal|skype|wechat|viber|instagram|insta|ig|snapchat|snap|kik|twitter|X)\b",
    re.IGNORECASE,
)
_REDDIT = re.compile(r"(?<![\w./-])/?u/([A-Za-z0-9_-]{3,20})(?![\w/])")
_SIGNAL = re.compile(
    r"Signal(?<![\w./]Signal)(?:\s+(?:username|user|at|id|ID|me|us"
    r"|on))*\s{0,2}:?\s{1,2}([A-Za-z][A-Za-z0-9_]{2,31}\.\d{2,4})(?![\w.]\w)"
)
_REMOTE = re.compile(
    r"(?<![a-z])(anydesk|any desk|teamviewer|team viewer|ultraviewer|rustdesk|supremo)"
    r"(?:[\s:#=(-]|\b(?:id|ids|address|code|number|no|nr|session|partner|your|our|my|the|to|is|with|and|enter"
    r"|remote|desk|nummer|numéro|número|numero)\b){1,12}?"
    r"(\d{3}[ .-]?\d{3}[ .-]?\d{3}|\d[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3})(?![ .-]?\d)",
    re.IGNORECASE,
)
_SHORT_CODE = re.compile(
    r"(?<![\w])(?:sms:|(?i:text|sms"
    r"|send)\s+[\"'“]?[A-Z]{3,12}[\"'”]?\s+to\s+)(\d{5,6})(?![\w-])"
)
_IN_FOREIGN = re.compile(
    rf"({'|'.join(sorted(FOREIGN_CHATS, key=len, reverse=True))})"
    r"\s{0,2}(?:号|號|账号|id|아이디|ไอดี|канал)?\s{0,2}[:：=]?\s{0,2}"
    r"(@?[A-Za-z][A-Za-z0-9_.-]{3,31})",
    re.IGNORECASE,
)
_QQ = re.compile(r"(?<![A-Za-z])QQ(?:号|群|號)?\s*[:：号群]\s*([1-9]\d{4,10})(?!\d)")
_VERSION = re.compile(r"v?\d+(?:\.\d+)*(?:[a-z]\d*)?", re.IGNORECASE)
_OF_CODE = frozenset(
    "id ids token key url uri name secret bot api channel webhook user username chat config client server guild"
    " role app"
    " message messages handler plugin module group type data file path auth login hash".split()
)
"""Last parts of names in programs: `bot_token` is nobody's handle."""
_IN_NUMBERS = re.compile(r"\d{1,4}(?:st|nd|rd|th)?|[a-z]{1,3}\d{1,2}", re.IGNORECASE)
_FEW = 2
_NAMED = frozenset({"chat", "chat name"})
_OTHERS = frozenset({"signal", "reddit", "remote control", "short code"})


class Handle(NamedTuple):
    """A way to reach somebody through a service, and where it stands."""

    value: str
    start: int
    end: int


def find_handles(flat: str, topics: frozenset[str]) -> Iterator[Handle]:
    """Yield the handles and chat links of a text; its topics say which of them it can have at all."""
    found: list[Handle] = []
    if "chat link" in topics:
        found += _links(flat)
    if "@" in flat and not _NAMED.isdisjoint(topics):
        found += _at_names(flat)
    if "chat" in topics:
        found += (*_signed(flat), *_spaced(flat))
    if "foreign chat" in topics:
        found += _foreign(flat)
    if not _OTHERS.isdisjoint(topics):
        found += _others(flat, topics)
    taken: set[int] = set()
    for one in found:
        if one.end not in taken:
            taken.add(one.end)
            yield one


def _links(flat: str) -> Iterator[Handle]:
    for match in _CHAT.finditer(flat):
        name = next(group for group in match.groups()[:-1] if group).lower()
        who = match.groups()[-1].strip(".+").lower()
        if who and not who.isdigit():
            yield Handle(f"{_NAMES.get(name, name)}:{who}", match.start(), match.end())
    for match in CHAT_PHONE.finditer(flat):
        number = international("".join(filter(str.isdigit, match[1])))
        kind = re.match(r"(wa\.me|api\.wh|whats)|(t\.me)|(viber)", match[0], re.IGNORECASE)
        if number and kind:
            service = "whatsapp" if kind[1] else "telegram" if kind[2] else "viber"
            yield Handle(f"{service}:{number}", match.start(), match.end())


def _signed(flat: str) -> Iterator[Handle]:
    for match in _SIGNED.finditer(flat):
        who = match[2].lstrip("@").rstrip(".").lower()
        sure = "@" in match[0] or "_" in who or any(char.isdigit() for char in who)
        if sure and "." not in who[-4:] and not match[2].isupper():
            yield Handle(_value(match[1].lower().split()[0], who), match.start(), match.end())


def _at_names(flat: str) -> Iterator[Handle]:
    """Yield names with an @ beside the service on which they are."""
    for match in _AT_NAME.finditer(flat):
        if match[1] != "x":
            yield Handle(_value(match[1], match[2]), match.start(), match.end())
    for match in _ON_SERVICE.finditer(flat):
        if match[2] != "x":
            yield Handle(_value(match[2], match[1]), match.start(), match.end(1))


def _spaced(flat: str) -> Iterator[Handle]:
    """Yield what stands beside a service and looks like nothing but a handle."""
    for match in _SPACED.finditer(flat):
        who = match[4].rstrip(".-")
        if match[3] or match[5] or _is_handle(who, named=match[2] is not None):
            whole = who + (f"#{match[5]}" if match[5] else "")
            end = match.end() if match[5] else match.start(4) + len(who)
            yield Handle(_value(match[1], whole), match.start(), end)


def _foreign(flat: str) -> Iterator[Handle]:
    for match in _IN_FOREIGN.finditer(flat):
        who = match[2].lstrip("@").rstrip(".-")
        if match[2][0] == "@" or "_" in who or any(map(str.isdigit, who)):
            yield Handle(
                f"{FOREIGN_CHATS[match[1].lower()]}:{who.lower()}", match.start(), match.start(2) + len(match[2])
            )
    for match in _QQ.finditer(flat):
        yield Handle(f"qq:{match[1]}", match.start(), match.end())


def _others(flat: str, topics: frozenset[str]) -> Iterator[Handle]:
    for match in _SIGNAL.finditer(flat) if "signal" in topics else ():
        yield Handle(_value("signal", match[1]), match.start(), match.end(1))
    low = flat.lower() if "reddit" in topics else ""
    for match in _REDDIT.finditer(flat) if "u/" in low else ():
        if "reddit" in low[max(0, match.start() - 40) : match.end() + 40]:
            yield Handle(_value("reddit", match[1]), match.start(), match.end())
    for match in _REMOTE.finditer(flat) if "remote control" in topics else ():
        digits = "".join(filter(str.isdigit, match[2]))
        yield Handle(f"{match[1].lower().replace(' ', '')}:{digits}", match.start(), match.end(2))
    for match in _SHORT_CODE.finditer(flat) if "short code" in topics else ():
        yield Handle(f"sms:{match[1]}", match.start(), match.end())


def _is_handle(who: str, *, named: bool) -> bool:
    """Tell whether a word looks like a handle: digits in it, or parts, but no version, model or name in a program."""
    parts = re.split(r"[_.-]", who.lower())
    if _VERSION.fullmatch(who) or _IN_NUMBERS.fullmatch(who) or parts[-1] in _OF_CODE or who.isupper():
        return False
    digits = sum(map(str.isdigit, who))
    if named:
        return digits > 0 or "_" in who
    return digits >= _FEW and not any(_VERSION.fullmatch(part) for part in parts[1:] if part) and parts[0].isalnum()


def _value(service: str, who: str) -> str:
    name = service.lower().replace(" ", "")
    name = "x" if "twitter" in name else name
    return f"{_NAMES.get(name, name)}:{who.lower().rstrip('.')}"
