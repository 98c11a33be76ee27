"""Plays a whole session through the real widgets, on a faster clock."""
