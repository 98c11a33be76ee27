"""The one local TinyDB file that holds everything."""
