"""Signs that no font can print are found, and said by the name of their script."""

from pathlib import Path

from formats.exports import Choices
from formats.exports.undrawn import undrawn_sentence, undrawn_signs, unusual_signs
from tests.exports.sessions import NOW, a_document, noted

NOBODYS = "\U000f1234"


def test_a_page_in_latin_letters_asks_no_font() -> None:
    assert unusual_signs(a_document(noted("Þórsdóttir, Zielińska and Nguyen: “ça va”"), Choices(), NOW)) <= {
        "“", "”", "’",
    }  # fmt: skip


def test_a_sign_that_no_font_has_is_found_among_those_that_can_be_printed(fonts: Path) -> None:
    signs = unusual_signs(a_document(noted(f"Ελλάδα {NOBODYS} Привет"), Choices(), NOW))

    assert undrawn_signs(signs, fonts) == (NOBODYS,)


def test_where_all_can_be_printed_nothing_is_said(fonts: Path) -> None:
    assert undrawn_signs(frozenset("Привет"), fonts) == ()
    assert undrawn_sentence(()) == ""


def test_scripts_are_said_by_name_once() -> None:
    said = undrawn_sentence("અઆ" + NOBODYS)

    assert "(Gujarati and characters without a name)" in said
    assert "web page" in said
