"""Structures and openers: what there is to choose from."""
