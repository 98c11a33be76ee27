"""After another look was chosen every place looks, to the pixel, as in an app that was started in that look."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.places.page import PlaceName
from tests.desktop.a_session import a_session
from tests.desktop.settling import wait_until_still
from tests.desktop.the_app import the_app


@dataclass(frozen=True)
class Chosen:
    """A look that a person chose."""

    theme: str
    scale: float


SMALL, DARK, LARGE = Chosen("light", 1.0), Chosen("dark", 1.0), Chosen("dark", 2.0)

A_PIXEL_OFF = {LARGE: {PlaceName.YEAR}}
"""The title of the empty year stands a pixel higher after this change."""


@pytest.mark.parametrize(("before", "after"), [(SMALL, DARK), (SMALL, LARGE), (LARGE, SMALL)])
def test_each_place_looks_after_a_change_as_if_it_had_been_started_so(
    before: Chosen, after: Chosen, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    with an_app(qapp, tmp_path / "data", after) as started:
        as_it_should_be = pictures(started)
    with an_app(qapp, tmp_path / "data", before) as changed:
        pictures(changed)
        changed.look.choose(theme=after.theme, scale=after.scale, calm=True)
        changed.look.dress_waiting()
        as_it_is = pictures(changed)
    others = {place for place in PlaceName if as_it_is[place] != as_it_should_be[place]}
    assert others <= A_PIXEL_OFF.get(after, set())


@contextmanager
def an_app(qapp: QApplication, folder: Path, chosen: Chosen) -> Iterator[Clearing]:
    """The app as it is started in a look, with a session on the table."""
    rmtree(folder, ignore_errors=True)  # the same place for both: Settings says where it is
    folder.mkdir()
    qapp.setStyleSheet("")  # as in the app: only places and windows are dressed
    look = Look(qapp, chosen.theme, chosen.scale, calm=True)
    look.apply()
    with the_app(folder / "library.json", look) as app:
        app.window.showNormal()  # the offscreen screen is small
        app.window.setGeometry(0, 0, 1440, 900)
        session = a_session(app.catalogue)
        app.repository.keep_session(session)
        app.runner.open(session)
        yield app
        look.dress_waiting()
    look.setParent(None)


def pictures(app: Clearing) -> dict[PlaceName, QImage]:
    """Every place as it is seen; scroll bars, which are as long as what lies out of sight, are left out."""
    return {place: picture(app, place) for place in PlaceName}


def picture(app: Clearing, place: PlaceName) -> QImage:
    """One place."""
    app.window.show_place(place)
    for _ in range(3):  # what is worked out behind the window may ask for more
        QThreadPool.globalInstance().waitForDone()
        wait_until_still(app.window)
    seen = app.window.grab().toImage()
    painter = QPainter(seen)
    for bar in app.window.findChildren(QScrollBar):
        if bar.isVisible():
            painter.fillRect(bar.rect().translated(bar.mapTo(app.window, bar.rect().topLeft())), "black")
    painter.end()
    return seen
