"""Reads and checks structures and openers written as TOML, ours and the user's own."""

from formats.session.agenda import Arrangement
from formats.structures.breathing import AT_REST, Breath, BreathPhase, breath_at
from formats.structures.fields import Lengths, RoomSizes, StructureError
from formats.structures.opener import CheckIn, CheckInQuestion, Opener, OpenerLine, Pace
from formats.structures.opener_files import (
    openers_and_problems,
    parse_check_in,
    parse_opener,
    read_check_in,
    read_openers,
)
from formats.structures.structure import (
    EVERYONE,
    FACILITATOR,
    BetweenRounds,
    Credit,
    Duration,
    Grouping,
    RoleNames,
    RoundRules,
    StageRecurrence,
    StageTemplate,
    Structure,
)
from formats.structures.structure_files import parse_structure, read_structures, structures_and_problems

__all__ = [
    "AT_REST",
    "EVERYONE",
    "FACILITATOR",
    "Arrangement",
    "BetweenRounds",
    "Breath",
    "BreathPhase",
    "CheckIn",
    "CheckInQuestion",
    "Credit",
    "Duration",
    "Grouping",
    "Lengths",
    "Opener",
    "OpenerLine",
    "Pace",
    "RoleNames",
    "RoomSizes",
    "RoundRules",
    "StageRecurrence",
    "StageTemplate",
    "Structure",
    "StructureError",
    "breath_at",
    "openers_and_problems",
    "parse_check_in",
    "parse_opener",
    "parse_structure",
    "read_check_in",
    "read_openers",
    "read_structures",
    "structures_and_problems",
]
