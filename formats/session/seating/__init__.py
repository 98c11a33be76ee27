"""Who sits where, in which role, and what changes when people come, go or are moved."""
