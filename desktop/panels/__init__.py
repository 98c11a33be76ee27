"""Parts of places with a task of their own: countdown, notes, rooms, opener."""
