"""The place Help: the guide, every key, and what this Clearing is."""
