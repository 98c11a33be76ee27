"""Is Clearing called with files alone, as a double click calls it? Then they are to be opened."""

from collections.abc import Collection, Sequence
from pathlib import Path

OPTIONS = ("--library", "--language")
"""What may stand before a file; a value follows each."""


def with_open_named(arguments: Sequence[str], commands: Collection[str]) -> list[str]:
    """The arguments, with the command `open` put in where they begin with a file and no command."""
    words = list(arguments)
    first = next((at for at in range(len(words)) if _stands_alone(words, at)), None)
    if first is not None and words[first] not in commands and _is_file(words[first]):
        words.insert(first, "open")
    return words


def _stands_alone(words: Sequence[str], at: int) -> bool:
    """Whether a word is neither an option nor the value of one."""
    return not words[at].startswith("-") and (at == 0 or words[at - 1] not in OPTIONS)


def _is_file(word: str) -> bool:
    from formats.library.transfer import ENDING  # the library comes with it, which other commands need not read

    return Path(word).is_file() or word.lower().endswith(f".{ENDING}")
