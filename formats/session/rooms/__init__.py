"""Who sits with whom: rooms for all rounds at once, how good they are, and how they are mended."""

from formats.session.rooms.bound import lower_bound
from formats.session.rooms.contradictions import contradictions
from formats.session.rooms.meetings import met_nobody_new, pairs_again, repeat_cost
from formats.session.rooms.planning import plan_rooms
from formats.session.rooms.quality import hard_wishes_broken, soft_wishes_not_met
from formats.session.rooms.request import PastSession, Plan, PlanError, Request, Room, Round, Rounds
from formats.session.rooms.request_file import RequestError, plan_from_json
from formats.session.rooms.sizes import SizeError, Sizes, room_sizes

__all__ = [
    "PastSession",
    "Plan",
    "PlanError",
    "Request",
    "RequestError",
    "Room",
    "Round",
    "Rounds",
    "SizeError",
    "Sizes",
    "contradictions",
    "hard_wishes_broken",
    "lower_bound",
    "met_nobody_new",
    "pairs_again",
    "plan_from_json",
    "plan_rooms",
    "repeat_cost",
    "room_sizes",
    "soft_wishes_not_met",
]
