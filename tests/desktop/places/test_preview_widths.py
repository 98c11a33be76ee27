"""Nothing on the paper of Summary is cut, at any width and text size, whatever the notes are."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.places.summary.preview import PaperPreview
from formats.exports import Audience, choices_for, summarise
from formats.exports.document import Document
from formats.exports.summary_document import document_of
from formats.session.notes import NoteKind
from tests.desktop.a_session import STARTS, a_note, a_session

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 2
NOTES = (
    a_note(1, "Start with one story, not the whole strategy", is_key=True),
    a_note(2, LONG),
    a_note(3, f"https://example.org/{LONG}", NoteKind.RESOURCE),
    a_note(4, f"Write to {LONG}", NoteKind.NEXT_STEP, owner=LONG),
)


@pytest.fixture
def paper(qtbot: QtBot, look: Look) -> Iterator[PaperPreview]:
    made = PaperPreview(look)
    made.resize(700, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    look.choose(theme="light", scale=1.0, calm=True)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def document(catalogue: Catalogue) -> Document:
    session = a_session(catalogue, *NOTES)
    first, *others = session.people
    session = replace(session, title=LONG, people=(replace(first, organisation=LONG), *others))
    return document_of(summarise(session, choices_for(Audience.PRESENT), STARTS))


def blocks(paper: PaperPreview) -> Iterator[QTextBlock]:
    block = paper.document().begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [260, 420, 560, 720, 974, 1400])
def test_every_line_ends_on_the_paper(
    paper: PaperPreview, document: Document, look: Look, scale: float, width: int
) -> None:
    look.choose(theme="light", scale=scale, calm=True)
    paper.show_document(document)
    paper.resize(width, 900)
    shown = min(paper.viewport().width(), paper.maximumWidth())

    assert paper.document().size().width() <= shown
    layout = paper.document().documentLayout()
    for block in blocks(paper):
        left = layout.blockBoundingRect(block).left()
        lines = block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            assert left + line.x() + line.naturalTextWidth() <= shown + 1, block.text()
