"""The app itself: built, wired, started, closed; what the window and the laptop do whatever place is open."""
