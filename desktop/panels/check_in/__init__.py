"""The check-in: one question, and whose turn it is."""
