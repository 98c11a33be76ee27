"""How is a set of words written down so that it reads well? As lines of text."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
