"""The person's own choices, and the safety of the library."""
