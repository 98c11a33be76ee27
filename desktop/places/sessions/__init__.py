"""What is next, what has been, what is still open."""
