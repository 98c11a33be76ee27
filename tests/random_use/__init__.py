"""Does Clearing bear whatever hands may do to it? Seeded acts on the real widgets, questions after each."""
