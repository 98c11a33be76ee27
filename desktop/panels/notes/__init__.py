"""The notes of a session: writing them down while it runs, and reading, mending and sorting them."""
