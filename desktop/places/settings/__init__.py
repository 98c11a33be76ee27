"""The person's own choices, and the safety of the library."""

from desktop.places.settings.place import SettingsPlace

__all__ = ["SettingsPlace"]
