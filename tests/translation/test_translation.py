"""A language is begun, brought up to date and looked over from its files alone."""

from pathlib import Path

import polib
import pytest

from formats.language import speaking, tr
from formats.language.po_files import read_language
from tests.translation.faults import MISSING, complete, faults
from tests.translation.languages import begin, update
from tests.translation.messages import CATALOGUES

MANY_FORMS = "ar"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Welsh in it, none of it translated."""
    folder = tmp_path_factory.mktemp("languages")
    begin("cy", "Cymraeg", folder)
    return folder


def test_a_language_that_has_begun_has_every_message(begun: Path) -> None:
    asked = sum(len(gathered()) for gathered in CATALOGUES.values())
    assert sum(len(polib.pofile(str(file))) for file in (begun / "cy").iterdir()) == asked
    assert read_language(begun, "cy").name == "Cymraeg"
    assert complete("cy", begun) == 0
    assert {fault.what for fault in faults("cy", begun)} == {MISSING}


def test_a_language_is_not_begun_twice(begun: Path) -> None:
    with pytest.raises(ValueError, match="there already"):
        begin("cy", "", begun)


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no code of a language"):
        begin("klingonish", "", tmp_path)


def test_an_update_keeps_what_is_translated(tmp_path: Path) -> None:
    file = begin("cy", "Cymraeg", tmp_path) / "guide.po"
    catalogue = polib.pofile(str(file))
    catalogue[3].msgstr, lost = "Cymraeg", catalogue.pop(5)
    catalogue.append(polib.POEntry(msgid="It is gone", msgstr="Wedi mynd"))
    catalogue.save()
    update("cy", tmp_path)
    after = polib.pofile(str(file))
    assert next(one for one in after if one.msgid == catalogue[3].msgid).msgstr == "Cymraeg"
    assert [one for one in after if one.msgid == lost.msgid]
    assert [one.msgid for one in after.obsolete_entries()] == ["It is gone"]
    assert read_language(tmp_path, "cy").name == "Cymraeg"


def test_an_update_of_what_is_up_to_date_changes_nothing(tmp_path: Path) -> None:
    folder = begin("cy", "Cymraeg", tmp_path)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    update("cy", tmp_path)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_what_is_translated_is_said_without_any_other_step(tmp_path: Path) -> None:
    file = begin(MANY_FORMS, "", tmp_path) / "interface.po"
    catalogue = polib.pofile(str(file))
    catalogue.append(polib.POEntry(msgid="Pause", msgstr="توقف"))
    catalogue.save()
    with speaking(read_language(tmp_path, MANY_FORMS)):
        assert tr("Pause") == "توقف"
