"""Each language of ours is sound, and each kind of fault is found and said in a sentence."""

import shutil
from pathlib import Path

import polib
import pytest
from babel.messages.catalog import Catalog

from formats.language.po_files import codes_in
from tests.translation.faults import MISSING, UNSURE, Said, complete, faults, faults_in
from tests.translation.languages import LANGUAGES

COMPLETE = ("de",)
"""Languages in which nothing is missing: whoever adds a message says it in them, too."""
SAID = Said({"People": "Personen"}, {"Ctrl": "Strg"})
PRESSED = "an & stands before the letter to press: once where the message has one, else not at all"
COUNTED = ("{count} note of {name}", "{count} notes of {name}")


@pytest.mark.parametrize("code", codes_in(LANGUAGES))
def test_every_language_of_ours_is_sound(code: str) -> None:
    """Not complete, perhaps: `python -m tests.translation check` says how much is missing."""
    wrong = [str(fault) for fault in faults(code) if not fault.is_missing]
    assert not wrong, f"mend these in resources/languages/{code}: {wrong}"


@pytest.mark.parametrize("code", COMPLETE)
def test_a_complete_language_stays_complete(code: str) -> None:
    missing = [str(fault) for fault in faults(code) if fault.is_missing]
    assert not missing, (
        f"run `python -m tests.translation update {code}`, then write in resources/languages/{code} what is "
        f"missing, in the words of its glossary.md: {missing}"
    )


def found(message: str | tuple[str, str], said: str | tuple[str, ...], *flags: str) -> list[str]:
    """What is wrong with one message of the guide in German."""
    asked, translated = Catalog("de"), Catalog("de")
    asked.add(message)
    translated.add(message, said, flags=flags)
    return [fault.what for fault in faults_in("de/guide.po", asked, translated, SAID)]


@pytest.mark.parametrize(
    ("message", "said", "what"),
    [
        ("Keep it", "", MISSING),
        ("{name} is here", "{person} ist da", "it asks for {person}, which the message does not have"),
        ("{name} is here", "Jemand ist da", "{name} is lost"),
        ("{count} notes", "Notizen", "{count} is lost"),
        (COUNTED, ("Eine Notiz", "{count} Notizen von {name}"), "{name} is lost"),
        (COUNTED, ("{count} Notiz von {name}",) * 3, "has 3 forms for numbers, the language 2"),
        (COUNTED, ("{count} Notiz von {name}", ""), MISSING),
        ("<b>Now</b> or never", "Jetzt oder nie", "its markup, such as <b>, differs"),
        ("Rooms &amp; people", "Räume & Personen", "its markup, such as <b>, differs"),
        ("&Keep", "Behalten", PRESSED),
        ("One line\nAnother", "Eine Zeile, noch eine", "it has more or fewer lines than the message"),
        ("Room: ", "Raum:", "it does not begin and end with spaces as the message does"),
        ("Nothing is lost.", "Nichts geht verloren", "it ends with no sign, the message with ."),
        ("Who is here?", "Wer ist da.", "it ends with ., the message with ?"),
        ("Choose a file…", "Datei wählen", "it ends with no sign, the message with …"),
        ("# Begin", "Beginnen", "its signs for words of the screen, links or lists differ"),
        ("Open **People**.", "Öffne **Leute**.", "“People” is “Personen” on the screen"),
        ("Press `Ctrl+Z`.", "Drücke `Ctrl+Z`.", "its keys differ; they are Strg+Z"),
        ("Press it.", "Drücke `Strg`.", "the message names no key"),
    ],
)  # fmt: skip
def test_a_fault_is_found_and_said(message: str | tuple[str, str], said: str | tuple[str, ...], what: str) -> None:
    assert what in found(message, said)


def test_what_was_only_alike_is_to_be_read_first() -> None:
    assert found("Keep it", "Behalten", "fuzzy") == [UNSURE]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (COUNTED, ("Eine Notiz von {name}", "{count} Notizen von {name}")),
        ("{count} min", "{count} Min."),
        ("Say: “Begin.”", "Sag „Fangt an.“"),
        ('Add {key} = "..."', '{key} = "..." hinzufügen'),
        ("<beth@example.org>", "<berta@example.org>"),
        ("Open **People** with `Ctrl+1` or `+`.", "Öffne **Personen** mit `Strg+1` oder `+`."),
        ("See [the room display](display).", "Siehe [Raumanzeige](display)."),
    ],
)
def test_what_a_language_says_in_its_own_way_is_no_fault(
    message: str | tuple[str, str], said: str | tuple[str, ...]
) -> None:
    assert found(message, said) == []


def test_a_sentence_may_end_as_its_script_writes_it() -> None:
    asked, translated = Catalog("zh"), Catalog("zh")
    asked.add("Nothing is lost.")
    translated.add("Nothing is lost.", "没有丢失任何东西。")
    assert not list(faults_in("zh/interface.po", asked, translated))


def test_faults_planted_in_a_whole_language_are_found(tmp_path: Path) -> None:
    """One in each file, and the share that is translated falls with what is missing."""
    shutil.copytree(LANGUAGES / "de", tmp_path / "de")
    before = len([fault for fault in faults("de", tmp_path) if fault.is_missing])
    plant(tmp_path / "de" / "interface.po", "Undo", "")
    plant(tmp_path / "de" / "content.po", "Impromptu Networking", "Impromptu Networking!")
    plant(tmp_path / "de" / "guide.po", "# Notes", "Notizen")
    after = [fault for fault in faults("de", tmp_path) if fault.is_missing or fault.file != "de/interface.po"]
    assert len(after) == before + 3
    assert complete("de", tmp_path) < 1


def plant(file: Path, message: str, said: str) -> None:
    """A mistake in one message of a file."""
    catalogue = polib.pofile(str(file))
    next(one for one in catalogue if one.msgid == message).msgstr = said
    catalogue.save()
