"""Structures, openers and the check-in speak the language that is spoken, and stay what they are."""

from dataclasses import fields, is_dataclass
from importlib.resources import files

import pytest

from desktop.content.catalogue import read_catalogue
from formats.language import Language, speaking
from formats.language.pseudo import ACCENTED, PSEUDO_LANGUAGES
from formats.structures.structure import EVERYONE, FACILITATOR, GIVEN_ROLES

NOT_TRANSLATED = {"id", "icon", "address", "by", "recording"}


def texts(value: object, name: str = "") -> list[tuple[str, str]]:
    """Every text of a value, after the field that it is of."""
    if isinstance(value, str):
        return [(name, str(value))] if type(value) is str and value else []
    if is_dataclass(value):
        return [text for one in fields(value) for text in texts(getattr(value, one.name), one.name)]
    if isinstance(value, tuple | list | frozenset):
        return [text for one in value for text in texts(one, name)]
    return []


def everything() -> list[tuple[str, str]]:
    catalogue = read_catalogue()
    return texts(
        (catalogue.structures, catalogue.openers, catalogue.questions, catalogue.check_out, catalogue.closings)
    )


def test_every_text_for_people_is_a_message() -> None:
    with speaking(ACCENTED):
        said = everything()
    assert len(said) > 1500
    told = {text for name, text in said if name not in NOT_TRANSLATED and not text.startswith("[")}
    assert told == {EVERYONE, FACILITATOR, *GIVEN_ROLES}


def test_names_for_files_stay_as_they_are() -> None:
    english = [text for name, text in everything() if name in ("id", "icon")]
    with speaking(ACCENTED):
        accented = [text for name, text in everything() if name in ("id", "icon")]
    assert sorted(english) == sorted(accented)


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.code)
def test_every_structure_can_be_read_in_it(language: Language) -> None:
    english = {one.id: len(one.stages) for one in read_catalogue().structures}
    with speaking(language):
        assert {one.id: len(one.stages) for one in read_catalogue().structures} == english
    assert len(english) == len(list(files("resources").joinpath("structures").iterdir()))
