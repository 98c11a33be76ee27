"""Which forms does a name take in scripts that put no space between words, and how is it found there?"""

import re
from collections.abc import Iterable, Iterator

from formats.exports.redaction.folded import FoldedText

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3007"
KANA = "\u3040-\u309a\u309d-\u30ff"
HANGUL = "\uac00-\ud7af"
_OTHERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
UNSPACED = re.compile(f"[{HAN}{KANA}{HANGUL}{_OTHERS}]")
_ALL_HAN = re.compile(f"[{HAN}]+")
_ALL_HANGUL = re.compile(f"[{HANGUL}]+")
_ALL_EAST_ASIAN = re.compile(f"[{HAN}{KANA}{HANGUL}]+")
# Family names of two signs; all others have one, but for Japanese ones.
_TWO_SIGNS = frozenset(
    FoldedText.of(
        "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 皇甫 尉迟 公孙 慕容 "
        "令狐 司徒 夏侯 南宫 端木 百里 长孙 宇文 남궁 황보 제갈 선우 독고 사공 서문"
    ).text.split()
)
_GAP = "[\\s·・‧.,，、]*"
# After a family name alone, or before it: Teacher Wang, old Wang.
_ADDRESSED = (
    "老师|老師|先生|女士|小姐|太太|夫人|医生|醫生|大夫|护士|護士|教授|博士|经理|經理|主任|总|總|同学|同學|同志|师傅|姐|哥|叔|阿姨|桑|"
    "さん|さま|様|君|くん|ちゃん|氏|先輩|部長|課長|님|씨|양|군|선생|교수|박사|부장|과장|대리|사장"
)
_ADDRESSED_BEFORE = "老|小|阿|大"


def unspaced_forms(words: tuple[str, ...]) -> dict[str, bool]:
    """The certain forms of a name in such a script, and whether each says no more than the given name."""
    folded = [FoldedText.of(word).text for word in words]
    if not any(UNSPACED.match(word) for word in folded):
        return {}
    forms = {word: False for word in folded if UNSPACED.match(word)}
    whole = "".join(folded)
    if not _ALL_EAST_ASIAN.fullmatch(whole):
        return {form: first for form, first in forms.items() if len(form) > 1}
    forms[whole] = False
    if len(folded) == 1:
        for part in _parts_of_one_word(whole):
            forms.setdefault(part, False)
    return {form: first for form, first in forms.items() if len(form) > 1}


def short_family_names(words: tuple[str, ...]) -> frozenset[str]:
    """Names that name someone only beside a word such as teacher: of one sign, or the first two of three."""
    folded = [FoldedText.of(word).text for word in words]
    whole = "".join(folded)
    if not _ALL_EAST_ASIAN.fullmatch(whole):
        return frozenset()
    if len(folded) > 1:
        return frozenset(word for word in folded if len(word) == 1)
    cut = _family_size(whole)
    parts = frozenset(part for part in (whole[:cut], whole[cut:]) if len(part) == 1)
    return parts | {whole[:2]} if len(whole) == 3 and cut == 1 else parts


def pattern_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds each of these forms, the longest first, with gaps between the signs or none."""
    ways = [_GAP.join(map(re.escape, form)) for form in sorted(forms, key=len, reverse=True)]
    return re.compile("|".join(ways)) if ways else None


def without_gaps(found: str) -> str:
    """What a pattern found as the form it was made of."""
    return re.sub(_GAP, "", found)


def addressed_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for short names beside a form of address: 王老师, 老王."""
    some = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    if not some:
        return None
    before = f"(?<![{HAN}])(?:{_ADDRESSED_BEFORE})(?:{some})(?![{HAN}])"
    after = "|".join(sorted((FoldedText.of(_ADDRESSED).text).split("|"), key=len, reverse=True))
    return re.compile(f"(?:{some})\\s?(?:{after})|{before}")


def _family_size(whole: str) -> int:
    return 2 if whole[:2] in _TWO_SIGNS and len(whole) > 2 else 1


def _parts_of_one_word(whole: str) -> Iterator[str]:
    """Given names, and where the family name may have two signs, that as well."""
    cut = _family_size(whole)
    if cut == 2:
        yield from (whole[:2], whole[2:])
    elif _ALL_HANGUL.fullmatch(whole) or len(whole) < 4:
        yield whole[1:]
        if not _ALL_HAN.fullmatch(whole) and not _ALL_HANGUL.fullmatch(whole):
            yield whole[:2]
    else:
        yield from (whole[:2], whole[2:])
        if len(whole) > 4:
            yield from (whole[:3], whole[3:])
