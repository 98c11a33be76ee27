"""What is there to choose from, in which order, by which words is it found, and what is said of it in a line?"""

from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.content.catalogue import Catalogue
from desktop.wording import in_minutes, minutes, minutes_count
from formats.language import tr, tr_count
from formats.session.folding import fold
from formats.session.sorting import sort_key
from formats.session.wording import join_list, range_words
from formats.structures.finding import Found, SearchResult
from formats.structures.opener import Opener
from formats.structures.structure import Structure

ANY_NUMBER = 20
"""Rooms whose sizes are so far apart take any number."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One structure or opener to choose. `words` is all it is found by, folded."""

    id: str
    title: str
    facts: str
    summary: str
    icon: str
    words: str
    by_name_only: bool = False
    note: str = ""
    """What stands against it, or how many of its rounds there are."""
    fits: bool = True
    bar: tuple[float, ...] = ()
    """The minutes of its stages, in order, to be drawn to scale."""

    def answers(self, question: str) -> bool:
        """Whether every word of a question is in it."""
        return all(word in self.words for word in fold(question).split())

    def is_offered(self, question: str, now: str = "") -> bool:
        """The same for what may be proposed: one by name only needs its name, unless it is chosen `now`."""
        if not self.by_name_only:
            return self.answers(question)
        wanted = fold(question)
        named = len(wanted) > 1 and wanted in fold(self.title)
        return named or (self.id == now and self.answers(question))


def offered_structures(catalogue: Catalogue) -> tuple[Offer, ...]:
    """The structures, in the order of the catalogue."""
    return tuple(map(_structure_offer, catalogue.structures))


def found_structures(result: SearchResult) -> tuple[tuple[Offer, ...], tuple[Offer, ...]]:
    """What a search found: what fits, and what fits with a change."""
    fitting, others = (tuple(map(_found_offer, found)) for found in (result.fitting, result.with_a_change))
    return fitting, others


def _found_offer(found: Found) -> Offer:
    rounds = found.structure.rounds
    some_left_out = found.rounds < found.usual_rounds
    worth_saying = some_left_out or found.rounds > 1 or rounds.maximum > 1
    words = _turns_words if rounds.one_per_person else _rounds_words
    return replace(
        _structure_offer(found.structure),
        facts=minutes(found.length),
        note=found.against or (words(found.rounds, found.usual_rounds) if worth_saying else ""),
        fits=found.fits,
        bar=tuple(stage.length / timedelta(minutes=1) for stage in found.stages),
    )


def _rounds_words(count: int, usual: int) -> str:
    if count >= usual:
        return tr_count("{count} round", "{count} rounds", count)
    return tr_count("{fewer} of {count} round", "{fewer} of {count} rounds", usual, fewer=count)


def _turns_words(count: int, usual: int) -> str:
    """The same where each person has one turn."""
    if count >= usual:
        return tr_count("{count} turn", "{count} turns", count)
    return tr_count("{fewer} of {count} turn", "{fewer} of {count} turns", usual, fewer=count)


def offered_openers(catalogue: Catalogue) -> tuple[Offer, ...]:
    """The openers: the preferred one first, those to be asked for by name last."""
    in_order = sorted(
        catalogue.openers, key=lambda one: (not one.preferred, one.by_name_only, sort_key(one.title))
    )
    return tuple(map(_opener_offer, in_order))


def structure_facts(structure: Structure) -> str:
    """What a structure takes: 34 min a round, 5 to 8 in a room."""
    low, high = structure.sizes.minimum, structure.sizes.maximum
    any_number = high > low + ANY_NUMBER
    # For translators: how many people a structure is for, and how many are in each of its rooms
    rooms = tr("any number") if any_number else tr("{people} in a room", people=range_words(low, high))
    return join_list((structure_length(structure), rooms))


def structure_length(structure: Structure) -> str:
    """How long a structure takes: 34 min a round."""
    several = structure.rounds.usual > 1 or structure.rounds.one_per_person
    if structure.rounds.one_per_person:
        return tr("{minutes} a person", minutes=minutes(structure.round_length()))
    if structure.rounds.maximum > 1 and not several:
        return tr("{minutes} a round", minutes=minutes(structure.length(1)))
    return minutes(structure.length())


def opener_length(opener: Opener) -> str:
    """How long an opener can take: 2 to 5 min."""
    return in_minutes(range_words(minutes_count(opener.lengths.minimum), minutes_count(opener.lengths.maximum)))


def _structure_offer(structure: Structure) -> Offer:
    credit = structure.credit.by if structure.credit else ""
    words = fold(f"{structure.title} {structure.summary} {credit}")
    return Offer(
        structure.id, structure.title, structure_facts(structure), structure.summary, structure.icon, words
    )


def _opener_offer(opener: Opener) -> Offer:
    holds = tr("holds the breath") if opener.pace and opener.pace.has_holds else ""
    return Offer(
        opener.id,
        opener.title,
        join_list(filter(None, (opener_length(opener), holds))),
        opener.summary,
        opener.icon,
        fold(f"{opener.title} {opener.summary}"),
        opener.by_name_only,
    )
