"""Structures and openers, read from data, checked, and unfolded into stages."""
