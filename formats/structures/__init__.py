"""Reads and checks structures and openers written as TOML, ours and the user's own."""

from formats.structures.fields import Lengths, Sizes, StructureError
from formats.structures.structure import (
    EVERYONE,
    FACILITATOR,
    Arrangement,
    BetweenRounds,
    Credit,
    Duration,
    Grouping,
    RoleNames,
    Rounds,
    StageTemplate,
    Structure,
    When,
)
from formats.structures.structure_files import parse_structure, read_structures, structures_and_problems

__all__ = [
    "EVERYONE",
    "FACILITATOR",
    "Arrangement",
    "BetweenRounds",
    "Credit",
    "Duration",
    "Grouping",
    "Lengths",
    "RoleNames",
    "Rounds",
    "Sizes",
    "StageTemplate",
    "Structure",
    "StructureError",
    "When",
    "parse_structure",
    "read_structures",
    "structures_and_problems",
]
