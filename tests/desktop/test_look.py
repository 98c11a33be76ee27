"""The look is put on again when it is another one, and not for every wish."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.look import Look


def test_it_is_put_on_for_another_theme_size_or_motion_and_not_for_the_same(look: Look, qtbot: QtBot) -> None:
    look.choose(theme="light", scale=1.0, calm=False)
    told: list[bool] = []
    look.look_changed.connect(lambda: told.append(True))
    for theme, scale, calm in (
        ("light", 1.0, False),
        ("dark", 1.0, False),
        ("dark", 1.5, False),
        ("dark", 1.5, True),
    ):
        look.choose(theme=theme, scale=scale, calm=calm)
    assert len(told) == 3


def test_reduced_motion_dresses_nothing_anew(look: Look, qtbot: QtBot) -> None:
    look.choose(theme="light", scale=1.0, calm=False)
    seen = Restyled()
    qtbot.addWidget(seen)
    seen.show()
    seen.times = 0
    with qtbot.waitSignal(look.look_changed):
        look.choose(theme="light", scale=1.0, calm=True)
    assert seen.times == 0
    look.choose(theme="dark", scale=1.0, calm=True)
    assert seen.times > 0


class Restyled(QWidget):
    """Counts how often it gets another style."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() is QEvent.Type.StyleChange
        super().changeEvent(event)
