"""Which words of a text never were a message? In the accented language each message stands in brackets."""

import re

A_WORD = re.compile(r"[^\W\d_]{2,}")


def outside_brackets(text: str) -> str:
    """The words outside all brackets, with a space between; empty where there are none."""
    depth, outside = 0, []
    for letter in text:
        depth += letter == "["
        outside.append(letter if depth == 0 else " ")
        depth -= letter == "]" and depth > 0
    return " ".join(A_WORD.findall("".join(outside)))
