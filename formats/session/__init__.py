"""A session as plain values: agenda, people, rooms, run log, notes. Standard library only."""
