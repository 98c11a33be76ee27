"""Which act comes next? Chance chooses among what is in sight; the seed decides all of it."""

from collections.abc import Callable
from random import Random

from PySide6.QtWidgets import QWidget

from tests.random_use import sight
from tests.random_use.acts import (
    Act,
    AnswerFile,
    Button,
    Click,
    Drag,
    Dress,
    Paste,
    Press,
    Reopen,
    Resize,
    Spot,
    TakeBack,
    Type,
    Wait,
    Wheel,
)

WORDS = (
    "a", "7", "25", "0", "-3", "999999999999", "16:30", "25:99", "tomorrow", "24 March", " ", "Ask the network",
    "Zoë Ó Briain", "ليلى حسن", "שלום", "漢字", "é", "🌱👩‍🌾", "<b>bold</b> & <script>", "\"quoted\", 'twice'",
    "=SUM(A1)", "../..", "%s {0} \\n", "x" * 40, "question?", "Kristin",
)  # fmt: skip
PASTED = (
    "One\nTwo\nThree\n", "Name,Organisation,Role\nAda Byron,Trust 1,Nurse\n\"Smith, Tom\",Trust 2,\n", "\t\t\n",
    "line\r\nline\r\n",
    "No end of words " * 200, "\u202eright to left", "Hana\tTrust 3\tWeaver\n" * 40, "\x00\x07",
)  # fmt: skip
KEYS = (
    "Tab", "Shift+Tab", "Return", "Esc", "Space", "Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End",
    "Del", "Backspace", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+F", "F2",
    "Alt+Up", "Alt+Down", "Ctrl+Return", "Menu", "F5", "+", "-", "?", ".", *"NPFHAOGS5LTRBM",
    *(f"Ctrl+{number}" for number in range(1, 8)),
)  # fmt: skip
SIZES = ((1024, 700), (1280, 720), (1440, 900), (1920, 1080), (3840, 2160))
THEMES = ("light", "dark", "system")
SCALES = (1.0, 1.25, 1.5, 2.0)
WAITS = (1, 5, 30, 60, 300, 900, 3600, 86_400)
CLICKS = (Button.ONCE,) * 12 + (Button.TWICE, Button.MENU)


class Chooser:
    """Chooses acts one by one; the same seed over the same sights chooses the same."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._acts: dict[Callable[[], Act], int] = {
            self._click: 50,
            self._drag: 5,
            self._wheel: 5,
            lambda: Type(self._chance.choice(WORDS)): 12,
            lambda: Paste(self._chance.choice(PASTED)): 2,
            lambda: Press(self._chance.choice(KEYS)): 20,
            lambda: Resize(*self._chance.choice(SIZES)): 1,
            lambda: Dress(self._chance.choice(THEMES), self._chance.choice(SCALES)): 1,
            lambda: Wait(self._chance.choice(WAITS)): 3,
            Reopen: 1,
            TakeBack: 15,
        }

    def next_act(self) -> Act:
        """The next act; a dialog for files is answered, for its own buttons could delete some."""
        if sight.file_dialog() is not None:
            return AnswerFile(self._chance.random() < 0.7)
        (choose,) = self._chance.choices(tuple(self._acts), tuple(self._acts.values()))
        return choose()

    def _click(self) -> Act:
        spot = self._spot()
        return Click(spot, self._chance.choice(CLICKS)) if spot else Press("Esc")

    def _drag(self) -> Act:
        start, end = self._spot(), self._spot()
        return Drag(start, end) if start and end else Press("Esc")

    def _wheel(self) -> Act:
        spot = self._spot()
        return Wheel(spot, self._chance.choice((-5, -1, 1, 5))) if spot else Press("Esc")

    def _spot(self) -> Spot | None:
        found = sight.spots(self._window()) if sight.windows() else []
        if not found:
            return None
        # First a kind, then one of it: one list of forty chips is not forty times what a button is.
        kinds = sorted({(spot.kind, spot.name) for spot in found})
        chosen = self._chance.choice(kinds)
        spot = self._chance.choice([each for each in found if (each.kind, each.name) == chosen])
        across, down = (round(self._chance.uniform(0.05, 0.95), 2) for _ in range(2))
        return Spot(spot.window, spot.kind, spot.name, spot.number, across, down)

    def _window(self) -> QWidget:
        return self._chance.choice(sight.windows())
