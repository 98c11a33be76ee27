"""What leaves the machine, seen before it does."""
