"""Where in the guide do some words stand? Pages that have all of them, each with the sentence around them."""

import re
import unicodedata
from dataclasses import dataclass

from desktop.content.guide.markup import Heading, texts_of
from desktop.content.guide.pages import Guide, GuidePage

_SENTENCE_END = re.compile(r"(?<=[.?])\s+")


@dataclass(frozen=True, slots=True)
class GuideHit:
    """A page, and the sentence in it that says most of what was looked for."""

    page: GuidePage
    sentence: str


def find_in_guide(guide: Guide, question: str) -> tuple[GuideHit, ...]:
    """Pages that have every word, those with the words in a title first; none for no words."""
    words = tuple(folded(question).split())
    if not words:
        return ()
    found = [page for page in guide.pages if all(word in folded(_whole(page)) for word in words)]
    found.sort(key=lambda page: -_weight(page, words))
    return tuple(GuideHit(page, _best_sentence(page, words)) for page in found)


def folded(text: str) -> str:
    """Small letters without accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def sentences_of(page: GuidePage) -> tuple[str, ...]:
    """Every sentence of a page, in order."""
    texts = (text for block in page.blocks for text in texts_of(block))
    return tuple(sentence for text in texts for sentence in _SENTENCE_END.split(text))


def _whole(page: GuidePage) -> str:
    return " ".join((page.title, page.chapter, *sentences_of(page)))


def _weight(page: GuidePage, words: tuple[str, ...]) -> int:
    """In the title most, then in the title of a section, then in the text."""
    headings = " ".join(block.text for block in page.blocks if isinstance(block, Heading))
    return 10 * _count(page.title, words) + 3 * _count(headings, words)


def _best_sentence(page: GuidePage, words: tuple[str, ...]) -> str:
    return max(sentences_of(page), key=lambda sentence: _count(sentence, words), default="")


def _count(text: str, words: tuple[str, ...]) -> int:
    """How many of the words a text has."""
    inside = folded(text)
    return sum(word in inside for word in words)
