"""How is a short text read that a person types: figures of any script, any sign for a half or a dash?"""

import re
import unicodedata

FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".3333", "⅔": ".6667"}
SIGNS = {
    **dict.fromkeys("’‘ʼ´`′＇", "'"),
    **dict.fromkeys("”“″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "٫": ".", "٬": "", "،": ",", "：": ":", "․": ".",
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER_WORD = re.compile(
    r"\b(?:"
    + "|".join(sorted((word for word in NUMBERS if word not in ("a", "an")), key=len, reverse=True))
    + r")\b"
)


def plain_typed(text: str) -> str:
    """What was typed, in small letters, figures as 0 to 9, fractions as decimals, one space between two words."""
    signs: list[str] = []
    for sign in text:
        if sign in FRACTIONS:
            after_figure = bool(signs) and signs[-1].isdecimal()
            signs.append(FRACTIONS[sign] if after_figure else f"0{FRACTIONS[sign]}")
        elif sign.isdecimal():
            signs.append(str(unicodedata.decimal(sign)))
        else:
            signs.append(SIGNS.get(sign, sign))
    folded = unicodedata.normalize("NFKC", "".join(signs)).casefold()
    return " ".join("".join(sign for sign in folded if unicodedata.category(sign) != "Cf").split())


def with_figures(words: str) -> str:
    """Numbers that stand as words as figures: "ten minutes" as "10 minutes"."""
    return _NUMBER_WORD.sub(lambda found: str(NUMBERS[found.group()]), words)
