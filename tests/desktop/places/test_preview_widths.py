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
from desktop.widgets.scrolling import ScrollColumn
from formats.exports import Audience, choices_for, summarise
from formats.exports.document import Block, Bullets, Document, Item, Table
from formats.exports.passages import Passage, plain
from formats.exports.summary_document import document_of
from formats.language import ENGLISH
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


@pytest.fixture
def desk(paper: PaperPreview, qtbot: QtBot) -> Iterator[ScrollColumn]:
    """A desk that is not as high as the paper on it, as in the places."""
    made = ScrollColumn()
    made.column.addWidget(paper)
    made.verticalScrollBar().valueChanged.connect(paper.read_on)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.column.removeWidget(paper)
    paper.setParent(None)
    made.close()
    made.deleteLater()


def read_to_the_end(desk: ScrollColumn, paper: PaperPreview, qtbot: QtBot, last: str) -> None:
    def there() -> bool:
        desk.verticalScrollBar().setValue(desk.verticalScrollBar().maximum())
        return last in paper.toPlainText()

    qtbot.waitUntil(there, timeout=8000)


def test_a_long_document_is_set_as_far_as_it_is_read_and_is_whole_in_the_end(
    desk: ScrollColumn, paper: PaperPreview, qtbot: QtBot
) -> None:
    rows = tuple((plain(f"Session {number}"), plain("some")) for number in range(600))
    paper.show_document(a_page(Table(("Session", "People"), rows)))
    assert "Session 50" in paper.toPlainText()
    qtbot.waitUntil(lambda: paper.height() > 3 * desk.height())
    assert "Session 599" not in paper.toPlainText()

    read_to_the_end(desk, paper, qtbot, "Session 599")
    said = paper.toPlainText().split()
    assert [int(word) for word in said if word.isdigit()] == list(range(600))
    qtbot.waitUntil(lambda: paper.height() - paper.document().size().height() < 50, timeout=5000)


def test_what_nobody_sees_is_not_set_until_it_is_seen(
    desk: ScrollColumn, paper: PaperPreview, qtbot: QtBot
) -> None:
    desk.hide()
    paper.show_document(a_page(Bullets(tuple(Item(plain(f"Note {number}")) for number in range(600)))))
    QCoreApplication.processEvents()
    before = paper.toPlainText()
    QCoreApplication.processEvents()
    assert paper.toPlainText() == before
    desk.show()
    qtbot.waitUntil(lambda: len(paper.toPlainText()) > len(before))


def test_whoever_reads_far_below_stays_there_while_the_page_is_set_anew(
    desk: ScrollColumn, paper: PaperPreview, qtbot: QtBot
) -> None:
    page = a_page(Bullets(tuple(Item(plain(f"Note {number}")) for number in range(600))))
    paper.show_document(page)
    read_to_the_end(desk, paper, qtbot, "Note 599")
    qtbot.waitUntil(lambda: paper.height() - paper.document().size().height() < 50, timeout=5000)
    high = paper.height()

    paper.show_document(page)
    assert "Note 599" not in paper.toPlainText()
    assert paper.height() == high
    qtbot.waitUntil(lambda: "Note 599" in paper.toPlainText(), timeout=5000)
    assert paper.height() == high


def a_page(*blocks: Block) -> Document:
    return Document(plain("The year"), Passage(), blocks, ENGLISH, STARTS)
