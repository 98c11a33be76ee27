"""Who sits with whom: rooms for all rounds at once, how good they are, and how they are mended."""

from formats.session.room_sizes import SizeError, SizeRange, room_sizes
from formats.session.rooms.bound import lower_bound
from formats.session.rooms.contradictions import contradictions
from formats.session.rooms.meetings import pairs_again, past_meetings, repeat_cost, who_met_nobody_new
from formats.session.rooms.mending import MendedPlan, PersonMove, mend, moves_between, with_latecomer, with_leaver
from formats.session.rooms.move_check import (
    check_move,
    cost_of_move,
    rounds_after_exchange,
    rounds_after_move,
    wishes_broken,
)
from formats.session.rooms.nested import nested_rounds, station_rounds, table_hosts
from formats.session.rooms.planning import plan_rooms
from formats.session.rooms.quality import hard_wishes_broken, soft_wishes_not_met
from formats.session.rooms.request import PastSession, Plan, PlanError, Request, RoomPeople, Round, Rounds
from formats.session.rooms.request_file import RequestError, plan_from_json

__all__ = [
    "MendedPlan",
    "PastSession",
    "PersonMove",
    "Plan",
    "PlanError",
    "Request",
    "RequestError",
    "RoomPeople",
    "Round",
    "Rounds",
    "SizeError",
    "SizeRange",
    "check_move",
    "contradictions",
    "cost_of_move",
    "hard_wishes_broken",
    "lower_bound",
    "mend",
    "moves_between",
    "nested_rounds",
    "pairs_again",
    "past_meetings",
    "plan_from_json",
    "plan_rooms",
    "repeat_cost",
    "room_sizes",
    "rounds_after_exchange",
    "rounds_after_move",
    "soft_wishes_not_met",
    "station_rounds",
    "table_hosts",
    "who_met_nobody_new",
    "wishes_broken",
    "with_latecomer",
    "with_leaver",
]
