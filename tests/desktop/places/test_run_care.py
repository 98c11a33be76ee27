"""One key away in Run: a line on the wall, what was agreed, and the card for when someone is upset."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.actions import ActName
from desktop.dialogs.structure_card import StructureCard
from desktop.dialogs.upset_card import FOR_EVERYONE, UpsetCard
from desktop.places.page import PlaceName
from desktop.places.run.care_commands import CareCommands
from desktop.room_display.views import View
from formats.session.clock import Phase
from tests.desktop.running import Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier


def card(run: Hands) -> UpsetCard:
    found = run.place.window().findChildren(UpsetCard)
    assert len(found) == 1
    return found[0]


def words(dialog: UpsetCard) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_card_opens_by_key_and_pauses_for_everyone(run: Hands) -> None:
    run.go_to("challenge")
    said: list[str] = []
    run.place.pause_line_requested.connect(said.append)
    run.key(Qt.Key.Key_U)
    assert "Would you like quiet, some company, or to step outside?" in words(card(run))
    card(run).act.click()
    assert run.runner.reading is not None
    assert run.runner.reading.phase is Phase.PAUSED
    assert said == [str(FOR_EVERYONE)]


def test_the_card_takes_nothing_from_the_clock_and_closes_with_escape(run: Hands) -> None:
    run.go_to("challenge")
    events = run.session.events
    run.key(Qt.Key.Key_U)
    assert not card(run).isModal()
    run.qtbot.keyClick(card(run), Qt.Key.Key_Escape)
    assert run.session.events == events


def test_numbers_are_proposed_until_the_user_wrote_her_own(run: Hands) -> None:
    run.key(Qt.Key.Key_U)
    assert "Samaritans 116 123" in words(card(run))
    assert "Check them" in words(card(run))
    asked: list[object] = []
    run.place.page_requested.connect(asked.append)
    card(run).write.click()
    assert asked == [PlaceName.SETTINGS]
    run.preferences.choose(replace(run.preferences.current, contacts="Ward sister 4410\n\nChaplain 4411"))
    care = run.place.findChild(CareCommands)
    care.show_card()
    assert care.card is not None
    assert "Ward sister 4410" in words(care.card)
    assert "Chaplain 4411" in words(care.card)
    assert "Samaritans" not in words(care.card)
    care.card.reject()


def test_a_line_is_asked_for_and_goes_to_the_wall(run: Hands) -> None:
    run.go_to("challenge")
    shown: list[tuple[str, object]] = []
    run.place.wall_line_requested.connect(lambda line, length: shown.append((line, length)))
    run.key(Qt.Key.Key_W)
    assert run.words("passing-words") == "The room display is not on. R shows it."
    run.place.show_room_display(View.TIMER, True)
    run.key(Qt.Key.Key_W)
    dialog = run.place.wall_commands.dialog
    assert dialog is not None
    run.qtbot.keyClicks(dialog.line, "n b Come back in two minutes")
    run.qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert run.words("passing-words") == "On the wall: n b Come back in two minutes"
    run.key(Qt.Key.Key_W)
    again = run.place.wall_commands.dialog
    assert again is not None
    assert again.ready.item(0).text() == "n b Come back in two minutes"
    again.brief.setChecked(True)
    again.ready.setFocus()
    again.ready.setCurrentRow(1)
    run.qtbot.keyClick(again.ready, Qt.Key.Key_Return)
    run.key(Qt.Key.Key_W, SHIFT)
    assert run.words("passing-words") == ""
    assert [line for line, _ in shown] == [
        "n b Come back in two minutes",
        "Two more minutes, then find a last word.",
        "",
    ]
    assert [length is not None for _, length in shown] == [False, True, False]
    assert run.stage == "challenge"


def test_a_line_ready_to_hand_is_two_keys_away(run: Hands) -> None:
    run.go_to("challenge")
    shown: list[str] = []
    run.place.wall_line_requested.connect(lambda line, _length: shown.append(line))
    run.place.show_room_display(View.TIMER, True)
    run.key(Qt.Key.Key_W)
    dialog = run.place.wall_commands.dialog
    assert dialog is not None
    dialog.activateWindow()
    run.qtbot.waitUntil(dialog.line.hasFocus)
    run.qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    run.qtbot.keyClick(dialog.ready, Qt.Key.Key_Down)
    run.qtbot.keyClick(dialog.ready, Qt.Key.Key_Return)
    assert shown == ["One minute left. Finish your sentence."]


def test_escape_takes_the_line_off_the_wall(run: Hands) -> None:
    run.go_to("challenge")
    shown: list[str] = []
    run.place.wall_line_requested.connect(lambda line, _length: shown.append(line))
    run.key(Qt.Key.Key_Escape)
    assert shown == [""]


def test_what_was_agreed_is_one_key_and_one_menu_line_away(run: Hands) -> None:
    asked: list[ActName] = []
    run.place.room_act_requested.connect(asked.append)
    run.key(Qt.Key.Key_Y)
    next(a for a in run.menu.actions() if a.objectName() == "menu-agreement").trigger()
    assert asked == [ActName.AGREEMENT, ActName.AGREEMENT]


def test_the_group_changes_its_agreement_while_the_session_runs(run: Hands) -> None:
    run.go_to("challenge")
    run.menu.change_agreement.trigger()
    dialog = run.place.findChild(CareCommands).agreement_dialog
    assert dialog is not None
    dialog.text.setPlainText("\n".join(f"Line {number}" for number in range(8)))
    assert not dialog.act.isEnabled()
    assert "7 lines at most" in dialog.trouble.text()
    dialog.text.setPlainText("  You can pass.\n\nOne voice   at a time.")
    dialog.act.click()
    assert run.session.agreement == ("You can pass.", "One voice at a time.")
    assert run.stage == "challenge"


def test_the_facilitators_own_line_stands_under_the_instruction(run: Hands) -> None:
    for stage_id in ("check-in", "challenge"):
        stage = run.session.agenda.find_stage(stage_id)
        assert stage is not None
        part = run.session.agenda.part(stage.key.part)
        assert part is not None
        own = replace(stage, facilitator_line="Ask Jo first")
        stages = tuple(own if each.key == stage.key else each for each in part.stages)
        run.runner.amend(
            lambda s, part=part, stages=stages: replace(s, agenda=s.agenda.with_part(replace(part, stages=stages)))
        )
        run.go_to(stage_id)
        assert run.words("own-line") == "For you: Ask Jo first"
    run.go_to("close")
    assert run.words("own-line") == ""


def test_the_card_of_the_structure_is_one_key_away_and_takes_nothing_from_the_clock(run: Hands) -> None:
    run.go_to("challenge")
    events = run.session.events
    run.key(Qt.Key.Key_C)
    found = run.place.window().findChildren(StructureCard)
    assert len(found) == 1
    said = "\n".join(label.text() for label in found[0].findChildren(QLabel))
    for heading in ("When it works", "Say this to begin", "Watch for", "If it goes wrong", "To end"):
        assert heading in said
    assert "Who else has met this?" in said
    assert not found[0].isModal()
    run.qtbot.keyClick(found[0], Qt.Key.Key_Escape)
    assert run.session.events == events


def test_in_english_the_card_offers_no_other_language(run: Hands) -> None:
    run.key(Qt.Key.Key_U)
    assert not card(run).original.isVisible()


@pytest.mark.usefixtures("in_german")
def test_in_another_language_the_card_is_shown_in_english_and_back(run: Hands) -> None:
    run.key(Qt.Key.Key_U)
    asked = "Would you like quiet, some company, or to step outside?"
    german = words(card(run))
    assert asked not in german
    button = card(run).original
    assert button.text() == "In English"
    button.click()
    assert asked in words(card(run))
    assert button.text() == "Auf Deutsch"
    assert "112" in words(card(run)), "whom to call depends on the country, not on the language of the card"
    assert "999" not in words(card(run))
    button.click()
    assert words(card(run)) == german
