"""What a field offers while one types: a list in a window that belongs to no other, and is dressed for itself."""

from PySide6.QtWidgets import QCompleter

from desktop.look import Look


def dress_completions(completer: QCompleter, look: Look) -> None:
    """The list that it shows wears the look."""
    shown = completer.popup()
    assert shown is not None, "one that completes in the line has no list"
    look.dress(shown)
