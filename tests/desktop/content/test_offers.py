"""What is on offer: one order, one search and one line of facts, wherever something is chosen."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.content.offers import Offer, offered_openers, offered_structures, opener_length, structure_facts
from desktop.dialogs.choose_opener import ChooseOpenerDialog
from desktop.dialogs.choose_structure import ChooseStructureDialog
from desktop.look import Look


def offer_of(offers: tuple[Offer, ...], wanted: str) -> Offer:
    return next(offer for offer in offers if offer.id == wanted)


def test_openers_come_with_the_preferred_first_and_those_by_name_last(catalogue: Catalogue) -> None:
    offers = offered_openers(catalogue)
    assert offers[0].id == catalogue.preferred_opener.id
    assert [offer.by_name_only for offer in offers] == sorted(offer.by_name_only for offer in offers)


def test_one_offered_by_name_only_waits_for_its_name_unless_it_is_chosen_now(catalogue: Catalogue) -> None:
    box = offer_of(offered_openers(catalogue), "box-breathing")
    assert box.by_name_only
    assert not box.is_offered("")
    assert not box.is_offered("b")
    assert box.is_offered("BOX")
    assert box.is_offered("", now="box-breathing")
    assert not box.is_offered("no such words", now="box-breathing")


def test_every_word_typed_must_be_in_title_summary_or_credit(catalogue: Catalogue) -> None:
    offers = offered_structures(catalogue)
    assert [one.id for one in offers if one.answers("consulting  TROIKA")] == ["troika-consulting"]
    assert all(one.answers("") for one in offers)
    assert not any(one.answers("troika zebra") for one in offers)


def test_a_line_of_facts_says_length_and_rooms(catalogue: Catalogue) -> None:
    structure, opener = catalogue.structures[0], catalogue.preferred_opener
    assert structure_facts(structure) == "34 min a round, 5 to 8 in a room"
    usual = replace(opener.lengths, minimum=opener.lengths.usual, maximum=opener.lengths.usual)
    assert opener_length(replace(opener, lengths=usual)).count("to") == 0
    assert " to " in opener_length(opener)


def test_both_dialogs_offer_in_this_order_and_mark_the_first(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    structures = ChooseStructureDialog(look, catalogue, "Add a structure")
    openers = ChooseOpenerDialog(look, catalogue, now="five-senses")
    for dialog, offers in ((structures, offered_structures(catalogue)), (openers, offered_openers(catalogue))):
        qtbot.addWidget(dialog)
        listed = [dialog.list.item(row).text().splitlines()[0] for row in range(dialog.list.count())]
        assert listed == [offer.title for offer in offers]
    assert structures.structure == catalogue.structures[0]
    assert openers.opener == catalogue.opener("five-senses")
    structures.search.setText("no such words")
    assert structures.structure is None
    assert not structures.act.isEnabled()
