"""Ways to disguise a number that nobody has (555-0100 to 555-0199), for the tests of the shield."""

from base64 import b64encode
from collections.abc import Callable

AREAS = ("800", "833", "844", "855", "866", "877", "888", "202", "312", "415", "646", "737", "917")
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
SPANISH = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
GERMAN = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
FRENCH = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
LETTERS = str.maketrans("0158", "OlSB")
GREEK = str.maketrans("0158", "ΟΙSΒ")
CYRILLIC = str.maketrans("03", "ОЗ")


def parts(ten: str) -> tuple[str, str, str]:
    return ten[:3], ten[3:6], ten[6:]


def _style(zero: str) -> Callable[[str], str]:
    def write(ten: str) -> str:
        a, b, c = parts(ten)
        return f"1-{a}-{b}-{c}".translate({ord("0") + i: chr(ord(zero) + i) for i in range(10)})

    return write


def _shifted(digits: str) -> Callable[[str], str]:
    return lambda ten: "1-{}-{}-{}".format(*parts(ten)).translate(str.maketrans("0123456789", digits))


def _between(mark: str) -> Callable[[str], str]:
    return lambda ten: mark.join(("1", *parts(ten)))


def _inserted(mark: str) -> Callable[[str], str]:
    return lambda ten: mark.join("1-{}-{}-{}".format(*parts(ten)))


def _worded(words: list[str], joint: str) -> Callable[[str], str]:
    return lambda ten: joint.join(words[int(digit)] for digit in "1" + ten)


