"""One function a list: a checked row becomes an entry. The columns of each list stand beside it."""

from typing import NamedTuple

from coder.lexicon.entries import (
    ActorEntry,
    Demonym,
    ModifierTerm,
    PersonNoun,
    SourceNoun,
    SpeechVerb,
    TargetModifier,
    TargetNoun,
    WeaponTerm,
)
from coder.lexicon.spelling import form_of, plural, verb_forms
from coder.lexicon.tsv import TsvRow
from coder.values.labels import (
    ActorType,
    Certainty,
    SourceType,
    Stance,
    TargetType,
    VictimGroup,
    WeaponType,
)

ACTOR_COLUMNS = (
    "id", "name", "aliases", "type", "country", "sector", "parent", "from", "to", "source_type",
    "needs", "source", "checked",
)  # fmt: skip
PERSON_COLUMNS = (
    "singular", "plural", "actor_type", "kind", "is_civilian", "victim_group", "armed", "open",
    "title", "note", "state_body",
)  # fmt: skip
MODIFIER_COLUMNS = ("term", "actor_type", "certainty", "former", "victim_group", "note")
WEAPON_COLUMNS = ("term", "type", "is_suicide", "kind", "note")
TARGET_COLUMNS = ("term", "type", "kind", "open", "note")
TARGET_MODIFIER_COLUMNS = ("term", "type", "note")
SOURCE_COLUMNS = ("term", "type", "weight", "note")
NATION_COLUMNS = ("country", "iso3", "demonyms", "aliases", "seats")
SPEECH_COLUMNS = ("lemma", "stance", "past", "participle", "note")
NAME_COLUMNS = ("name", "is_word")
_PERSON_KINDS = frozenset({"person", "group", "body", "member", "remains"})
_TARGET_KINDS = frozenset({"facility", "vehicle", "site", "area", "thing"})
_WEAPON_KINDS = frozenset({"weapon", "fire"})
_ISO3_LETTERS = 3
_DEFAULT_WEIGHT = 5


class ActorRow(NamedTuple):
    """An actor and which of its names need more than their words.

    ``strict`` names are taken in strict capitals only, ``contested`` ones only in a document that
    tells by other words which actor is meant.
    """

    entry: ActorEntry
    strict: frozenset[str] = frozenset()
    contested: frozenset[str] = frozenset()


def actor(row: TsvRow) -> ActorRow:
    """The actor of a row.

    ``needs`` is ``caps`` (every acronym of the row is strict) or the names that are strict, those
    that are contested with ``~`` before them, ``|``-separated.
    """
    aliases = row.alternatives("aliases")
    names = (row.required("name"), *aliases)
    needs = row.alternatives("needs")
    contested = tuple(name.removeprefix("~") for name in needs if name.startswith("~"))
    in_caps = tuple(name for name in names if name.isupper())
    strict = in_caps if needs == ("caps",) else tuple(n for n in needs if not n.startswith("~"))
    for name in (*strict, *contested):
        if name not in names:
            raise row.error("needs", f"'{name}' is neither the name nor an alias")
    entry = ActorEntry(
        actor_id=row.required("id"),
        name=row.required("name"),
        aliases=aliases,
        type=row.label("type", ActorType) or ActorType.UNKNOWN,
        country=_iso3(row, "country"),
        sector=row["sector"] or None,
        parent=row["parent"] or None,
        since=_year(row, "from"),
        until=_year(row, "to"),
        source_type=row.label("source_type", SourceType),
    )
    return ActorRow(entry, frozenset(strict), frozenset(contested))


def person(row: TsvRow) -> PersonNoun:
    """A noun for people; without a plural the regular one, ``-`` where it has none."""
    singular = row.required("singular")
    written = row["plural"]
    return PersonNoun(
        singular=singular,
        plural="" if written == "-" else written or plural(form_of(singular)),
        type=row.label("actor_type", ActorType) or ActorType.UNKNOWN,
        kind=_one_of(row, "kind", _PERSON_KINDS, "person"),
        is_civilian=row.flag("is_civilian"),
        victim_group=row.label("victim_group", VictimGroup),
        armed=row.flag("armed") or False,
        is_open=row.flag("open") or False,
        is_title=row.flag("title") or False,
        state_body=row["state_body"] or None,
    )


