"""In which order does a reader of this language expect names and words?"""

from functools import lru_cache
from unicodedata import normalize

from formats.language import spoken
from formats.session.folding import fold, fold_sign
from formats.session.person_names import PARTICLES, name_parts

Key = tuple[tuple[tuple[str, int], ...], str, str]

# Where a language's alphabet has letters of its own: each line begins with the letter they stand behind.
_NORDIC = "d<đ<ð z<æ=ä<ø=ö<å"
_ALPHABETS = {
    "sv": "z<å<ä=æ<ö=ø",
    "fi": "z<å<ä=æ<ö=ø",
    "da": _NORDIC,
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
    "fo": "a<á d<ð i<í o<ó u<ú y<ý z<æ<ø=ö<å",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "sr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž",
    "lt": "c<č s<š z<ž",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs",
    "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü",
    "es": "n<ñ",
    "gl": "n<ñ",
    "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "uk": "г<ґ е<є и<і<ї",
    "be": "е<ё и<і у<ў",
    "fa": "ب<پ ج<چ ز<ژ ك<گ",
    "ur": "ب<پ ت<ٹ ج<چ د<ڈ ر<ڑ ز<ژ ك<گ",
}  # fmt: skip
# Where "de Wit" stands under W: what comes before the family's own name is passed over.
_PASSED_OVER = {
    "nl": PARTICLES,
    "de": PARTICLES,
    "sv": PARTICLES,
    "da": PARTICLES,
    "nb": PARTICLES,
    "nn": PARTICLES,
    "no": PARTICLES,
    "fr": frozenset({"de", "d", "d'", "von", "van"}),
    "es": PARTICLES,
    "pt": PARTICLES,
    "ar": frozenset({"al", "el", "ال"}),
}
_WITH_PARTICLES = {"nl_be", "af"}  # Belgium and South Africa put "de Wit" under D, the Netherlands under W


def sort_key(text: str, language: str = "") -> Key:
    """A key that sorts words and names by the alphabet of a language: "sv", "sv_SE"; "" for the one spoken.

    Accents and case decide only between words that are alike without them, so Álvaro stands beside Alan.
    """
    return _key(text, language or spoken().tag)


@lru_cache(maxsize=4096)
def _key(text: str, language: str) -> Key:
    after = _letters_of(_language(language))
    words = _without_particles(text, language)
    return tuple(_weights(words, after)), fold(text), text


def family_sort_key(name: str, language: str = "") -> Key:
    """A key that sorts people's names by family name, then by the names before it."""
    parts = name_parts(name)
    family = " ".join((*parts.particles, *parts.family))
    weights, _, _ = sort_key(f"{family} {' '.join(parts.given)}".strip() or name, language)
    return weights, fold(name), name


def _language(locale: str) -> str:
    return locale.replace("-", "_").partition("_")[0].casefold()


def _without_particles(text: str, locale: str) -> str:
    """A text without the particles it begins with, in a language that passes them over."""
    if locale.replace("-", "_").casefold() in _WITH_PARTICLES:
        return text
    passed_over = _PASSED_OVER.get(_language(locale), frozenset())
    words = text.split()
    while len(words) > 1 and words[0].islower() and fold(words[0]).strip(".") in passed_over:
        words = words[1:]
    return " ".join(words)


def _weights(text: str, after: dict[str, tuple[str, int]]) -> list[tuple[str, int]]:
    """The weight of each letter; letters of two signs, as the Welsh ll, are one. Signs that are no letters go."""
    small = _composed(text)
    longest = max(map(len, after), default=1)
    weights: list[tuple[str, int]] = []
    at = 0
    while at < len(small):
        own = next((small[at : at + n] for n in range(longest, 0, -1) if small[at : at + n] in after), "")
        if own:
            weights.append(after[own])
        else:
            weights += [(sign, 0) for sign in fold_sign(small[at]) if sign.isalnum() or sign == " "]
        at += len(own) or 1
    return weights


def _composed(text: str) -> str:
    return normalize("NFC", " ".join(text.split()).casefold()).replace("ß", "ss")


@lru_cache(maxsize=64)
def _letters_of(language: str) -> dict[str, tuple[str, int]]:
    """The letters of a language that stand at a place of their own: behind which letter, and as which of them."""
    letters: dict[str, tuple[str, int]] = {}
    for line in _ALPHABETS.get(language, "").split():
        base, *own = line.split("<")
        for place, alike in enumerate(own, start=1):
            letters |= dict.fromkeys(alike.split("="), (base, place))
    return letters
