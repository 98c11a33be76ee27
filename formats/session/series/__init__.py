"""A series of sessions: how they are told apart and named, and what comes along from one to the next."""
