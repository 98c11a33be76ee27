"""The rooms of a round, and what can be done with the people in them."""
