"""Who is said to be behind an act, told apart from it: claims, denials, accusations, suspicion.

Such sentences tell no act of their own (codebook 2.6, 2.7). Ten families of constructions are
read: labels of a form (:mod:`labelled`), verbs of saying (:mod:`spoken`), own words in quotes
(:mod:`quoted`), predicates that tie a party to an act (:mod:`tied`), those that say who the doers
are (:mod:`identified`) and give their names (:mod:`named`), orders (:mod:`ordered`), papers and
slogans left there (:mod:`left_behind`), where the fire came from (:mod:`came_from`), and what the
doers did besides (:mod:`fled`). Each only says where the parties stand and how sure the words are;
:mod:`party` decides who may be one, :mod:`meant` which act is meant.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from coder.discourse.acts import HORIZON, Act, Responsibility
from coder.discourse.blame.beside_acts import COMES, find_came_from, find_fled
from coder.discourse.blame.identified import IDENTIFYING, find_identified
from coder.discourse.blame.meant import acts_meant
from coder.discourse.blame.named import LABELS, NAMING, find_labelled, find_named
from coder.discourse.blame.ordered import ORDERING, find_ordered
from coder.discourse.blame.papers import LEFT, find_left_behind
from coder.discourse.blame.party import Blame, party_of
from coder.discourse.blame.quoted import QUOTED, find_quoted, is_not_past
from coder.discourse.blame.rejected import attach_confirmers, attach_deniers
from coder.discourse.blame.spoken import find_spoken
from coder.discourse.blame.tied import TIED, find_tied
from coder.discourse.merging.named_kinds import of_named_kind
from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.events.roles.nominals import names_body
from coder.events.senses.violence import is_violent
from coder.events.status.attribution import find_sources
from coder.rules.ruleset import RuleSet
from coder.values.labels import Certainty, EventType, Stance

#: The signs without which a family has nothing to find (null: it asks itself), and what finds it.
_FAMILIES: tuple[tuple[int | None, Callable[[Reading], Iterator[Blame]]], ...] = (
    (LABELS, find_labelled),
    (None, find_spoken),
    (QUOTED, find_quoted),
    (TIED, find_tied),
    (IDENTIFYING, find_identified),
    (NAMING, find_named),
    (ORDERING, find_ordered),
    (LEFT, find_left_behind),
    (COMES, find_came_from),
)
_OF_OTHERS = frozenset({Certainty.ACCUSED, Certainty.SUSPECTED, Certainty.STATED})
_FIGHT = "offensive"
_STANCES = {Certainty.CLAIMED: Stance.CLAIM, Certainty.DENIED: Stance.DENY}


def attach_responsibility(acts: Sequence[Act], readings: Sequence[Reading], rules: RuleSet) -> None:
    """Give each act what the text says of who is behind it."""
    violent = [act for act in acts if is_violent(act.main.type)]
    firsts = [act.drafts[0].reading.sentence.index for act in violent]
    # How many acts may be told up to a sentence, whatever their order.
    ends = list(accumulate(reversed(firsts), min))[::-1]
    for find in (find_blame, find_fled) if violent else ():
        for reading in readings:
            for blame in find(reading):
                if blame.is_own_report and _tells_another_deed(acts, violent, blame, reading):
                    continue
                told = bisect_right(ends, reading.sentence.index)
                near = violent[max(0, told - HORIZON) : told] or violent[:1]
                near = list(of_named_kind(near, reading, rules))
                for found in _responsible(reading, blame):
                    for act in acts_meant(near, blame, found):
                        act.responsibilities.append(found)
    if violent:
        attach_deniers(violent, readings)
    attach_confirmers(acts, readings)


def _tells_another_deed(
    acts: Sequence[Act], violent: Sequence[Act], blame: Blame, reading: Reading
) -> bool:
    """As in "said its fighters had left the town": no violence told before is meant by that.

    Nor by what tells no deed at all: "said it condemns such attacks".
    """
    verb = blame.verb or 0
    told = [
        (draft.chunk, number)
        for number, act in enumerate(acts)
        for draft in act.drafts
        if draft.reading is reading and draft.chunk > verb
    ]
    if not told:
        return is_not_past(reading, verb)
    first = acts[min(told)[1]]
    is_offensive = first.main.type is EventType.MILITARY_OPERATION and first.main.subtype == _FIGHT
    return not is_offensive and all(first is not act for act in violent)


def find_blame(reading: Reading) -> Iterator[Blame]:
    """Where one sentence holds parties to be behind an act, whatever act that is."""
    for signs, find in _FAMILIES:
        if signs is None or reading.signs & signs:
            yield from find(reading)


def _responsible(reading: Reading, blame: Blame) -> Iterator[Responsibility]:
    for number in blame.groups:
        party = party_of(reading, number)
        if party is None or (party.is_negative and blame.verb is None):
            continue
        source = _teller(reading, blame) if blame.verb is None else _source(reading, blame)
        is_nobody = party.is_negative or blame.is_unclaimed
        yield Responsibility(reading, party, blame.certainty, is_nobody=is_nobody, source=source)


def _source(reading: Reading, blame: Blame) -> SourceDraft | None:
    """Who says so; one who speaks of an own act claims or denies it, whatever the verb."""
    source = next((item for item in find_sources(reading) if item.verb == blame.verb), None)
    if source is not None:
        source.stance = _STANCES.get(blame.certainty, source.stance)
    return source


def _teller(reading: Reading, blame: Blame) -> SourceDraft | None:
    """As in "police said the Front was behind it": who tells it of others accuses them."""
    told = [
        source
        for source in find_sources(reading)
        if source.nominal is not None
        and source.stance in {Stance.REPORT, Stance.ACCUSE}
        and source.nominal.chunk not in blame.groups
    ]
    if len(told) != 1 or blame.certainty not in _OF_OTHERS:
        return None
    parties = [party.actor for at in blame.groups if (party := party_of(reading, at)) is not None]
    if not any(actor is not None and names_body(actor) for actor in parties):
        return None  # "the Front said its men were behind it"
    told[0].stance = Stance.ACCUSE
    return told[0]
