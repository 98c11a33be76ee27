"""A page to read over whatever is open: of the guide, or written as its pages are."""

from PySide6.QtWidgets import QWidget

from desktop.content.guide.pages import GuidePage, read_guide
from desktop.dialogs.frame import Dialog
from desktop.guide.page_text import GuideText
from desktop.look import Look
from desktop.widgets.help_topic import HELP_TOPIC
from formats.language import tr

WIDTH, HEIGHT = 760, 640
LEAST = 260


class PageDialog(Dialog):
    """One page, and a button that closes it."""

    keeps_draft = False

    def __init__(self, look: Look, title: str, page: GuidePage, parent: QWidget | None = None) -> None:
        super().__init__(look, title, tr("Close"), parent)
        self.cancel.hide()
        self.text = GuideText(look)
        self.text.setMinimumHeight(LEAST)
        self.body.addWidget(self.text, 1)
        self.text.show_page(page)
        self.fit_window(WIDTH, HEIGHT)
        self.text.setFocus()


class GuidePageDialog(PageDialog):
    """A page of the guide over a dialog, which stays as it is below it; its links lead on to others."""

    def __init__(self, look: Look, page_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Help"), read_guide().page(page_id), parent)
        self.setObjectName("guide-page-dialog")
        self.page_id = page_id
        self.text.page_chosen.connect(self._show)

    def _show(self, page_id: str) -> None:
        self.page_id = page_id
        self.text.show_page(read_guide().page(page_id))


def show_guide_page(dialog: Dialog) -> None:
    """The page about a dialog, or about what it came from; nothing more over a page that is open already."""
    if isinstance(dialog, GuidePageDialog):
        return
    GuidePageDialog(dialog.look, read_guide().page_about(*_topics_around(dialog)).id, dialog).open()


def _topics_around(dialog: QWidget) -> list[str]:
    """What a dialog is about, then the windows that it came from."""
    around: QWidget | None = dialog
    topics: list[str] = []
    while around is not None:
        topics += [around.property(HELP_TOPIC) or "", *(kind.__name__ for kind in type(around).__mro__)]
        around = around.parentWidget()
    return topics
