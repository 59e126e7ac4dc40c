"""What sentences tell of an act without telling it: who is behind it, parts of numbers, names."""

from collections.abc import Sequence

from coder.discourse.acts import Act
from coder.discourse.blame import attach_responsibility
from coder.discourse.counts.crowds import attach_crowds
from coder.discourse.counts.labels import attach_labelled
from coder.discourse.counts.parts import attach_parts
from coder.discourse.counts.tolls_changed import attach_changed_tolls
from coder.discourse.people.victims import attach_victims
from coder.discourse.setting.days_told_later import attach_comings, attach_days_told_later
from coder.discourse.setting.elaboration import attach_told_places
from coder.discourse.things.means import attach_means
from coder.events.reading import Reading
from coder.rules.ruleset import RuleSet


def attach_what_is_told_apart(
    acts: Sequence[Act], readings: Sequence[Reading], rules: RuleSet
) -> None:
    """Give each act what other sentences say of it."""
    attach_victims(acts, readings)
    attach_changed_tolls(acts, readings)
    attach_responsibility(acts, readings, rules)
    attach_labelled(acts, readings)
    attach_parts(acts, readings)
    attach_means(acts, readings)
    attach_crowds(acts, readings)
    attach_told_places(acts, readings)
    attach_days_told_later(acts, readings)
    attach_comings(acts, readings)
