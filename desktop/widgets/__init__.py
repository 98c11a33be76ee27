"""Small pieces every place is made of."""
