"""How do languages bend a name: Pawła, Jiřího, Päiviltä, Péterrel, Hance?"""

import re
from collections.abc import Iterator

from formats.exports.redaction.word_sets import word_set

LONGEST_ENDING = 5
SHORTEST_STEM = 4
ENDINGS = word_set("""
a ach am ami ban ben chen e eknak em en er ers ert es esque ga han hez ho hoz i ian ians ie iego iem in ina
ine inha inho ino ish ism ist ists ita ite ites ito ka ke ken kin ko ksi ku ky la lein li lla lle lta ltä man
mu n na nak nal ne nek nel nem nen ns nu ny o of om os ou ov ova ove ovi ovou ow owi owie s sche schen ssa sta
ta tan te teni tol tta u us va val vel y ya ym yn yu za ą ę
""")
_VOWELS = "aeiouyäöåаеийоуыэюя"
# What becomes of the last consonant before an e or i in Polish, Czech, Ukrainian: Hanka, Hance.
_SOFTENED = {"k": "c", "g": "z", "t": "c", "h": "s", "r": "rz", "d": "dz", "к": "ц", "г": "з", "х": "с"}
_FLEETING = re.compile(f"(?<=[^{_VOWELS}])[eoео]([^{_VOWELS}])$")
_DOUBLED = re.compile(f"([^{_VOWELS}])\\1{{1}}[{_VOWELS}]$")
# Hungarian doubles the last sound before with: Péterrel, Balázzsal.
_WITH = re.compile(r"(?:(cs|dz|gy|ly|ny|sz|ty|zs)|(.))[ae]l$")


def stems(word: str) -> Iterator[str]:
    """What stays of a folded name before an ending, from its whole on."""
    if len(word) < SHORTEST_STEM:
        return
    yield word
    if word[-1] in f"{_VOWELS}ь":
        yield word[:-1]
    if (fled := _FLEETING.sub(r"\1", word)) != word:  # Paweł, Pawła
        yield fled
    if (single := _DOUBLED.sub(lambda found: found.group()[1:], word)) != word:  # Matti, Matin
        yield single
    if word.endswith("nen"):  # Virtanen, Virtasen
        yield f"{word[:-3]}se"


def softened(word: str) -> Iterator[str]:
    """The forms of a name on a in which its last consonant changes: Hance, Marcie, Ользі."""
    if len(word) >= SHORTEST_STEM and word[-1] in "aа" and (soft := _SOFTENED.get(word[-2])):
        yield from (f"{word[:-2]}{soft}{ending}" for ending in ("e", "ie", "i", "і", "ы", "у"))


def parted(word: str) -> Iterator[tuple[str, str]]:
    """A folded word as what may be a stem, and the ending that follows."""
    for size in range(1, min(LONGEST_ENDING, len(word) - SHORTEST_STEM + 1) + 1):
        yield word[:-size], word[-size:]
    if (found := _WITH.search(word)) and (last := found[1] or found[2]):
        before = word[: found.start()]
        if before.endswith(last[0]):
            yield f"{before[:-1]}{last}", "a"
