"""Who tells something: the source type of a speaker (codebook 2.7)."""

from collections.abc import Sequence

from coder.lexicon.entries import ActorEntry, SourceNoun
from coder.lexicon.load import Lexicon
from coder.values.labels import ActorType, SourceType
from coder.values.mentions import ActorMention

_BY_ACTOR = {
    ActorType.STATE_MILITARY: SourceType.STATE_SECURITY,
    ActorType.STATE_POLICE: SourceType.STATE_SECURITY,
    ActorType.STATE_OTHER: SourceType.STATE_OFFICIAL,
    ActorType.GOVERNMENT_OFFICIAL: SourceType.STATE_OFFICIAL,
    ActorType.PRO_GOV_MILITIA: SourceType.NONSTATE_PARTY,
    ActorType.REBEL_GROUP: SourceType.NONSTATE_PARTY,
    ActorType.JIHADIST_GROUP: SourceType.NONSTATE_PARTY,
    ActorType.POLITICAL_MILITIA: SourceType.NONSTATE_PARTY,
    ActorType.COMMUNAL_MILITIA: SourceType.NONSTATE_PARTY,
    ActorType.CRIMINAL_GROUP: SourceType.NONSTATE_PARTY,
    ActorType.INTL_FORCE: SourceType.INTL_ORG,
    ActorType.CIVILIANS: SourceType.WITNESS,
    ActorType.PROTESTERS: SourceType.WITNESS,
}


def source_type(actor: ActorMention | None, norms: Sequence[str], lexicon: Lexicon) -> SourceType:
    """The type of a source from its typed actor and the lower-case words of its noun group.

    A listed actor's own source type decides; else the listed source noun of greatest weight (the
    later one of two); else the actor's type; else ``unnamed`` for a group without institution.
    """
    if actor is not None and actor.actor_id is not None:
        entry = lexicon.actor_entries.get(actor.actor_id)
        if entry is not None:
            told = _entry_source(entry)
            if told is not None:
                return told
    heaviest = _heaviest(tuple(norms), lexicon)
    if heaviest is not None:
        return heaviest
    if actor is not None:
        return _BY_ACTOR.get(actor.type, SourceType.OTHER)
    return SourceType.UNNAMED if not norms else SourceType.OTHER


def _entry_source(entry: ActorEntry) -> SourceType | None:
    if entry.source_type is not None:
        return entry.source_type
    return None if entry.type is ActorType.ORGANISATION else _BY_ACTOR.get(entry.type)


def _heaviest(norms: tuple[str, ...], lexicon: Lexicon) -> SourceType | None:
    table = lexicon.sources
    best: SourceNoun | None = None
    behind = 0
    for position in table.beginnings(norms):
        match = table.longest(norms, position) if position >= behind else None
        if match is None:
            continue
        noun = match[1][0].entry
        if isinstance(noun, SourceNoun) and (best is None or noun.weight >= best.weight):
            best = noun
        behind = position + match[0]
    return best.type if best is not None else None