TRICKS: dict[str, Callable[[str], str]] = {
    "plain": lambda t: "1-{}-{}-{}".format(*parts(t)),
    "plus": lambda t: "+1 {} {} {}".format(*parts(t)),
    "brackets": lambda t: "1 ({}) {}-{}".format(*parts(t)),
    "dots": lambda t: "1.{}.{}.{}".format(*parts(t)),
    "no country": lambda t: "({}) {}-{}".format(*parts(t)),
    "bad brackets": lambda t: "1(({})){})-({}".format(*parts(t)),
    "seed": lambda t: "***📞 1→{}({})→{}".format(*parts(t)),
    "odd brackets": lambda t: "║⇠⟦+1⟧⇢ ⊹ {} ⊹ {} ⊹ {} ⊹║".format(*parts(t)),
    "square each": lambda t: "".join(f"[{d}]" for d in "1" + t),
    "curly": lambda t: "+1{{{}}}━{}━{}".format(*parts(t)),
    "digitwise": lambda t: ".".join("1" + t),
    "digitwise spaces": lambda t: " ".join("1" + t),
    "one a line": lambda t: "\n".join("1" + t),
    "split odd": lambda t: f"+[1+{t[:3]}±{t[3:6]}+{t[6:8]}+{t[8:]}]",
    "doubled code": lambda t: "+1-1-({})-{}-{}".format(*parts(t)),
    "doubled plus": lambda t: "+1+1-{}-{}-{}".format(*parts(t)),
    "glued before": lambda t: "now1-{}-{}-{}".format(*parts(t)),
    "glued after": lambda t: "1-{}-{}-{}now".format(*parts(t)),
    "under": lambda t: "1_{}_{}_{}".format(*parts(t)),
    "stars": lambda t: "1*{}*{}*{}".format(*parts(t)),
    "long arrows": lambda t: "1 ======> {} ======> {} ======> {}".format(*parts(t)),
    "tildes": lambda t: "+1~{}~{}~{}".format(*parts(t)),
    "pipes": lambda t: "1||{}||{}||{}".format(*parts(t)),
    "emoji": lambda t: "1🔥{}🔥{}🔥{}".format(*parts(t)),
    "letter x": lambda t: "1-{}x{}x{}".format(*parts(t)),
    "fullwidth": _style("０"),
    "math bold": _style("𝟎"),
    "math double": _style("𝟘"),
    "math sans": _style("𝟢"),
    "math mono": _style("𝟶"),
    "devanagari": _style("०"),
    "arabic": _style("٠"),
    "persian": _style("۰"),
    "bengali": _style("০"),
    "thai": _style("๐"),
    "superscript": _shifted("⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": _shifted("₀₁₂₃₄₅₆₇₈₉"),
    "circled": _shifted("⓪①②③④⑤⑥⑦⑧⑨"),
    "filled": _shifted("⓿❶❷❸❹❺❻❼❽❾"),
    "bracketed": _shifted("0⑴⑵⑶⑷⑸⑹⑺⑻⑼"),
    "segmented": _style("🯰"),
    "keycap": lambda t: "".join(d + "\ufe0f\u20e3" for d in "1" + t),
    "keycap and emoji": lambda t: "📞".join("".join(d + "\ufe0f\u20e3" for d in p) for p in ("1", *parts(t))),
    "struck": _inserted("\u0336"),
    "zero width": _inserted("\u200b"),
    "word joiner": _inserted("\u2060"),
    "soft hyphen": _inserted("\u00ad"),
    "right to left mark": _inserted("\u200f"),
    "variation": _inserted("\ufe0f"),
    "zalgo": _inserted("\u0301\u0327\u0334"),
    "entities": lambda t: "".join(f"&#{ord(c)};" for c in "1-{}-{}-{}".format(*parts(t))),
    "hex entities": lambda t: "".join(f"&#x{ord(c):x};" for c in "1-{}-{}-{}".format(*parts(t))),
    "double entities": lambda t: "-".join("".join(f"&amp;#{ord(c)};" for c in p) for p in ("1", *parts(t))),
    "nbsp entity": lambda t: "1&nbsp;{}&nbsp;{}&nbsp;{}".format(*parts(t)),
    "split tags": lambda t: "1-<b>{}</b>-<i>{}</i>-<span class='x'>{}</span>".format(*parts(t)),
    "tag each": lambda t: "".join(f"<b>{d}</b>" for d in "1" + t),
    "comment": lambda t: "1-{}<!-- x -->-{}-<!-- y -->{}".format(*parts(t)),
    "hidden decoy": lambda t: '1-{}-<span style="display:none">999</span>{}-{}'.format(*parts(t)),
    "tel link": lambda t: f'<a href="tel:+1{t}">here</a>',
    "attribute": lambda t: '<img alt="call 1-{}-{}-{}" src="x.png">'.format(*parts(t)),
    "wa link": lambda t: f"https://wa.me/1{t}",
    "slug": lambda t: "https://example.com/norton-support-1-{}-{}-{}".format(*parts(t)),
    "percent": lambda t: "".join(f"%{ord(c):02X}" for c in f"1{t}"),
    "escapes": lambda t: "".join(f"\\u{ord(c):04x}" for c in "1-{}-{}-{}".format(*parts(t))),
    "letters O l S B": lambda t: "1-{}-{}-{}".format(*(p.translate(LETTERS) for p in parts(t))),
    "letter O": lambda t: "1-{}-{}-{}".format(*parts(t)).replace("0", "O"),
    "greek": lambda t: "1-{}-{}-{}".format(*(p.translate(GREEK) for p in parts(t))),
    "cyrillic": lambda t: "1-{}-{}-{}".format(*(p.translate(CYRILLIC) for p in parts(t))),
    "leading I": lambda t: "I-{}-{}-{}".format(*parts(t)),
    "words": _worded(WORDS, " "),
    "words dashed": _worded(WORDS, "-"),
    "words caps": lambda t: " ".join(WORDS[int(d)].upper() for d in "1" + t),
    "words commas": lambda t: ", ".join(" ".join(WORDS[int(d)] for d in p) for p in ("1", *parts(t))),
    "words mixed": lambda t: "1-{}-{}-{}".format(t[:3], "five five 5", " ".join(WORDS[int(d)] for d in t[6:])),
    "words dots": _worded(WORDS, "."),
    "words glued": lambda t: "".join(WORDS[int(d)] for d in "1" + t),
    "words oh": lambda t: " ".join(WORDS[int(d)] for d in "1" + t).replace("zero", "oh"),
    "words fancy": lambda t: " ".join(WORDS[int(d)] for d in "1" + t).translate(
        {ord("a") + i: chr(0x1D41A + i) for i in range(26)}
    ),
    "words camel": lambda t: "-".join("".join(WORDS[int(d)].title() for d in p) for p in ("1", *parts(t))),
    "words set apart": lambda t: "  ".join(" ".join(WORDS[int(d)]) for d in "1" + t),
    "words in dots": lambda t: " ".join(".".join(WORDS[int(d)]) for d in "1" + t),
    "words by ear": lambda t: "-".join(
        ["oh", "won", "too", "tree", "fore", "fife", "sicks", "sevin", "ate", "nyne"][int(d)] for d in "1" + t
    ),
    "words with digits": lambda t: " ".join(
        WORDS[int(d)].replace("e", "3").replace("i", "1").replace("o", "0") for d in "1" + t
    ),
    "braille": lambda t: "-".join("⠼" + "".join("⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊"[int(d)] for d in p) for p in ("1", *parts(t))),
    "clocks": lambda t: " ".join("".join("0🕐🕑🕒🕓🕔🕕🕖🕗🕘"[int(d)] for d in p) for p in ("1", *parts(t))),
    "cards": lambda t: " ".join("".join("🂪🂡🂢🂣🂤🂥🂦🂧🂨🂩"[int(d)] for d in p) for p in ("1", *parts(t))),
    "element from right to left": lambda t: '<bdo dir="rtl">' + "1-{}-{}-{}".format(*parts(t))[::-1] + "</bdo>",
    "words in two scripts": lambda t: " ".join(WORDS[int(d)] for d in "1" + t).replace("o", "о").replace("e", "е"),
    "brackets between": lambda t: "1 {} 【OTA】 {} 【OTA】 {}".format(*parts(t)),
    "service in an address": lambda t: "https://example.com/t/air-customer-service-{}-{}-{}/44".format(*parts(t)),
    "told": lambda t: "area code {}, then {}, and {} at the end".format(*parts(t)),
    "told in a list": lambda t: "this number:\n1) area {}\n2) next {}\n3) last {}\n".format(*parts(t)),
    "start and end": lambda t: "(start with {}, followed by {}, ending in {})".format(*parts(t)),
    "query": lambda t: "https://example.com/?q=call+1%20{}%20{}%20{}".format(*parts(t)),
    "mail subject": lambda t: '<a href="mailto:a@example.com?subject=call%20%2B1%20{}%20{}%20{}">write</a>'.format(
        *parts(t)
    ),
    "data address": lambda t: "data:text/html,%3Cb%3ECall%201-{}-{}-{}%3C/b%3E".format(*parts(t)),
    "base64": lambda t: "data:text/plain;base64," + b64encode("call 1-{}-{}-{}".format(*parts(t)).encode()).decode(),
    "wiki template": lambda t: "'''1'''-''{}''-{{{{nowrap|{}}}}}-{}".format(*parts(t)),
    "dial letters": lambda t: f"1-{t[:3]}-JKL-{t[6:]}" if t[:3] in AREAS[:7] else "1-{}-{}-{}".format(*parts(t)),
    "middle dots": lambda t: "1&nbsp;&middot;&nbsp;{}&nbsp;&middot;&nbsp;{}&nbsp;&middot;&nbsp;{}".format(*parts(t)),
    "kana dash": lambda t: "1ー{}ー{}ー{}".format(*parts(t)),
    "spanish": _worded(SPANISH, " "),
    "german": _worded(GERMAN, " "),
    "french": _worded(FRENCH, " "),
    "prose": lambda t: "1-{} (that is toll free) then {} and finally {}".format(*parts(t)),
    "prose then": lambda t: "1 {} then {} then {}".format(*parts(t)),
    "word within": lambda t: "+1-{}-SUPPORT-{}-{}".format(*parts(t)),
    "markdown bold": lambda t: "**1**-**{}**-**{}**-**{}**".format(*parts(t)),
    "autolink": lambda t: "[#1](https://github.com/x/y/pull/1)~({})-{}-{}".format(*parts(t)),
    "in a domain": lambda t: "help[1-({})-{}-{}]example[1-({})-{}-{}]com".format(*parts(t), *parts(t)),
    "backwards": lambda t: "(read it backwards) " + "1-{}-{}-{}".format(*parts(t))[::-1],
    "override": lambda t: "\u202e" + "1-{}-{}-{}".format(*parts(t))[::-1] + "\u202c",
    "split over lines": lambda t: "1-{}-\n{}-{}".format(*parts(t)),
    "counting rods": lambda t: "1-{}-{}-{}".format(*parts(t)).replace("1", "Ⅰ"),
}
