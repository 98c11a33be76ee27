"""Light or dark, how large the text is, and whether things move: every choice is in force at once."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea

from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.settings.section import SettingsSection, choice_buttons
from desktop.preferences import Preferences
from desktop.widgets.buttons import ActionButton
from desktop.widgets.tick import Tick
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import Message, tr

THEMES = (
    ("system", Message("Same as this computer"), "monitor"),
    ("light", Message("Light"), "sun"),
    ("dark", Message("Dark"), "moon"),
)
STEP, SCALE_WORDS = 44, 96
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class StepButton(ActionButton):
    """Of one size at any size of text, so that it stays where it was pressed."""

    def sizeHint(self) -> QSize:
        return QSize(STEP, STEP)


class LookSection(SettingsSection):
    """What the app looks like."""

    def __init__(self, look: Look, preferences: LivePreferences) -> None:
        super().__init__(look, tr("Look"))
        self._preferences = preferences
        self._themes = choice_buttons(look, [(theme, str(said), icon) for theme, said, icon in THEMES])
        self._group = QButtonGroup(self)
        for value, button in self._themes.items():
            button.setObjectName(f"theme-{value}")
            self._group.addButton(button)
        self.smaller, self.larger = StepButton(look, "", "minus"), StepButton(look, "", "plus")
        for step, name in ((self.smaller, tr("Smaller text")), (self.larger, tr("Larger text"))):
            step.setObjectName(name.lower().replace(" ", "-"))
            step.setAccessibleName(name)
            step.setToolTip(plain_tip(name))
        self.scale = Words("", "strong")
        self.calm = Tick(look, tr("Reduce motion"))
        self.calm.setObjectName("reduced-motion")
        self._moved_from = 0
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._stay_below_pointer)
        self._lay_out()
        self._group.buttonClicked.connect(self._choose_theme)
        self.smaller.clicked.connect(self._shrink)
        self.larger.clicked.connect(self._grow)
        self.calm.toggled.connect(self._choose_motion)
        preferences.preferences_changed.connect(self.show_preferences)
        self.show_preferences(preferences.current)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows what is chosen."""
        self._themes[preferences.theme].setChecked(True)
        self.scale.setText(tr("{percent}%", percent=round(preferences.text_scale * 100)))
        self.scale.setAccessibleName(tr("Text size: {size}", size=self.scale.text()))
        self.smaller.setEnabled(preferences.text_scale > SCALES[0])
        self.larger.setEnabled(preferences.text_scale < SCALES[-1])
        self.calm.setChecked(preferences.reduced_motion)

    def _choose_theme(self, button: QAbstractButton) -> None:
        theme = next(value for value, each in self._themes.items() if each is button)
        self._preferences.choose(replace(self._preferences.current, theme=theme))

    def _grow(self) -> None:
        self._scale_to(min((s for s in SCALES if s > self._preferences.current.text_scale), default=SCALES[-1]))

    def _shrink(self) -> None:
        self._scale_to(max((s for s in SCALES if s < self._preferences.current.text_scale), default=SCALES[0]))

    def _scale_to(self, scale: float) -> None:
        before = self._top_of_steps()
        self._preferences.choose(replace(self._preferences.current, text_scale=scale))
        self._moved_from = before
        self._laid_out.start()

    def _top_of_steps(self) -> int:
        return self.larger.mapToGlobal(QPoint(0, 0)).y()

    def _stay_below_pointer(self) -> None:
        """Scrolls by as much as what stands above has grown."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            bar = around.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of_steps() - self._moved_from)

    def _choose_motion(self, calm: bool) -> None:
        self._preferences.choose(replace(self._preferences.current, reduced_motion=calm))

    def _lay_out(self) -> None:
        # First in the card and of one size in any text: pressed again and again, they stay below the pointer.
        line = self.add_line(self.smaller, self.scale, self.larger)
        self.scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setAccessibleName(tr("Text size"))
        self.scale.setFixedSize(SCALE_WORDS, STEP)
        self.add_line(*self._themes.values())
        self.column.addSpacing(4)
        self.column.addWidget(self.calm)
        self.add_words(tr("The breathing shape changes brightness instead of size."), "label")
