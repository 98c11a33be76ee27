"""Everyone of the network: who they are, what they came to, what they took on."""

from desktop.places.people.place import PeoplePlace

__all__ = ["PeoplePlace"]
