"""What a text is about, by its telling words, all found in one pass."""

from functools import cache
from typing import TYPE_CHECKING

from unrenew.shield.glyphs import FILL

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

BACKWARDS = (
    *(
        "backward",
        "revers",
        "right to left",
        "from the end",
        "back to front",
        "turn it round",
        "turn it around",
        "turned round",
        "end to start",
        "last digit first",
        "rückwärts",
        "von hinten",
        "al revés",
        "al reves",
        "à l'envers",
    ),
    *("al contrario", "de trás", "achterstevoren", "baklänges", "wspak"),
    *("наоборот", "задом", "mirror", "倒", "逆"),
)
"""Ways to say that a number is to be read from its end."""
_CHAT = (
    *("telegram", "discord", "signal:", "line id", "viber", "skype", "wechat", "we chat", "weixin"),
    *("kik:", "kik id", "kik ", "wickr", "threema", "session id", "instagram", "insta:", "insta ", "snapchat"),
    *("snap:", "tg:", "tg @", "tg@", "on tg", "ig:", "ig @", "line:", "line @", "signal@", "signal @"),
)
_CHAT_LINKS = (
    *(
        "wa.me",
        "whatsapp",
        "t.me",
        "telegram",
        "m.me",
        "discord",
        "signal.me",
        "line.me",
        "viber:",
        "skype:",
        "wechat:",
    ),
    *("weixin:", "tg:", "facetime:", "imessage:", "phone=", "tel=", "msisdn="),
)
_CHAT_NAMES = ("twitter", " x @", "on x", "auf x", "on ig", "on snap", "snap @", "ig @")
FOREIGN_CHATS = {
    "微信": "wechat",
    "телеграм": "telegram",
    "телеграмм": "telegram",
    "тг": "telegram",
    "вайбер": "viber",
    "скайп": "skype",
    "инстаграм": "instagram",
    "카톡": "kakaotalk",
    "카카오톡": "kakaotalk",
    "kakaotalk": "kakaotalk",
    "라인": "line",
    "텔레그램": "telegram",
    "ライン": "line",
    "テレグラム": "telegram",
    "تيليجرام": "telegram",
    "تلغرام": "telegram",
    "टेलीग्राम": "telegram",
    "เทเลแกรม": "telegram",
    "ไลน์": "line",
    "zalo": "zalo",
}
"""Services in other scripts, or of other countries."""
_QQ = ("qq:", "qq：", "qq号", "qq群", "qq :")
_REMOTE = ("anydesk", "any desk", "teamviewer", "team viewer", "ultraviewer", "rustdesk", "supremo")
_SHORT_CODES = (
    "sms:",
    "sms ",
    "text stop",
    "text cancel",
    "text quit",
    "text end",
    "text yes",
    "text help",
    "send stop",
)
CHATS = frozenset(
    {"chat", "foreign chat", "signal", "chat link", "chat name", "reddit", "remote control", "short code"}
)
"""The topics of texts in which handles are looked for."""
_MAILBOXES = (
    *("at gmail", "at googlemail", "at hotmail", "at outlook", "at yahoo", "at ymail", "at icloud", "at aol"),
    *("at proton", "at gmx", "at yandex", "at zoho", "at tutanota", "at fastmail"),
    *(" dot com", " dot net", " dot org", " dot support", " dot help", " dot info", " dot co", " dot de", " dot me"),
)
"""Mail addresses told in words."""
_IDENTITY = (
    *("check digit", "checksum", "identification number", "identifier"),
    *("social security", "tax number", "taxpayer number", "registration number"),
    ">>> ",
)
WARNS = frozenset(
    "scam scams scammer scammers fraud fraudulent fraudster fraudsters fake phishing"
    " phisher spam spammer spammers spambot beware impersonating"
    " impersonator impersonators hoax betrug betrüger arnaque estafa truffa golpe"
    " oplichting oszustwo мошенник мошенники".split()
)
"""Words with which a text warns of the contacts that it quotes."""
_TRADE = (
    *("escort", "call girl", "callgirl", "love spell", "spell caster", "spellcaster", "black magic", "voodoo"),
    *("witchcraft", "vashikaran", "love problem solution", "death spell", "magic ring", "illuminati", "sugar mummy"),
    *("lost bitcoin", "lost crypto", "recover your lost", "recover my lost", "recovery expert", "crypto recovery"),
    *("bitcoin recovery", "hire a hacker", "hacker for hire", "ethical hacker", "cloned card", "clone card", "cvv"),
    *("abortion pill", "counterfeit", "undetectable banknotes", "ex back", "marabout", "voyance", "retour affectif"),
    *("amarre", "brujer", "hechizo", "magia negra", "trabalho espiritual", "amarração", "pelet", "dukun", "приворот"),
)
"""What posts sell that are planted everywhere: spells, escorts, lost coins brought back, forged cards."""
_DO_NOT_CALL = ("do not call", "don't call", "don’t call", "never call")
_SALES = (
    (
        "live person",
        "live human",
        "live agent",
        "live representative",
        "real person",
        "real human",
        " ota",
        "(ota",
        "talk to a human",
    ),
    ("24/7", "24x7", "24*7", "24×7", "24 / 7", "around the clock", "24 hours a day"),
    (
        "expert",
        "specialist",
        "professional",
        "technician",
        "trained",
        "certified",
        "our team",
        "our agent",
        "representatives",
    ),
    (
        "instant help",
        "instant support",
        "instantly",
        "immediate help",
        "immediate assistance",
        "stress-free",
        "stress free",
        "hassle-free",
        "hassle free",
        "step-by-step",
        "step by step",
        "quick and easy",
    ),
)
SALES = tuple(f"sales {kind}" for kind in range(len(_SALES)))
"""The kinds of sales talk: a live person, at any hour, experts, at once."""


@cache
def _automaton() -> "tuple[AhoCorasick, tuple[frozenset[str], ...]]":
    """Return what finds all words at once, and the topics of each word."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    topics: dict[str, set[str]] = {}
    rows = {
        "backwards": BACKWARDS,
        "chat": _CHAT,
        "chat link": _CHAT_LINKS,
        "chat name": _CHAT_NAMES,
        "foreign chat": (*FOREIGN_CHATS, *_QQ),
        "signal": ("signal ",),
        "reddit": ("reddit",),
        "remote control": _REMOTE,
        "short code": _SHORT_CODES,
        "mailbox": _MAILBOXES,
        "code link": ("javascript:", "vbscript:", "data:text/html", "data:image/svg", "data:application/"),
        "identity": _IDENTITY,
        "warning": (*WARNS, *_DO_NOT_CALL),
        "trade": _TRADE,
    }
    for topic, words in {**rows, **dict(zip(SALES, _SALES, strict=True))}.items():
        for word in words:
            topics.setdefault(word, set()).add(topic)
    finder = AhoCorasick(list(topics), matchkind=MatchKind.Standard, implementation=Implementation.DFA)
    return finder, tuple(map(frozenset, topics.values()))


def topics_of(flat: str) -> frozenset[str]:
    """Return the topics of a text, by the names under which `_automaton` has their words."""
    automaton, topics = _automaton()
    low = flat.lower()
    found = {word for word, _, _ in automaton.find_matches_as_indexes(low, overlapping=True)}
    if FILL in low:  # words that are cut by characters that are not seen
        found |= {word for word, _, _ in automaton.find_matches_as_indexes(low.replace(FILL, ""), overlapping=True)}
    return frozenset[str]().union(*[topics[word] for word in found])
