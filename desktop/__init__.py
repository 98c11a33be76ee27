"""Everything of Clearing that touches Qt."""
