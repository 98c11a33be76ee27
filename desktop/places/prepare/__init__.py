"""Where a session is prepared: the agenda on the left, people and rooms on the right."""
