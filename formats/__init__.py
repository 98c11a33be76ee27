"""Clearing without Qt: what a session is, how it runs, how it is written down."""
