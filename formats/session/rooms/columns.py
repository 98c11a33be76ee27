"""What is a column of the roster called, by which people are kept apart or spread?"""

from formats.language import Message
from formats.session.wording import within_sentence

OWN_COLUMNS = {"organisation": Message("Organisation"), "role": Message("Role")}
"""The words are keys of a session and a plan; every other column is somebody's own and called as they wrote it."""


def column_within_sentence(column: str) -> str:
    """A column where it is not the first word: "organisation"."""
    return within_sentence(str(OWN_COLUMNS[column])) if column in OWN_COLUMNS else column
