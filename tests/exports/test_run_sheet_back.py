"""The back of the run sheet: how the structure goes, and whom to call, for when the laptop dies."""

from importlib.resources import files
from pathlib import Path

from formats.exports import run_sheet
from formats.session.facilitator_card import upset_card
from formats.structures import read_structures
from formats.structures.card import card_of
from tests.exports.readers import pdf_of, pdf_text
from tests.exports.sessions import NOW, a_session

STRUCTURES = {one.id: one for one in read_structures(files("resources") / "structures")}


def pages_of(pdf: bytes) -> int:
    return len(pdf_of(pdf).pages)


def words(pdf: bytes) -> str:
    return " ".join(pdf_text(pdf).replace("\u00a0", " ").split())


def test_the_back_says_how_the_structure_goes_and_what_to_do_when_someone_is_upset(fonts: Path) -> None:
    cards = (card_of(STRUCTURES["peer-assist"]), upset_card(("Ward sister 4410",)))
    said = words(run_sheet(a_session(), now=NOW, fonts=fonts, back=cards))
    for line in (
        "Say this to begin",
        "Who else has met this?",
        "If someone is upset",
        "Do not touch.",
        "Ward sister 4410",
    ):
        assert line in said
    assert "Samaritans" not in said


def test_a_run_sheet_without_cards_has_no_back(fonts: Path) -> None:
    assert "If someone is upset" not in words(run_sheet(a_session(), now=NOW, fonts=fonts))


def test_a_card_of_two_rounds_of_one_structure_is_there_once(fonts: Path) -> None:
    one = card_of(STRUCTURES["troika-consulting"])
    said = words(run_sheet(a_session(), now=NOW, fonts=fonts, back=(one, one)))
    assert said.count("Thank your two helpers.") == 1


def test_the_cards_of_a_day_share_one_page(fonts: Path) -> None:
    front = pages_of(run_sheet(a_session(), now=NOW, fonts=fonts))
    cards = (card_of(STRUCTURES["peer-assist"]), card_of(STRUCTURES["min-specs"]), upset_card())
    assert pages_of(run_sheet(a_session(), now=NOW, fonts=fonts, back=cards)) == front + 1
