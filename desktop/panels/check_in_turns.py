"""Who speaks now in the go-round, who has, and who passed?"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Turns:
    """The speaking order by person id; kept for the moment only, for nothing is recorded of who passed."""

    order: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()

    @property
    def speaking(self) -> str:
        """Whose turn it is; "" when everyone had theirs."""
        return next((p for p in self.order if p not in self.spoken and p not in self.passed), "")

    def for_people(self, people: tuple[str, ...]) -> "Turns":
        """The same go-round for these people; who comes late is last."""
        kept = tuple(p for p in self.order if p in people)
        return replace(self, order=kept + tuple(p for p in people if p not in kept))

    def after_speaking(self) -> "Turns":
        """Who speaks now has spoken."""
        return replace(self, spoken=self.spoken | {self.speaking}) if self.speaking else self

    def after_passing(self) -> "Turns":
        """Who would speak now passes."""
        return replace(self, passed=self.passed | {self.speaking}) if self.speaking else self

    def going_to(self, person: str) -> "Turns":
        """It is this person's turn, out of order or once more."""
        order = (person, *(p for p in self.order if p != person))
        return Turns(order, self.spoken - {person}, self.passed - {person})
