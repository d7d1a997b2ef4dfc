"""The script of a header: which country's habits go with it."""

import re
from collections.abc import Sequence

_KANA = re.compile("[ぁ-ゖァ-ヺｦ-ﾝ]")
_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[一-鿿]")
_THAI = re.compile("[ก-ฮ]")
HOMES = {"JP": "JPY", "KR": "KRW", "TH": "THB", "CN": "CNY"}
"""The currency of a country."""

_SIMPLIFIED = re.compile("[额账时间对币余类单备号户说贷录状态转]")
"""Characters of statements that only the simplified script of the mainland has."""


def country_of(names: Sequence[str]) -> str | None:
    """Return the one country in whose script the names of columns are: JP, KR, CN, TH; None where there are several."""
    text = "".join(names)
    for script, country in ((_KANA, "JP"), (_HANGUL, "KR"), (_THAI, "TH"), (_SIMPLIFIED, "CN")):
        if script.search(text):
            return country
    return None


def is_eastern(names: Sequence[str]) -> bool:
    """Say whether names are in a script of East Asia, where years stand first and a comma groups thousands."""
    text = "".join(names)
    return any(script.search(text) for script in (_KANA, _HANGUL, _HAN))
