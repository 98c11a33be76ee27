"""The dial: how long this stage still has."""
