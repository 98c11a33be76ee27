"""What the walk finds and lets be, each with its reason."""

import re

ALLOWED = (
    # A region of words has no role of its own in Qt; it has a name, and a ring when the keys are in it.
    r"wrong role: (ScrollColumn|EntryDetails) .* is heard as Client$",
    # The marks of Arabic letters may reach over the line they stand in; the lines are apart far enough.
    r"^Wall, .*: cut text: “[\u0600-\u06ff].* is drawn ",
    # Parts of others and their licences are called what their makers call them.
    r"^Licences and thanks: no message: ",
    # Versions and places in the code, for whoever helps.
    r"^Help, (about|facts copied): no message: (Linux|offscreen|xcb|en US|\w+Error)",
    # A language is offered by its own name.
    r": no message: (Deutsch|English) in ",
    # The opener and the card for when someone is upset are offered in English beside every language.
    r" in English: no message: ",
    r": no message: In English in “In English”, ",
    # What leaves in the readers' language is said in that one.
    r"^Summary, for readers of German: no message: .* on PaperPreview ",
    # The symbols of structures are chosen by their names, which a file of them holds.
    r": no message: [a-z]+( [a-z]+)* in “[a-z-]+”, (on|name of) Choice “[a-z-]+” in field-icon$",
    # The heads of the columns go sideways with their table, by its bar.
    r": cut off: .* in ColumnHeads ",
    # A note stands at the side from which its own words are read.
    r": not mirrored: draw painted at .* in note-list has no fellow there$",
)
_EACH = [re.compile(pattern) for pattern in ALLOWED]


def is_allowed(fault: str) -> bool:
    """Whether a fault is let be."""
    return any(pattern.search(fault) for pattern in _EACH)
