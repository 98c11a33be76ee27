"""Does every view that scrolls follow a finger?"""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QWidget

from tests.walk.seeing import described, shown


def deaf_to_fingers(window: QWidget) -> Iterator[str]:
    """Views with more in them than is seen, which a finger would not move."""
    for view in shown(window):
        if not isinstance(view, QAbstractScrollArea):
            continue
        scrolls = view.verticalScrollBar().maximum() > 0 or view.horizontalScrollBar().maximum() > 0
        if scrolls and not QScroller.hasScroller(view.viewport()):
            yield f"deaf to fingers: {described(view)}"
