"""What leaves the machine, seen before it does."""

from desktop.places.summary.place import SummaryPlace

__all__ = ["SummaryPlace"]
