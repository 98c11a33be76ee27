"""A label that wraps is as high as its words need, whatever it said or looked like when it was asked before."""

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desktop.look import Look
from desktop.widgets.words import Words

WIDTH = 200
SENTENCE = "Ask who already trusts you, and then ask them who else they would ask."


def height_of(words: Words) -> int:
    return words.heightForWidth(WIDTH)


def test_other_words_need_another_height(look: Look, qtbot: QtBot) -> None:
    words = Words("Ask", wrap=True)
    qtbot.addWidget(words)
    low = height_of(words)
    words.setText(SENTENCE)
    assert height_of(words) > low
    words.setText("Ask")
    assert height_of(words) == low


def test_another_font_needs_another_height(look: Look, qtbot: QtBot) -> None:
    words = Words(SENTENCE, wrap=True)
    qtbot.addWidget(words)
    before = height_of(words)
    words.setFont(QFont(words.font().family(), 40))
    assert height_of(words) > before


def test_another_role_needs_another_height(look: Look, qtbot: QtBot) -> None:
    words = Words(SENTENCE, "label", wrap=True)
    qtbot.addWidget(words)
    words.show()
    before = height_of(words)
    words.set_role("large")
    assert height_of(words) > before


def test_a_word_that_is_broken_needs_more_lines_the_narrower_it_is(look: Look, qtbot: QtBot) -> None:
    words = Words("A" * 60, wrap=True)
    qtbot.addWidget(words)
    heights = [words.heightForWidth(width) for width in (400, 200, 100)]
    assert heights == sorted(set(heights))
