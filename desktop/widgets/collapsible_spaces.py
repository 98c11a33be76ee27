"""Space between paragraphs that goes where the words need all the room there is."""

from PySide6.QtWidgets import QSpacerItem, QVBoxLayout


class CollapsibleSpaces:
    """The spaces of one column, which come and go together."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._spaces: list[tuple[QSpacerItem, int]] = []

    def add(self, height: int) -> None:
        """Puts a space at the end of the column."""
        space = QSpacerItem(0, height)
        self._spaces.append((space, height))
        self._column.addSpacerItem(space)

    def collapse(self, given: bool) -> None:
        """Takes all of them out, or puts them back."""
        for space, height in self._spaces:
            space.changeSize(0, 0 if given else height)
        self._column.invalidate()
