"""The one live session and what depends on its clock alone: it works with no view built."""
