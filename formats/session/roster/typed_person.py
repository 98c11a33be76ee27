"""Who is meant by one line that was typed: "Nina Okafor, Lothian Health"?"""

from collections.abc import Callable, Iterable

from formats.session.candidates import person_named
from formats.session.people import Person
from formats.session.roster.draft import PersonDraft, RosterError
from formats.session.roster.reading import read_pasted
from formats.session.roster.recognise import enrol, recognise


def typed_people(text: str, known: Iterable[Person], new_id: Callable[[], str]) -> tuple[Person, ...]:
    """Everyone a typed line names, read as any list is; a whole name that one known person has is that person.

    A line of which nothing can be read is taken for a name as it stands; of a blank one nobody comes.
    """
    words, before = " ".join(text.split()), tuple(known)
    if not words:
        return ()
    if (named := person_named(words, before)) is not None:
        return (named,)
    return enrol(recognise(_drafts(words), before), new_id)


def _drafts(words: str) -> tuple[PersonDraft, ...]:
    try:
        return read_pasted(words).drafts or (PersonDraft(words),)
    except RosterError:
        return (PersonDraft(words),)
