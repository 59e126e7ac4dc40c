"""What stands around the triggers of one sentence, found once for all the frames tried on them.

Two frames of three are tried on a token that another has been tried on, and most of what they ask
of the grammar is the same.
"""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.owners import groups_inside
from coder.events.roles.slots import Slots, verb_slots
from coder.events.support import Support, noun_support
from coder.events.together.when_clauses import who_came
from coder.rules.model import Frame
from coder.rules.ruleset import RuleSet
from coder.values.events import class_of
from coder.values.labels import EventClass


class Around:
    """The answers that frames share; what it returns is not to be changed.

    ``is_traced``: each trial is told with what speaks against it first.
    """

    __slots__ = ("_inside", "_supports", "_verbs", "is_traced", "reading", "rules")

    def __init__(self, reading: Reading, rules: RuleSet, *, is_traced: bool = False) -> None:
        self.reading = reading
        self.rules = rules
        self.is_traced = is_traced
        self._verbs: dict[tuple[int, int, bool, bool, bool], Slots | None] = {}
        self._inside: dict[int, list[Nominal]] = {}
        self._supports: dict[int, Support] = {}

    def of_verb(self, hit: Hit, frame: Frame) -> Slots | None:
        """The slots of a verb; of the frame they depend on three of its properties alone."""
        key = (hit.chunk, hit.last, frame.takes_object, frame.does_harm, frame.takes_people)
        if key not in self._verbs:
            slots = self._verbs[key] = verb_slots(self.reading, hit, frame)
            is_suffered = slots is not None and slots.construction == "passive"
            if slots is not None and is_suffered and frame.does_harm and not slots.agent:
                slots.agent = who_came(self.reading, hit.chunk, self._is_violent)
        return self._verbs[key]

    def _is_violent(self, norm: str) -> bool:
        """Whether the word alone is a trigger of violence."""
        forms = self.rules.trigger_forms.get(norm)
        return forms is not None and any(
            class_of(self.rules.frames[form.frame].type) is EventClass.VIOLENCE
            for form in forms.alone
        )

    def inside(self, hit: Hit) -> list[Nominal]:
        """The groups inside the noun group of a noun, before the trigger."""
        found = self._inside.get(hit.first)
        if found is None:
            found = self._inside[hit.first] = groups_inside(self.reading, hit)
        return found

    def support(self, number: int) -> Support:
        """What asserts the noun of a chunk."""
        found = self._supports.get(number)
        if found is None:
            found = self._supports[number] = noun_support(self.reading, self.rules, number)
        return found
