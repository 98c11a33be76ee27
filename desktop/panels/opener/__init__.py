"""The opener: an invitation, a shape to breathe with, a script to read aloud."""
