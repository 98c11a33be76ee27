"""How long this stage still has: a dial, or one line."""