def modifier(row: TsvRow) -> ModifierTerm:
    """A typing word before a noun."""
    return ModifierTerm(
        term=row.required("term"),
        type=row.label("actor_type", ActorType),
        certainty=row.label("certainty", Certainty),
        is_former=row.flag("former") or False,
        victim_group=row.label("victim_group", VictimGroup),
    )


def weapon(row: TsvRow) -> WeaponTerm:
    """A weapon term."""
    return WeaponTerm(
        term=row.required("term"),
        type=row.label("type", WeaponType) or WeaponType.OTHER,
        is_suicide=row.flag("is_suicide") or False,
        kind=_one_of(row, "kind", _WEAPON_KINDS, "weapon"),
    )


def target(row: TsvRow) -> TargetNoun:
    """A thing that can be attacked."""
    return TargetNoun(
        term=row.required("term"),
        type=row.label("type", TargetType) or TargetType.OTHER,
        kind=_one_of(row, "kind", _TARGET_KINDS, "facility"),
        is_open=row.flag("open") or False,
    )


def target_modifier(row: TsvRow) -> TargetModifier:
    """A word that types an open target noun."""
    return TargetModifier(
        term=row.required("term"), type=row.label("type", TargetType) or TargetType.OTHER
    )


def source(row: TsvRow) -> SourceNoun:
    """A noun for who tells something."""
    weight = row["weight"]
    if weight and not weight.isdigit():
        raise row.error("weight", f"'{weight}' is no whole number")
    return SourceNoun(
        term=row.required("term"),
        type=row.label("type", SourceType) or SourceType.OTHER,
        weight=int(weight) if weight else _DEFAULT_WEIGHT,
    )


def nations(row: TsvRow) -> tuple[tuple[Demonym, ...], tuple[Demonym, ...]]:
    """The demonyms of a country, then its names."""
    iso3 = _iso3(row, "iso3")
    country = row.required("country")
    demonyms = row.alternatives("demonyms")
    adjective = demonyms[0] if demonyms else country
    adjectives, names = (
        tuple(Demonym(term=term, iso3=iso3, country=country, adjective=adjective) for term in terms)
        for terms in (demonyms, (country, *row.alternatives("aliases")))
    )
    return adjectives, names


def seats(row: TsvRow) -> tuple[tuple[str, str], ...]:
    """The forms of the towns that stand for a government, each with the form of its country."""
    country = form_of(row.required("country"))
    return tuple((form_of(seat), country) for seat in row.alternatives("seats"))


def given_name(row: TsvRow) -> tuple[str, bool]:
    """A given name, and whether it is a word as well."""
    return row.required("name"), row.flag("is_word") or False


def speech(row: TsvRow) -> SpeechVerb:
    """A verb of saying with all its forms."""
    lemma = row.required("lemma")
    return SpeechVerb(
        lemma=lemma,
        stance=row.label("stance", Stance) or Stance.REPORT,
        forms=verb_forms(lemma, past=row["past"], participle=row["participle"]),
    )


def _one_of(row: TsvRow, column: str, allowed: frozenset[str], default: str) -> str:
    cell = row[column] or default
    if cell not in allowed:
        raise row.error(column, f"'{cell}' is none of {', '.join(sorted(allowed))}")
    return cell


def _iso3(row: TsvRow, column: str) -> str | None:
    cell = row[column]
    if cell and not (len(cell) == _ISO3_LETTERS and cell.isascii() and cell.isupper()):
        raise row.error(column, f"'{cell}' is no ISO 3166-1 alpha-3 code")
    return cell or None


def _year(row: TsvRow, column: str) -> int | None:
    cell = row[column]
    if cell and not (cell.isdigit() and len(cell) == len("1999")):
        raise row.error(column, f"'{cell}' is no year")
    return int(cell) if cell else None
