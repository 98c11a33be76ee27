"""Who sits with whom: rooms for all rounds at once, how good they are, and how they are mended."""

from formats.session.rooms.bound import lower_bound
from formats.session.rooms.contradictions import contradictions
from formats.session.rooms.meetings import met_nobody_new, pairs_again, past_meetings, repeat_cost
from formats.session.rooms.mending import Mended, Move, mend, moves_between, with_latecomer, with_leaver
from formats.session.rooms.move_check import check_move, cost_of_move, exchanged, moved, wishes_broken
from formats.session.rooms.nested import nested, stations, table_hosts
from formats.session.rooms.planning import plan_rooms
from formats.session.rooms.quality import hard_wishes_broken, soft_wishes_not_met
from formats.session.rooms.request import PastSession, Plan, PlanError, Request, Room, Round, Rounds
from formats.session.rooms.request_file import RequestError, plan_from_json
from formats.session.rooms.sizes import SizeError, Sizes, room_sizes

__all__ = [
    "Mended",
    "Move",
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
    "check_move",
    "contradictions",
    "cost_of_move",
    "exchanged",
    "hard_wishes_broken",
    "lower_bound",
    "mend",
    "met_nobody_new",
    "moved",
    "moves_between",
    "nested",
    "pairs_again",
    "past_meetings",
    "plan_from_json",
    "plan_rooms",
    "repeat_cost",
    "room_sizes",
    "soft_wishes_not_met",
    "stations",
    "table_hosts",
    "wishes_broken",
    "with_latecomer",
    "with_leaver",
]
