"""A finger scrolls whatever can be scrolled: put a finger on it and move."""

from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QScroller, QScrollerProperties, QWidget

Metric = QScrollerProperties.ScrollMetric


def let_fingers_scroll(root: QWidget) -> None:
    """Every view in a widget, and the widget itself, follows a finger; asked again it changes nothing."""
    views = root.findChildren(QAbstractScrollArea)
    for view in [*views, root] if isinstance(root, QAbstractScrollArea) else views:
        if not QScroller.hasScroller(view.viewport()):
            _follow_fingers(view)


def _follow_fingers(view: QAbstractScrollArea) -> None:
    if isinstance(view, QAbstractItemView):
        # Row by row it would jump below the finger.
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    # A touch only: the mouse selects text and drags rows.
    QScroller.grabGesture(view.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    scroller = QScroller.scroller(view.viewport())
    properties = scroller.scrollerProperties()
    stays = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    properties.setScrollMetric(Metric.VerticalOvershootPolicy, stays)
    properties.setScrollMetric(Metric.HorizontalOvershootPolicy, stays)
    scroller.setScrollerProperties(properties)
