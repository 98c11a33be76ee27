"""The place where a session is run: timer, rooms and notes together."""
