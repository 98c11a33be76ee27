"""What Clearing does when it is called by name."""
