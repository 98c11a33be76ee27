"""A page of the guide over a dialog, which stays as it is below it."""

from PySide6.QtWidgets import QWidget

from desktop.content.guide.pages import read_guide
from desktop.dialogs.frame import Dialog
from desktop.guide.page_text import GuideText
from desktop.look import Look
from desktop.widgets.help_keys import HELP_TOPIC
from formats.language import tr

WIDTH, HEIGHT = 760, 640
LEAST = 260


class GuidePageDialog(Dialog):
    """One page to read; its links lead on to others."""

    keeps_draft = False

    def __init__(self, look: Look, page_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Help"), tr("Close"), parent)
        self.setObjectName("guide-page-dialog")
        self.cancel.hide()
        self.text = GuideText(look)
        self.text.setMinimumHeight(LEAST)
        self.text.page_chosen.connect(self._show)
        self.body.addWidget(self.text, 1)
        self._show(page_id)
        self.fit_window(WIDTH, HEIGHT)
        self.text.setFocus()

    def _show(self, page_id: str) -> None:
        self.text.show_page(read_guide().page(page_id))


def show_guide_page(dialog: Dialog) -> None:
    """The page about a dialog, or about what it came from; nothing more over a page that is open already."""
    if isinstance(dialog, GuidePageDialog):
        return
    kinds = [kind.__name__ for kind in type(dialog).__mro__]
    GuidePageDialog(dialog.look, read_guide().page_about(*kinds, *_topics_around(dialog)).id, dialog).open()


def _topics_around(dialog: QWidget) -> list[str]:
    """What the windows are about that a dialog came from."""
    around, topics = dialog.parentWidget(), []
    while around is not None:
        topics += [around.property(HELP_TOPIC) or "", *(kind.__name__ for kind in type(around).__mro__)]
        around = around.parentWidget()
    return topics
