"""Which words sound like a name to an English ear: Quail like Quayle, Simmonds like Symonds?"""

import re
from collections.abc import Iterator

from formats.exports.redaction.alphabets import in_latin

SHORTEST_HEARD = 4
# In this order; capitals are sounds that are written with two letters.
_HEARD = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("[^a-z]", ""),
        ("^(?:kn|gn|pn)", "n"),
        ("^wr", "r"),
        ("^ma?c(?=[^eiyh])", "mk"),
        ("^y(?=[aeiou])", "j"),
        ("^geo", "je"),
        ("sch|sh|sz|cz", "S"),
        ("tch|ch", "C"),
        ("ph", "f"),
        ("dg", "j"),
        ("qu", "kv"),
        ("ck|q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("gh(?=t|s|$)", ""),
        ("x", "ks"),
        ("z", "s"),
        ("(?<=[^aeiou])w|^w", "v"),
        ("(?<=[tkgdr])h", ""),
        ("(?<=[^aeiou])e(?=s?$)", ""),
        (r"([^aeiou])\1+", r"\1"),
        ("[aeiouyw]*[ouw][aeiouyw]*", "O"),
        ("[aeiy]{2,}", "Y"),
        ("a", "A"),
        ("e", "E"),
        ("[iy]", "I"),
    )
)
_VOWELS = re.compile("(?<=.)[AEIOY]")
_FEWEST_CONSONANTS = 4


def sounds_of(word: str) -> Iterator[str]:
    """How a folded word sounds: as a whole, and where it has many consonants, by these alone."""
    if len(word) < SHORTEST_HEARD:
        return
    heard = in_latin(word)
    for written, sound in _HEARD:
        heard = written.sub(sound, heard)
    if len(heard) > 2:
        yield heard
    consonants = _VOWELS.sub("", heard)
    if len(consonants) >= _FEWEST_CONSONANTS or (len(consonants) == _FEWEST_CONSONANTS - 1 and len(word) > 6):
        yield f"~{consonants}"
