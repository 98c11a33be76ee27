"""What the person chose for themselves, kept beside the library: theme, text size, motion, sound."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

THEMES = ("system", "light", "dark")
LARGEST_SCALE = 2.0


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_scale` from 1 to 2, volumes from 0 to 1, `screen` the identity of the room display's screen.

    `room_display_up`: it was on when Clearing was last in use, and a session gone on with has it again.

    Devices are names of sound devices: "" is the system's usual one, and for the room that it has none.
    `library` is where the library was moved to; "" where it never was.
    `contacts` are the lines of the card for when someone is upset, as the user wrote them.
    `columns` is what columns of lists of people were taken for by hand, by title.
    `language` is the code of the one Clearing speaks; "" for the system's.
    `readers_language` is the code of the one that summaries, invitations and paper for the room are written in;
    "" for the one that Clearing speaks.
    `year_questions` are the questions of a group about its year, one on each line; "" for ours.
    """

    theme: str = "system"
    text_scale: float = 1.0
    reduced_motion: bool = False
    sound: bool = True
    volume: float = 0.6
    sound_device: str = ""
    room_sound: bool = True
    room_volume: float = 0.6
    room_device: str = ""
    breathing_tones: bool = False
    spoken_opener: bool = False
    timezone: str = ""
    screen: str = ""
    room_display_up: bool = False
    library: str = ""
    contacts: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    year_questions: str = ""
    language: str = ""
    readers_language: str = ""


def read_preferences(path: Path) -> Preferences:
    """The preferences kept at `path`; what is missing or makes no sense is as on the first day."""
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        kept = None
    if not isinstance(kept, dict):
        return Preferences()
    usual = asdict(Preferences())
    sound = {f.name: kept[f.name] for f in fields(Preferences) if type(kept.get(f.name)) is type(usual[f.name])}
    if not all(isinstance(choice, str) for choice in sound.get("columns", {}).values()):
        del sound["columns"]
    chosen = Preferences(**sound)
    volumes = all(0.0 <= volume <= 1.0 for volume in (chosen.volume, chosen.room_volume))
    in_range = 1.0 <= chosen.text_scale <= LARGEST_SCALE and volumes
    return chosen if chosen.theme in THEMES and in_range else Preferences()


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Keeps the preferences. Raises OSError where the disk refuses."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(path.name + ".new")
    beside.touch(mode=0o600)
    beside.write_text(json.dumps(asdict(preferences), indent=1), "utf-8")
    beside.replace(path)
