"""Questions asked and answered in a window of their own."""
