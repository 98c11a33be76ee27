"""A message is said in the language that is spoken, its fields filled in, with the language's rule for numbers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from gettext import NullTranslations

import pytest

from formats.language import ENGLISH, Language, Message, in_its_place, speak, speaking, spoken, tr, tr_count


class Told(NullTranslations):
    """A catalogue of a few messages, with a third form for five and more."""

    def __init__(self, **said: str) -> None:
        super().__init__()
        self._said = said

    def gettext(self, message: str) -> str:
        return self._said.get(message, message)

    def ngettext(self, one: str, several: str, count: int) -> str:
        return self._said.get("many" if count >= 5 else "few", several) if count > 1 else one

    def pgettext(self, context: str, message: str) -> str:
        return self._said.get(f"{context}: {message}", message)


@pytest.fixture(autouse=True)
def _back_to_english() -> Iterator[None]:
    yield
    speak(ENGLISH)


def test_english_says_what_stands_there() -> None:
    assert tr("Next stage") == "Next stage"
    assert tr("Next: {stage}", stage="Think") == "Next: Think"
    assert tr_count("{count} person", "{count} people", 1) == "1 person"
    assert (
        tr_count("{count} person in {room}", "{count} people in {room}", 3, room="Room 2") == "3 people in Room 2"
    )


def test_a_message_without_fields_may_hold_braces() -> None:
    assert tr("Write {name} where the name goes") == "Write {name} where the name goes"


def test_a_language_that_is_spoken_says_it_in_its_words() -> None:
    speak(Language("xx", "Xx", Told(**{"Next: {stage}": "{stage} kommt"})))
    assert tr("Next: {stage}", stage="Think") == "Think kommt"
    assert tr("Pause") == "Pause"


def test_plurals_follow_the_language() -> None:
    speak(Language("xx", "Xx", Told(few="{count} few", many="{count} many")))
    assert [tr_count("{count} one", "{count} some", count) for count in (1, 2, 5)] == ["1 one", "2 few", "5 many"]


def test_a_message_named_early_is_looked_up_late() -> None:
    pause = Message("Pause")
    assert str(pause) == "Pause"
    speak(Language("xx", "Xx", Told(Pause="Halt")))
    assert f"{pause}" == "Halt"
    assert Message("{what} is over").filled(what=pause) == "Halt is over"


def test_a_translation_with_an_unknown_field_gives_way_to_english() -> None:
    speak(Language("xx", "Xx", Told(**{"Next: {stage}": "{stege} kommt"})))
    assert tr("Next: {stage}", stage="Think") == "Next: Think"


def test_a_field_that_holds_braces_is_not_filled_again() -> None:
    assert tr("{name} in {room}", name="{room}", room="Room 1") == "{room} in Room 1"


def test_a_document_has_a_language_of_its_own() -> None:
    speak(Language("aa", "Aa", Told(Pause="A")))
    with speaking(Language("bb", "Bb", Told(Pause="B"))):
        assert tr("Pause") == "B"
        with ThreadPoolExecutor(1) as other:
            assert other.submit(tr, "Pause").result() == "A"
    assert tr("Pause") == "A"


def test_a_text_is_known_by_the_place_it_stands_in() -> None:
    speak(Language("xx", "Xx", Told(**{"troika/think: Think": "Denken"})))
    assert in_its_place("troika/think", "Think") == "Denken"
    assert in_its_place("other", "Think") == "Think"
    assert in_its_place("troika", "") == ""


def test_in_a_language_from_the_right_what_is_latin_is_set_apart() -> None:
    speak(Language("ar", "Ar", NullTranslations()))
    assert spoken().from_the_right
    assert tr("{structure} is next", structure="1-2-4-All") == "\u20681-2-4-All\u2069 is next"
    assert tr("{name} is next", name="ليلى") == "ليلى is next"


def test_in_english_only_a_name_from_the_right_is_set_apart() -> None:
    assert tr("{name} is next", name="ليلى") == "\u2068ليلى\u2069 is next"
    assert tr("{name} is next", name="Zoë") == "Zoë is next"
