"""Markup in every text that a person can type or name, and whether it is read as more than words anywhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent
from PySide6.QtGui import QGuiApplication, QHelpEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMenu, QTabBar, QWidget
from shiboken6 import isValid

from desktop.content.catalogue import Catalogue
from desktop.content.own_entries import OwnEntries, OwnKind, template
from formats.library.file import LibraryFile
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, Part, Stage
from formats.session.closing_round import LONGEST_WORD
from formats.session.people import Person
from formats.session.session import Session

AMPERSAND = "R&D"
FOLDER = "<img src=x> <b>ours R&D [*] %1"
_QUOTED = (
    "Our own way", "One sentence on what it is for.", "A circle of chairs for each room", "A good neighbour",
    "Anything that is good to know before.", "Shared with their kind permission.", "Our own start",
    "One sentence on what it is like.", "A quiet start together.", "Eyes open is fine. You can sit this out.",
)  # fmt: skip


def hostile(word: str, picture: Path) -> str:
    """A text that is markup to whoever reads it so, and names a picture to open."""
    return f"<img src='{picture.as_uri()}'><b>{word}</b> {AMPERSAND} [*] %1"


def fill_with_markup(file: LibraryFile, catalogue: Catalogue, session: Session, picture: Path) -> Session:
    """Puts the session, one before it, and a structure and an opener of one's own into a library."""
    repository = SessionRepository(file)
    made = with_hostile_texts(session, picture)
    repository.keep_session(replace(made, id="january", starts_at=made.starts_at.replace(month=1)))
    repository.keep_session(made)
    entries = OwnEntries(file, catalogue)
    for kind in OwnKind:
        text = template(kind)
        for words in _QUOTED:
            text = text.replace(json.dumps(words), json.dumps(hostile(words, picture)))
        entries.keep(kind, text, "")
    return made


def with_hostile_texts(session: Session, picture: Path) -> Session:
    """The session, each of its texts markup."""
    return replace(
        session,
        title=hostile("title", picture),
        series=hostile("series", picture),
        place=hostile("place", picture),
        joining=hostile("joining", picture),
        people=tuple(_person(person, picture) for person in session.people),
        notes=tuple(
            replace(note, text=hostile(f"note {at}", picture), owner=hostile("owner", picture))
            for at, note in enumerate(session.notes)
        ),
        agenda=Agenda(tuple(_part(part, picture) for part in session.agenda.parts)),
        closing_round=replace(
            session.closing_round, words=tuple(sorted(hostile(w, picture)[-LONGEST_WORD:] for w in ("a", "b")))
        ),
    )


def _person(person: Person, picture: Path) -> Person:
    return replace(
        person,
        name=hostile(person.name, picture),
        organisation=hostile("organisation", picture),
        role=hostile("role", picture),
        remarks=hostile("remarks", picture),
    )


def _part(part: Part, picture: Path) -> Part:
    stages = tuple(_stage(stage, picture) for stage in part.stages)
    return replace(part, title=hostile("part", picture), stages=stages)


def _stage(stage: Stage, picture: Path) -> Stage:
    return replace(
        stage,
        title=hostile("stage", picture),
        short_title=hostile("short", picture),
        instruction=hostile("instruction", picture),
        prompt=hostile("prompt", picture),
        question=hostile("question", picture),
        wall=tuple(hostile("wall", picture) for _ in stage.wall),
    )


def read_as_more(window: QWidget) -> Iterator[str]:
    """What a window, or anything in it, would read as more than words; its tips are asked for too."""
    if "[*]" in window.windowTitle().replace("[*][*]", ""):
        yield f"the title {window.windowTitle()} of {window!r} has a place for a star"
    for widget in (window, *window.findChildren(QWidget)):
        if isValid(widget):  # a tip is a label in the window, and goes when the next one is asked for
            _ask_for_tip(widget)
        if isValid(widget):
            yield from _faults(widget)


def _ask_for_tip(widget: QWidget) -> None:
    """Rests the mouse over it, and over each column of a list's first row."""
    points = [widget.rect().center()]
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractItemView) and parent.viewport() is widget and parent.model() is not None:
        points += [parent.visualRect(parent.model().index(0, column)).center() for column in range(6)]
    for point in points:
        event = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
        QGuiApplication.sendEvent(widget, event)


def _faults(widget: QWidget) -> Iterator[str]:
    actions = widget.actions() if isinstance(widget, QMenu) else []
    tips = [widget.toolTip(), widget.whatsThis()]
    if isinstance(widget, QMenu) and widget.toolTipsVisible():  # else a tip only repeats the words of the action
        tips += [action.toolTip() for action in actions]
    if isinstance(widget, QTabBar):
        tips += [widget.tabToolTip(number) for number in range(widget.count())]
        yield from (
            f"{widget!r} has the tab {text}" for text in _swallowed(map(widget.tabText, range(widget.count())))
        )
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        tips += _tips_of(widget.model())
    yield from (f"{widget!r} has the tip {tip}" for tip in tips if Qt.mightBeRichText(tip))
    reads_markup = isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText
    if reads_markup and Qt.mightBeRichText(widget.text()):
        yield f"{widget!r} reads {widget.text()}"
    if isinstance(widget, QAbstractButton) and AMPERSAND in widget.text() and not widget.shortcut().isEmpty():
        yield f"{widget!r} takes {widget.shortcut().toString()}"
    yield from (f"{widget!r} offers {text}" for text in _swallowed(action.text() for action in actions))


def _swallowed(texts: Iterator[str]) -> Iterator[str]:
    """Those whose & would vanish and underline what follows."""
    return (text for text in texts if AMPERSAND in text)


def _tips_of(model: QAbstractItemModel) -> list[str]:
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(columns)]
    return [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
