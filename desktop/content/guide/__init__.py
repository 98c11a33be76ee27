"""The guide: one text, read inside the app and written as a web page."""
