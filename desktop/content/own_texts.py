"""With what does one begin who writes a structure or opener: from nothing, or from a copy?"""

from importlib.resources import files

from desktop.content.entry_files import table_for_form
from desktop.content.own_entries import OwnKind
from formats.structures.folder import parse_toml
from formats.structures.form_table import Written

BLANK: dict[OwnKind, Written] = {
    OwnKind.STRUCTURE: {
        "title": "",
        "sizes": {"minimum": 3, "usual": 4, "maximum": 6},
        "rounds": {"minimum": 1, "usual": 1, "maximum": 3},
        "stages": [{"title": "", "minutes": 5, "instruction": ""}],
    },
    OwnKind.OPENER: {
        "title": "",
        "minutes": {"minimum": 1, "usual": 2, "maximum": 4},
        "invitation": [
            "A quiet start together.",
            "Eyes open is fine. You can sit this out.",
            "You can stop at any time.",
        ],
        "lines": [{"at": 0, "text": ""}],
    },
}


def blank_table(kind: OwnKind) -> Written:
    """What the form of a new one holds."""
    return dict(BLANK[kind])


def copied_table(kind: OwnKind, entry_id: str, own_text: str) -> Written:
    """A copy under another name, of one of ours or of the user's own."""
    table = table_for_form(kind, parse_toml(own_text or _our_text(kind, entry_id), "A copy"))
    table.pop("id", None)
    table.pop("preferred", None)
    return {**table, "title": f"{table.get('title', '')}, our way"}


def _our_text(kind: OwnKind, entry_id: str) -> str:
    return files("resources").joinpath(kind.value, f"{entry_id}.toml").read_text("utf-8")
