"""Ten years of sessions, what is done with them, and a watch on the UI thread meanwhile."""
