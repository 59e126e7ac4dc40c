"""Labels that belong together, where decisions of more than one module ask of them.

A set that one module alone asks of stands there; each name here says what its members share.
"""

from coder.values.labels import (
    ActorType,
    CasualtyKind,
    DateBasis,
    DatePrecision,
    EventType,
    Modality,
    PlaceLevel,
    TimexType,
)

PLAIN_PEOPLE = frozenset({ActorType.UNKNOWN, ActorType.CIVILIANS})
"""People of whom the words say no more than that they are people."""

SIDELESS = PLAIN_PEOPLE | {ActorType.UNIDENTIFIED_ARMED}
"""Whoever could be of any side."""

UNARMED = frozenset({ActorType.CIVILIANS, ActorType.GOVERNMENT_OFFICIAL, ActorType.PROTESTERS})

SOLDIERS_AND_POLICE = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_POLICE})
STATE_FORCES = SOLDIERS_AND_POLICE | {ActorType.STATE_OTHER}
OFFICES = frozenset({ActorType.STATE_OTHER, ActorType.ORGANISATION, ActorType.GOVERNMENT_OFFICIAL})
"""Bodies that a word for an office or institution names."""

INSURGENTS = frozenset({ActorType.REBEL_GROUP, ActorType.JIHADIST_GROUP})
MILITIAS = frozenset(
    {
        ActorType.COMMUNAL_MILITIA,
        ActorType.POLITICAL_MILITIA,
        ActorType.PRO_GOV_MILITIA,
    }
)
ORGANISED_NON_STATE = INSURGENTS | MILITIAS
ARMED_GROUPS = ORGANISED_NON_STATE | {ActorType.CRIMINAL_GROUP}
ARMED_NON_STATE = ARMED_GROUPS | {ActorType.UNIDENTIFIED_ARMED}
HIRED_AND_INTERNATIONAL = frozenset({ActorType.PRIVATE_SECURITY, ActorType.INTL_FORCE})
"""Armed forces of neither a state nor a party of its conflict."""

ON_SIDE_OF_STATES = STATE_FORCES | {
    ActorType.PRO_GOV_MILITIA,
    ActorType.INTL_FORCE,
    ActorType.GOVERNMENT_OFFICIAL,
}

BOMBARDMENT = frozenset({EventType.AIR_STRIKE, EventType.SHELLING})
"""What guns and aircraft do; a bomb may be laid by anybody."""

REMOTE = BOMBARDMENT | {EventType.BOMBING}
"""Blows from afar, which choose nobody."""

ATTACKS = REMOTE | {EventType.ARMED_ATTACK}
ATTACK_OR_KILLING = frozenset({EventType.ARMED_ATTACK, EventType.KILLING})
"""Types that say nothing of the means."""

AT_CLOSE_QUARTERS = ATTACK_OR_KILLING | {EventType.ARMED_CLASH}
"""What is done by people who are there, and by no mine or shell."""

DAMAGE = frozenset({EventType.PROPERTY_ATTACK, EventType.BOMBING})
"""Acts that leave a thing damaged."""

HITTING = REMOTE | {EventType.PROPERTY_ATTACK}
"""Acts on things."""

FIGHTS = frozenset({EventType.ARMED_CLASH, EventType.RIOT})
LEAVING = frozenset({EventType.DISPLACEMENT, EventType.RELEASE, EventType.ARREST})
"""People moved, freed or held: many at a time, and no harm by itself."""
OWN_RECORD = frozenset({EventType.ABUSE, EventType.SEXUAL_VIOLENCE})
"""What is done to people held or met besides: no part of the act told before."""

TAKINGS = frozenset({EventType.ABDUCTION, EventType.ARREST})
"""Acts that carry people off and may hold them long."""

CUSTODY = frozenset({EventType.ARREST, EventType.RELEASE})

INTENDED = frozenset({Modality.PLANNED, Modality.THREATENED})

POINT_LEVELS = frozenset({PlaceLevel.PLACE, PlaceLevel.DISTRICT, PlaceLevel.SITE})
"""Places that are points on a map, and no areas."""

AREAS = frozenset({PlaceLevel.ADMIN1, PlaceLevel.ADMIN2, PlaceLevel.ADMIN3})
UPPER_AREAS = frozenset({PlaceLevel.ADMIN1, PlaceLevel.ADMIN2})
UPPER_AREAS_AND_COUNTRIES = UPPER_AREAS | {PlaceLevel.COUNTRY}
PROVINCES_AND_COUNTRIES = frozenset({PlaceLevel.ADMIN1, PlaceLevel.COUNTRY})
LOWER_AREAS = frozenset({PlaceLevel.ADMIN2, PlaceLevel.ADMIN3})
BELOW_PROVINCE = LOWER_AREAS | {PlaceLevel.DISTRICT}
WIDE = frozenset({PlaceLevel.COUNTRY, PlaceLevel.INTERNATIONAL, PlaceLevel.FEATURE})
"""Countries, seas and what lies in several of them."""

WIDE_OR_PROVINCE = WIDE | {PlaceLevel.ADMIN1}

TOLD_DAYS = frozenset({DateBasis.EXPLICIT, DateBasis.WEEKDAY})
OF_DAYS = frozenset({DatePrecision.DAY, DatePrecision.MULTI_DAY})
LASTING = frozenset({TimexType.DURATION, TimexType.SET})
"""Times that say how long or how often, and not when."""

MAX_COUNT = 2**31 - 1
"""Counts are published as 32-bit integers."""

BODILY_HARM = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED})
"""What becomes of people who are hit."""
