"""Timers beside the session, in view."""
