"""Roles that any structure has are said in the language spoken."""

from formats.language import speaking
from formats.language.pseudo import ACCENTED
from formats.structures.overlay import KEYS_OF_OURS
from formats.structures.role_words import WORDS, role_said


def test_every_role_that_a_file_keeps_in_english_has_its_word() -> None:
    assert set(WORDS) == KEYS_OF_OURS
    assert all(role_said(role) == role for role in WORDS)


def test_it_is_said_where_it_is_shown_and_other_roles_stay() -> None:
    with speaking(ACCENTED):
        assert role_said("everyone") == "[évéŕýöñé···]"
        assert role_said("Ratsuchende") == "Ratsuchende"
