"""What structures and openers say in another language fits together as it does in English."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from desktop.content.catalogue import Catalogue, read_catalogue
from formats.language import Language, speaking
from formats.language.po_files import codes_in, read_language
from formats.session.agenda import Agenda
from formats.structures import Structure
from formats.structures.needs import needs_of
from formats.structures.unfold import part_from
from tests.builders import a_session, some_people
from tests.translation.languages import LANGUAGES, begin

MOST_LETTERS_ON_THE_WALL = 80
IN_ENGLISH = read_catalogue()
OURS = [read_language(LANGUAGES, code) for code in codes_in(LANGUAGES)]


@pytest.fixture(params=OURS, ids=lambda language: language.code)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language there is."""
    return request.param


@pytest.fixture
def catalogue(language: Language) -> Catalogue:
    """What there is to choose from in it."""
    with speaking(language):
        return read_catalogue()


def in_both(catalogue: Catalogue) -> Iterator[tuple[Structure, Structure]]:
    """Each structure in English and in the other language."""
    for structure in IN_ENGLISH.structures:
        said = catalogue.structure(structure.id)
        assert said is not None
        yield structure, said


def roles(structure: Structure) -> list[str]:
    """What people are called, in the places where they are."""
    names, stages = structure.roles, structure.stages
    by_stage = [role for stage in stages for role in (*stage.speaks, *stage.listens)]
    return [names.presenter or "", names.others, *names.also, *names.rotating, *by_stage]


def counted(structure: Structure) -> list[int]:
    """How many of each thing eighteen people need, 0 where that is not counted."""
    session = replace(a_session(Agenda((part_from(structure),))), people=some_people(*map(str, range(18))))
    return [need.count for need in needs_of(session, {structure.id: structure})]


def test_everything_is_there_in_each_language(catalogue: Catalogue) -> None:
    assert {one.id for one in catalogue.structures} == {one.id for one in IN_ENGLISH.structures}
    assert {one.id for one in catalogue.openers} == {one.id for one in IN_ENGLISH.openers}
    assert len(catalogue.questions) == len(IN_ENGLISH.questions)


def test_different_roles_of_a_structure_have_different_names(catalogue: Catalogue) -> None:
    for english, said in in_both(catalogue):
        assert len(set(roles(said))) == len(set(roles(english))), said.id


def test_what_a_room_needs_is_counted_where_it_is_in_english(language: Language, catalogue: Catalogue) -> None:
    for english, said in in_both(catalogue):
        with speaking(language):
            found = counted(said)
        assert found == counted(english), said.id


def test_the_wall_is_read_at_a_glance(catalogue: Catalogue) -> None:
    stages = [stage for structure in catalogue.structures for stage in structure.stages]
    lines = [line for one in stages for line in (*one.wall, *one.later.wall, *one.last.wall, one.at_half)]
    assert [line for line in lines if len(line) > MOST_LETTERS_ON_THE_WALL] == []


def test_a_language_that_has_only_begun_can_be_used(tmp_path: Path) -> None:
    file = begin("cy", "Cymraeg", tmp_path) / "content.po"
    begun = polib.pofile(str(file))
    next(one for one in begun if one.msgid == "consulting pair").msgstr = "pâr"
    begun.save()
    with speaking(read_language(tmp_path, "cy")):
        troika = read_catalogue().structure("troika-consulting")
    assert troika is not None
    assert roles(troika).count("pâr") > 1
    assert "client" in roles(troika)
