"""Which words of a text may be names or not, so that only its reader can tell?"""

from collections.abc import Iterable
from dataclasses import dataclass

from formats.exports.passages import Passage, one_line
from formats.language import tr_count
from formats.session.wording import join_and, quoted

LONGEST_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """A doubtful word: `word` as it is answered, `was` as it was typed first, with what stood around it there."""

    word: str
    was: str
    before: str
    after: str
    times: int = 1


def questions_in(texts: Iterable[Passage]) -> tuple[NameQuestion, ...]:
    """Each doubtful word once, in the order in which they come up."""
    found: dict[str, NameQuestion] = {}
    spots = set()
    for passage in texts:
        for at, span in enumerate(passage.spans):
            if not span.asks or span.spot in spots:
                continue
            spots.add(span.spot)
            if known := found.get(span.asks):
                found[span.asks] = NameQuestion(known.word, known.was, known.before, known.after, known.times + 1)
            else:
                found[span.asks] = _question(passage, at)
    return tuple(found.values())


def hidden_in_doubt(questions: Iterable[NameQuestion]) -> str:
    """The sentence for where nobody can be asked; empty where nothing is doubtful."""
    words = [quoted(question.was) for question in questions]
    if not words:
        return ""
    return tr_count(
        "Hidden in case it is a name: {words}. In the window, Summary asks about each word once.",
        "Hidden in case they are names: {words}. In the window, Summary asks about each word once.",
        len(words),
        words=join_and(words),
    )


def _question(passage: Passage, at: int) -> NameQuestion:
    typed = [span.was or span.text for span in passage.spans]
    before, after = one_line("".join(typed[:at])[-200:]), one_line("".join(typed[at + 1 :])[:200])
    return NameQuestion(passage.spans[at].asks, one_line(typed[at]), _last_words(before), _first_words(after))


def _last_words(text: str) -> str:
    if len(text) <= LONGEST_CONTEXT:
        return text
    return f"… {text[-LONGEST_CONTEXT:].partition(' ')[2] or text[-LONGEST_CONTEXT:]}"


def _first_words(text: str) -> str:
    if len(text) <= LONGEST_CONTEXT:
        return text
    return f"{text[:LONGEST_CONTEXT].rpartition(' ')[0] or text[:LONGEST_CONTEXT]} …"
