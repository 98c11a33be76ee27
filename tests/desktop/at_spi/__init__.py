"""Clearing as a screen reader on Linux meets it: over AT-SPI, from another process."""
