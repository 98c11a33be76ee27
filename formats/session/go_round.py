"""Who speaks now in the go-round, who is next, and who had a turn?"""

from dataclasses import dataclass, replace

from formats.session.events import OrderChosen, SpeakingOrder, TurnEnded, TurnGiven


@dataclass(frozen=True, slots=True)
class GoRound:
    """One go-round by person ids. Whoever is not in `people` yet speaks after them.

    It holds who had a turn, and never whether they spoke or passed.
    """

    order: SpeakingOrder = SpeakingOrder.NAMES
    people: tuple[str, ...] = ()
    had_turn: frozenset[str] = frozenset()

    @property
    def waiting(self) -> tuple[str, ...]:
        """Whose turn is still to come, the speaker of the moment first."""
        return tuple(person for person in self.people if person not in self.had_turn)

    @property
    def speaker(self) -> str:
        """Whose turn it is; "" when everyone had theirs."""
        return next(iter(self.waiting), "")

    @property
    def following(self) -> str:
        """Who is next after the speaker; "" when nobody is."""
        return next(iter(self.waiting[1:]), "")

    def with_people(self, people: tuple[str, ...]) -> "GoRound":
        """The same go-round for these people; who comes late is last."""
        kept = tuple(person for person in self.people if person in people)
        return replace(self, people=kept + tuple(person for person in people if person not in kept))

    def after(self, event: OrderChosen | TurnGiven | TurnEnded) -> "GoRound":
        """The go-round with one act more."""
        match event:
            case OrderChosen(order=order, people=people):
                return replace(self, order=order, people=people)
            case TurnGiven(person=person):
                first = (person, *(other for other in self.people if other != person))
                return replace(self, people=first, had_turn=self.had_turn - {person})
            case TurnEnded(person=person):
                return replace(self, had_turn=self.had_turn | {person})
