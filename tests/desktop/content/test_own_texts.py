"""What one begins with who writes a structure or an opener of their own, in any language."""

from desktop.content.own_entries import OwnKind
from desktop.content.own_texts import blank_table, copied_table
from formats.language import speaking
from formats.language.pseudo import ACCENTED


def test_a_copy_of_ours_is_in_the_language_spoken() -> None:
    with speaking(ACCENTED):
        copy = copied_table(OwnKind.STRUCTURE, "peer-assist", "")
        assert str(copy["title"]).startswith("[[Pééŕ Åššîšt")
        assert str(copy["summary"]).startswith("[")


def test_a_copy_of_ones_own_stays_as_it_was_written() -> None:
    with speaking(ACCENTED):
        copy = copied_table(OwnKind.STRUCTURE, "mine", 'title = "A walk"\nsummary = "Out in the rain."')
    assert copy["summary"] == "Out in the rain."


def test_the_title_of_a_copy_holds_nothing_that_nobody_could_have_typed() -> None:
    """In a sentence, a title that is read from the other side is set apart by marks that no title may have."""
    copy = copied_table(OwnKind.STRUCTURE, "mine", 'title = "הליכה"')
    assert copy["title"] == "הליכה, our way"


def test_a_new_opener_begins_with_an_invitation() -> None:
    assert blank_table(OwnKind.OPENER)["invitation"] == [
        "A quiet start together.",
        "Eyes open is fine. You can sit this out.",
        "You can stop at any time.",
    ]
