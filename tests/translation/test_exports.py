"""A session is exported in the language of its readers, whichever it was made in; words of one's own stay."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.content.catalogue import read_catalogue
from formats.language import ENGLISH, Language, speak, speaking
from formats.language.po_files import read_language
from formats.session.agenda import Agenda, StageKey, StageWords
from formats.session.agenda_words import agenda_said
from formats.session.session import Session
from formats.structures.unfold import check_in_stage, opener_stage, opening_part, part_from
from tests.builders import a_session, minutes
from tests.translation.languages import LANGUAGES

GERMAN = read_language(LANGUAGES, "de")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(ENGLISH)


def made_in(language: Language) -> Session:
    """A session as it is made while the app speaks this language."""
    speak(language)
    catalogue = read_catalogue()
    structure, opener = catalogue.structure("troika-consulting"), catalogue.opener("longer-out-breath")
    assert structure is not None
    assert opener is not None
    check_in = check_in_stage(catalogue.questions[0].text, 0, minutes(5))
    return a_session(Agenda((opening_part((opener_stage(opener), check_in)), part_from(structure))))


def agenda_in(language: Language, session: Session) -> Agenda:
    with speaking(language):
        return agenda_said(session.agenda)


@pytest.mark.parametrize(
    ("maker", "reader"), [(ENGLISH, GERMAN), (GERMAN, ENGLISH)], ids=["to German", "to English"]
)
def test_what_nobody_changed_is_said_as_if_it_had_been_made_in_the_language(
    maker: Language, reader: Language
) -> None:
    as_made = agenda_in(reader, made_in(reader))
    session = made_in(maker)
    assert agenda_in(reader, session) == as_made
    assert session.agenda != as_made


def test_the_language_it_was_made_in_is_left_as_it_is() -> None:
    for language in (ENGLISH, GERMAN):
        session = made_in(language)
        stages = zip(agenda_in(language, session).stages, session.agenda.stages, strict=True)
        assert all(said.words == made.words for said, made in stages)


def test_words_of_ones_own_stay() -> None:
    session = made_in(ENGLISH)
    stage = session.agenda.stages[-1]
    own = stage.with_words(StageWords("Our own way", "Talk as you like"))
    part = session.agenda.structures[0]
    part = replace(part, stages=(*part.stages[:-1], own))
    session = replace(session, agenda=session.agenda.with_part(part))
    said = agenda_in(GERMAN, session).stage(stage.key)
    assert said is not None
    assert (said.title, said.instruction) == ("Our own way", "Talk as you like")
    assert agenda_in(GERMAN, session).stages[0].title != session.agenda.stages[0].title


def test_a_key_of_a_stage_is_never_said() -> None:
    session = made_in(ENGLISH)
    assert [stage.key for stage in agenda_in(GERMAN, session).stages] == [s.key for s in session.agenda.stages]
    assert session.agenda.stages[0].key == StageKey("opening", session.agenda.stages[0].opener)
