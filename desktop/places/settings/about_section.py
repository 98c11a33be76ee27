"""Which Clearing this is, what it promises, and whose work is in it."""

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from PySide6.QtWidgets import QPlainTextEdit

from desktop.content.catalogue import read_catalogue
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.places.settings.section import SettingsSection
from desktop.widgets.buttons import ActionButton

PROMISE = "Nothing leaves this computer unless you export it. Clearing never goes online."
CREDITS = (
    "Type: Atkinson Hyperlegible Next by the Braille Institute of America, and Inter by Rasmus Andersson, both"
    " under the SIL Open Font License.",
    "Icons: Lucide, under the ISC License.",
    "Liberating Structures are by Henri Lipmanowicz and Keith McCandless. Every structure names who it comes from;"
    " the wording here is our own.",
    "Built with Qt for Python, under the LGPL, and TinyDB, under the MIT License.",
)
TEXTS = (
    ("fonts", "AtkinsonHyperlegibleNext-OFL.txt"),
    ("fonts", "Inter-OFL.txt"),
    ("icons", "LICENSE.txt"),
)


class AboutSection(SettingsSection):
    """Version, promise and credits; the whole licences in a dialog."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "About")
        self.dialog: Dialog | None = None
        self.version = self.add_words(version_words(), "")
        self.add_words(PROMISE, "strong")
        for credit in CREDITS:
            self.add_words(credit)
        self.licences = ActionButton(look, "Credits and licences", "scale")
        self.licences.setObjectName("licences")
        self.licences.clicked.connect(self._show_licences)
        self.add_line(self.licences)

    def _show_licences(self) -> None:
        self.dialog = Dialog(self.look, "Credits and licences", "Close", self)
        self.dialog.cancel.hide()
        text = QPlainTextEdit(licence_texts())
        text.setReadOnly(True)
        text.setAccessibleName("Credits and licences")
        self.dialog.body.addWidget(text)
        self.dialog.fit_window(720, 620)
        self.dialog.open()


def version_words() -> str:
    """The name and, where it is known, the version."""
    try:
        return f"Clearing {version('clearing')}, under the MIT licence"
    except PackageNotFoundError:
        return "Clearing, under the MIT licence"


def licence_texts() -> str:
    """Who each structure comes from, then the licences of fonts and icons as they came."""
    credited = (structure for structure in read_catalogue().structures if structure.credit)
    lines = [f"{each.title}: {each.credit.by}\n{each.credit.licence}" for each in credited if each.credit]
    texts = [files("resources").joinpath(folder, name).read_text("utf-8").strip() for folder, name in TEXTS]
    return "\n\n".join(["Structures", *lines, *texts])
