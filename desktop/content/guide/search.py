"""Which pages of the guide answer a question, as people ask it? Each with the sentence that says most of it."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from desktop.content.guide.markup import Heading, texts_of
from desktop.content.guide.pages import Guide, GuidePage
from formats.language import Message

_SENTENCE_END = re.compile(r"(?<=[.?])\s+")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=...)(ing|ed|es|e|s)$")
# For translators: words that a question has, whatever it asks for; yours are others, as many as you like.
SMALL_WORDS = Message(
    "a, about, all, an, and, any, are, as, at, be, by, can, t, cannot, could, did, do, does, don, for, from, "
    "get, gets, getting, had, has, have, help, how, i, if, in, is, it, its, me, my, need, not, of, on, or, "
    "our, please, should, so, take, takes, that, the, them, there, they, this, to, too, us, want, was, we, "
    "what, when, where, which, who, why, will, with, would, you, your"
)
LONG_ENOUGH = 5
"""Letters by which the beginning of a word is known, whatever follows: evaluat-e, evaluat-ion."""
IN_TITLE, ALSO_SAID, IN_HEADING, IN_TEXT = 8.0, 6.0, 4.0, 1.0
WORTH_SHOWING = 0.4
"""Of what the best page is worth; what has less says something else."""


@dataclass(frozen=True, slots=True)
class GuideHit:
    """A page, and the sentence in it that says most of what was looked for."""

    page: GuidePage
    sentence: str


def find_in_guide(guide: Guide, question: str) -> tuple[GuideHit, ...]:
    """Pages that say most of a question, the best first; words that no page has are passed over."""
    asked = words_asked(question)
    found = {page.id: {word: worth for word in asked if (worth := _worth(page, word))} for page in guide.pages}
    rarity = {word: _rarity(word, found.values(), len(guide.pages)) for word in asked}
    value = {one: sum(rarity[word] * worth for word, worth in words.items()) for one, words in found.items()}
    least = WORTH_SHOWING * max(value.values())
    hits = [page for page in guide.pages if value[page.id] and value[page.id] >= least]
    hits.sort(key=lambda page: (-len(found[page.id]), -value[page.id]))
    return tuple(GuideHit(page, _best_sentence(page, rarity)) for page in hits)


def words_asked(question: str) -> tuple[str, ...]:
    """The words of a question that say what it is about; all of them where there are none."""
    words = tuple(dict.fromkeys(_words(question)))
    small = _words(str(SMALL_WORDS))
    return tuple(word for word in words if word not in small) or words


def folded(text: str) -> str:
    """Small letters without accents, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def sentences_of(page: GuidePage) -> tuple[str, ...]:
    """Every sentence of a page, in order."""
    texts = (text for block in page.blocks for text in texts_of(block))
    return tuple(sentence for text in texts for sentence in _SENTENCE_END.split(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _is_in(word: str, text: str) -> bool:
    """Whether a text has a word, its beginning, or the same word with another ending."""
    stem = _stem(word)
    begins = stem if len(stem) >= LONG_ENOUGH else word
    return any(one.startswith(begins) or _stem(one) == stem for one in _words(text))


def _stem(word: str) -> str:
    return _ENDING.sub("", word)


def _worth(page: GuidePage, word: str) -> float:
    """How much a page is about a word: most in its title, least anywhere in its text."""
    headings = " ".join(block.text for block in page.blocks if isinstance(block, Heading))
    for text, worth in ((page.title, IN_TITLE), (page.said, ALSO_SAID), (headings, IN_HEADING)):
        if _is_in(word, text):
            return worth
    return IN_TEXT if _is_in(word, " ".join((page.chapter, *sentences_of(page)))) else 0.0


def _rarity(word: str, found: Collection[Mapping[str, float]], pages: int) -> float:
    """A word that few pages have says more than one that all have."""
    return log(1 + pages / max(1, sum(word in words for words in found)))


def _best_sentence(page: GuidePage, rarity: Mapping[str, float]) -> str:
    """The first of those that say most; the first of all where the words stand in none."""

    def said(sentence: str) -> float:
        return sum(worth for word, worth in rarity.items() if _is_in(word, sentence))

    return max(sentences_of(page), key=said, default="")
