"""What can be done with a stage or a part of the agenda, as the menus of their rows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop import keys
from desktop.actions import key_words
from desktop.places.prepare.part_card import PartCard
from desktop.places.prepare.row_acts import PartAct
from desktop.places.prepare.stage_row import StageAct, StageRow
from desktop.widgets.press import connect_press
from desktop.widgets.reorder import ReorderRow
from desktop.widgets.tips import menu_text
from formats.language import tr
from formats.session.agenda import Part, StageKind
from formats.structures.structure import StageTemplate

REMOVE = "Ctrl+Del"


def stage_menu(
    parent: QWidget, row: StageRow, others: Sequence[Part], move_to: Callable[[StageRow, str], object]
) -> QMenu:
    """What can be done with a stage; `others` are the parts that it could go to."""
    menu, stage = QMenu(parent), row.stage
    locked = stage.locked_start is not None
    if stage.kind is not StageKind.CLOSING_ROUND:
        _add(menu, row, _with_key(tr("Duplicate"), keys.DUPLICATE), StageAct.DUPLICATE)
    lock = tr("Unlock the start time") if locked else tr("Lock the start time")
    _add(menu, row, _with_key(lock, keys.LOCK), StageAct.LOCK)
    _add(menu, row, tr("Start at another time…"), StageAct.LOCK_AT)
    menu.addSeparator()
    _add(menu, row, tr("Change…"), StageAct.CHANGE, offered=row.changeable)
    _add(menu, row, tr("Title and instruction…"), StageAct.OWN_WORDS, offered=not row.changeable)
    back = tr("As the structure has it") if stage.kind is StageKind.WORK else tr("As it was")
    _add(menu, row, back, StageAct.WORDS_BACK, offered=stage.words_before is not None)
    _add(menu, row, tr("Your own line…"), StageAct.OWN_LINE)
    if stage.kind is not StageKind.OPENER:  # which never runs into a round by itself
        moves_on = menu.addAction(tr("Moves on by itself"))
        moves_on.setCheckable(True)
        moves_on.setChecked(stage.moves_on)
        connect_press(moves_on, row.ask, StageAct.AUTO_ADVANCE)
    menu.addSeparator()
    _add(menu, row, tr("Break after this"), StageAct.BREAK_AFTER)
    _add(menu, row, tr("Stage of your own after this…"), StageAct.STAGE_AFTER)
    add_moves(menu, row)
    if others:
        _add_parts(menu, row, others, move_to)
    menu.addAction(_with_key(tr("Remove"), REMOVE)).triggered.connect(row.ask_removal)
    return menu


def part_menu(
    parent: QWidget,
    card: PartCard,
    optional: Sequence[tuple[StageTemplate, bool]],
    do: Callable[[PartCard, PartAct | str], object],
) -> QMenu:
    """What can be done with a part; the stages that its structure leaves to choice are ticks."""
    menu = QMenu(parent)
    duplicate = _with_key(tr("Duplicate"), keys.DUPLICATE)
    for words, act in ((duplicate, PartAct.DUPLICATE), (tr("Break after this"), PartAct.BREAK_AFTER)):
        connect_press(menu.addAction(words), partial(do, card), act)
    for stage, is_in in optional:
        tick = menu.addAction(tr("With “{stage}”", stage=stage.title))
        tick.setCheckable(True)
        tick.setChecked(is_in)
        connect_press(tick, partial(do, card), stage.id)
    menu.addSeparator()
    add_moves(menu, card)
    menu.addAction(_with_key(tr("Remove"), REMOVE)).triggered.connect(card.ask_removal)
    return menu


def _add_parts(
    menu: QMenu, row: StageRow, others: Sequence[Part], move_to: Callable[[StageRow, str], object]
) -> None:
    inner = menu.addMenu(tr("Move to"))
    for part in others:
        connect_press(inner.addAction(menu_text(part.title)), partial(move_to, row), part.id)


def add_moves(menu: QMenu, row: ReorderRow) -> None:
    """Up and down, as the keys do it."""
    menu.addAction(_with_key(tr("Move up"), "Alt+Up")).triggered.connect(row.move_up)
    menu.addAction(_with_key(tr("Move down"), "Alt+Down")).triggered.connect(row.move_down)


def pop_up(menu: QMenu, below: QWidget) -> None:
    """Opens a menu under what it belongs to; it goes when it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))


def _with_key(words: str, key: str) -> str:
    """A line of a menu, with its key at the end."""
    return f"{words}\t{key_words(key)}"


def _add(menu: QMenu, row: StageRow, words: str, act: StageAct, *, offered: bool = True) -> None:
    if offered:
        connect_press(menu.addAction(words), row.ask, act)
