"""Structures and openers on offer, and the sessions made of them or read from files."""
