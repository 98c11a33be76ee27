"""The stage of the moment: where it stands, what it is about, and the acts that move it."""
