"""With what does one begin who writes a structure or opener: from nothing, or from a copy?"""

from importlib.resources import files

from desktop.content.entry_files import table_for_form
from desktop.content.own_entries import OwnKind
from formats.language import Message, tr
from formats.language.direction import without_isolates
from formats.structures.folder import parse_toml
from formats.structures.form_table import Written
from formats.structures.overlay import in_language

# For translators: the first words of an opener that somebody begins to write
INVITATION = (
    Message("A quiet start together."),
    Message("Eyes open is fine. You can sit this out."),
    Message("You can stop at any time."),
)


def blank_table(kind: OwnKind) -> Written:
    """What the form of a new one holds."""
    if kind is OwnKind.STRUCTURE:
        return {
            "title": "",
            "sizes": {"minimum": 3, "usual": 4, "maximum": 6},
            "rounds": {"minimum": 1, "usual": 1, "maximum": 3},
            "stages": [{"title": "", "minutes": 5, "instruction": ""}],
        }
    return {
        "title": "",
        "minutes": {"minimum": 1, "usual": 2, "maximum": 4},
        "invitation": [str(line) for line in INVITATION],
        "lines": [{"at": 0, "text": ""}],
    }


def copied_table(kind: OwnKind, entry_id: str, own_text: str) -> Written:
    """A copy under another name, of one of ours in the language spoken, or of the user's own."""
    table = table_for_form(kind, parse_toml(own_text, tr("A copy")) if own_text else _our_table(kind, entry_id))
    table.pop("id", None)
    table.pop("preferred", None)
    return {**table, "title": without_isolates(tr("{title}, our way", title=table.get("title", "")))}


def _our_table(kind: OwnKind, entry_id: str) -> Written:
    text = files("resources").joinpath(kind.value, f"{entry_id}.toml").read_text("utf-8")
    return in_language(parse_toml(text, tr("A copy")), f"{entry_id}.toml")
