"""Soft bells: whether they ring, how loud, on which device, and one for the room."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.background import Background
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.settings.level import LevelSlider
from desktop.places.settings.section import SettingsSection
from desktop.preferences import Preferences
from desktop.sound.speech import system_speaker
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice import Choice
from desktop.widgets.tick import Tick
from formats.language import Message, tr

USUAL, NO_ROOM = Message("This computer’s usual one"), Message("None")
Named = TypeVar("Named", bound=QWidget)
Devices = Callable[[], tuple[str, ...]]


class SoundSection(SettingsSection):
    """The bells for the facilitator and, where the room has loudspeakers of its own, for the room."""

    bell_test_requested = Signal()
    room_bell_test_requested = Signal()

    def __init__(self, look: Look, preferences: LivePreferences, devices: Devices) -> None:
        super().__init__(look, tr("Sound"))
        self._preferences, self._devices = preferences, devices
        self._looking = Background(self)
        self._known: tuple[str, ...] = ()
        self.bells = _with_accessible_name(
            Tick(look, tr("Soft bells near the end of a stage, and at the end")), "bells"
        )
        self.volume = _with_accessible_name(LevelSlider(look, tr("How loud the bells are")), "volume")
        self.test = _with_accessible_name(ActionButton(look, tr("Listen"), "bell"), "test-bell")
        self.device = _with_accessible_name(Choice(look, tr("Heard on")), "sound-device")
        self.tones = _with_accessible_name(
            Tick(look, tr("Soft tones for breathing in and out, in the opener")), "breathing-tones"
        )
        self.spoken = _with_accessible_name(
            Tick(look, tr("This computer’s voice reads the opener aloud")), "spoken-opener"
        )
        self.spoken.setVisible(system_speaker() is not None)
        self.room_device = _with_accessible_name(Choice(look, tr("Loudspeakers of the room")), "room-device")
        self.room_bells = _with_accessible_name(Tick(look, tr("Bells in the room")), "room-bells")
        self.room_volume = _with_accessible_name(
            LevelSlider(look, tr("How loud the bells are in the room")), "room-volume"
        )
        self.room_test = _with_accessible_name(ActionButton(look, tr("Listen"), "bell"), "test-room-bell")
        self.room_test.setAccessibleName(tr("Play a test bell in the room"))
        self._room_line = _side_by_side(self.room_volume, self.room_test)
        self._lay_out()
        self._connect()
        self.show_preferences(preferences.current)

    def look_for_devices(self) -> None:
        """Asks which devices are plugged in now; the answer comes by itself."""
        self._looking.ask(self._devices)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows what is chosen."""
        self.bells.setChecked(preferences.sound)
        self.volume.show_share(preferences.volume)
        self.volume.setEnabled(preferences.sound)
        self.tones.setChecked(preferences.breathing_tones)
        self.spoken.setChecked(preferences.spoken_opener)
        self.room_bells.setChecked(preferences.room_sound)
        self.room_volume.show_share(preferences.room_volume)
        self.room_volume.setEnabled(preferences.room_sound)
        _offer(self.device, str(USUAL), self._known, preferences.sound_device)
        _offer(self.room_device, str(NO_ROOM), self._known, preferences.room_device)
        self.room_bells.setVisible(bool(preferences.room_device))
        self._room_line.setVisible(bool(preferences.room_device))

    def _take_devices(self, names: tuple[str, ...]) -> None:
        self._known = names
        self.show_preferences(self._preferences.current)

    def _set_bells(self, on: bool) -> None:
        self._preferences.choose(replace(self._preferences.current, sound=on))

    def _set_volume(self, value: int) -> None:
        self._preferences.choose(replace(self._preferences.current, volume=value / 100))

    def _set_tones(self, on: bool) -> None:
        self._preferences.choose(replace(self._preferences.current, breathing_tones=on))

    def _set_spoken(self, on: bool) -> None:
        self._preferences.choose(replace(self._preferences.current, spoken_opener=on))

    def _set_room_bells(self, on: bool) -> None:
        self._preferences.choose(replace(self._preferences.current, room_sound=on))

    def _set_room_volume(self, value: int) -> None:
        self._preferences.choose(replace(self._preferences.current, room_volume=value / 100))

    def _set_device(self, place: int) -> None:
        name = str(self.device.itemData(place) or "")
        self._preferences.choose(replace(self._preferences.current, sound_device=name))

    def _set_room_device(self, place: int) -> None:
        name = str(self.room_device.itemData(place) or "")
        self._preferences.choose(replace(self._preferences.current, room_device=name))

    def _lay_out(self) -> None:
        self.column.addWidget(self.bells)
        self.column.addWidget(_side_by_side(self.volume, self.test))
        self.add_field(tr("Heard on"), self.device)
        self.column.addWidget(self.tones)
        self.column.addWidget(self.spoken)
        self.add_field(tr("Loudspeakers of the room"), self.room_device)
        self.column.addWidget(self.room_bells)
        self.column.addWidget(self._room_line)
        self.add_words(tr("A session runs just as well without any sound."), "label")

    def _connect(self) -> None:
        self.test.clicked.connect(self.bell_test_requested)
        self.room_test.clicked.connect(self.room_bell_test_requested)
        self.bells.toggled.connect(self._set_bells)
        self.tones.toggled.connect(self._set_tones)
        self.spoken.toggled.connect(self._set_spoken)
        self.room_bells.toggled.connect(self._set_room_bells)
        self.volume.valueChanged.connect(self._set_volume)
        self.room_volume.valueChanged.connect(self._set_room_volume)
        self.device.activated.connect(self._set_device)
        self.room_device.activated.connect(self._set_room_device)
        self._looking.finished.connect(self._take_devices)
        self._preferences.preferences_changed.connect(self.show_preferences)


def _with_accessible_name(widget: Named, name: str) -> Named:
    widget.setObjectName(name)
    return widget


def _side_by_side(level: QWidget, button: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(level, 1)
    row.addWidget(button)
    return line


def _offer(choice: Choice, first: str, names: tuple[str, ...], chosen: str) -> None:
    """Offers what is plugged in, and what was chosen even when it is not."""
    offered = [("", first), *((name, name) for name in names)]
    if chosen and chosen not in names:
        offered.append((chosen, tr("{device}, not plugged in now", device=chosen)))
    if [choice.itemText(place) for place in range(choice.count())] != [words for _, words in offered]:
        choice.clear()
        for name, words in offered:
            choice.addItem(words, name)
    choice.setCurrentIndex([name for name, _ in offered].index(chosen))
