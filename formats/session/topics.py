"""What do people want to talk about, and how many hands are for each? Whose hands they were is not kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

LONGEST_TOPIC = 120  # letters
MOST_TOPICS, MOST_VOTES = 60, 1000


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic, with the hands counted for it."""

    text: str
    votes: int = 0


Topics = tuple[Topic, ...]


def with_topic(topics: Topics, typed: str) -> Topics:
    """One topic more; nothing is added twice, or where nothing was typed."""
    text = " ".join(typed.split())[:LONGEST_TOPIC].rstrip()
    if not text or len(topics) >= MOST_TOPICS or any(topic.text == text for topic in topics):
        return topics
    return (*topics, Topic(text))


def without_topic(topics: Topics, text: str) -> Topics:
    """The topics without this one."""
    return tuple(topic for topic in topics if topic.text != text)


def with_votes(topics: Topics, text: str, more: int) -> Topics:
    """The same with so many hands more for one of them, or fewer where negative."""
    return tuple(
        replace(topic, votes=min(max(topic.votes + more, 0), MOST_VOTES)) if topic.text == text else topic
        for topic in topics
    )


def by_votes(topics: Iterable[Topic]) -> Topics:
    """The one with most hands first; of equal ones that which was named first."""
    return tuple(sorted(topics, key=lambda topic: -topic.votes))
