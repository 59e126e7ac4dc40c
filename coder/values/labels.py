"""The closed vocabularies of the codebook, one enumeration each.

Every value that can stand in a published record is declared here and nowhere else, in the order
of documentation and of Polars enumerations; ``schemas/labels`` is exported from these classes.
"""

from coder.values.value import Label


class Section(Label):
    """The field of the input an offset counts in."""

    TITLE = "title"
    TEXT = "text"


class CaseProfile(Label):
    """How a section uses capitals: this decides what capitals may prove."""

    MIXED = "mixed"
    UPPER = "upper"
    LOWER = "lower"


class EventClass(Label):
    """Codebook 2.1."""

    VIOLENCE = "violence"
    DEMONSTRATION = "demonstration"
    STRATEGIC = "strategic"


class EventType(Label):
    """Codebook 2.1."""

    ARMED_CLASH = "armed_clash"
    ARMED_ATTACK = "armed_attack"
    BOMBING = "bombing"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    KILLING = "killing"
    ABDUCTION = "abduction"
    SEXUAL_VIOLENCE = "sexual_violence"
    ABUSE = "abuse"
    PROPERTY_ATTACK = "property_attack"
    OTHER_VIOLENCE = "other_violence"
    PROTEST = "protest"
    RIOT = "riot"
    ARREST = "arrest"
    WEAPONS_DISRUPTION = "weapons_disruption"
    MILITARY_OPERATION = "military_operation"
    TERRITORIAL_CHANGE = "territorial_change"
    AGREEMENT = "agreement"
    RELEASE = "release"
    DISPLACEMENT = "displacement"


class Modality(Label):
    """Codebook 2.2."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    THREATENED = "threatened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    NEGATED = "negated"


class Recency(Label):
    """Codebook 2.2."""

    CURRENT = "current"
    BACKGROUND = "background"
    HABITUAL = "habitual"
    FUTURE = "future"


class Scope(Label):
    """Codebook 2.2."""

    SINGLE = "single"
    SERIES = "series"
    SUMMARY = "summary"


class DatePrecision(Label):
    """Codebook 2.4."""

    DAY = "day"
    MULTI_DAY = "multi_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"
    UNKNOWN = "unknown"


class DateBasis(Label):
    """How a date was obtained; codebook 2.4."""

    EXPLICIT = "explicit"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    PUB_DATE_DEFAULT = "pub_date_default"
    INHERITED = "inherited"
    INFERRED = "inferred"
    NONE = "none"


class TimexType(Label):
    """TimeML TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class GeoPrecision(Label):
    """Codebook 2.4."""

    POINT = "point"
    SITE = "site"
    PLACE = "place"
    NEAR_PLACE = "near_place"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    FEATURE = "feature"
    COUNTRY = "country"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"


class CoordBasis(Label):
    """Where the published point comes from; codebook 2.4."""

    GAZETTEER_POINT = "gazetteer_point"
    ADMIN_CENTROID = "admin_centroid"
    TEXT_COORDINATES = "text_coordinates"


class PlaceLevel(Label):
    """What kind of place a gazetteer entry is."""

    INTERNATIONAL = "international"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    ADMIN3 = "admin3"
    PLACE = "place"
    DISTRICT = "district"
    FEATURE = "feature"
    SITE = "site"


class ActorType(Label):
    """Codebook 2.6."""

    STATE_MILITARY = "state_military"
    STATE_POLICE = "state_police"
    STATE_OTHER = "state_other"
    PRO_GOV_MILITIA = "pro_gov_militia"
    REBEL_GROUP = "rebel_group"
    JIHADIST_GROUP = "jihadist_group"
    POLITICAL_MILITIA = "political_militia"
    COMMUNAL_MILITIA = "communal_militia"
    CRIMINAL_GROUP = "criminal_group"
    PRIVATE_SECURITY = "private_security"
    INTL_FORCE = "intl_force"
    PROTESTERS = "protesters"
    RIOTERS = "rioters"
    CIVILIANS = "civilians"
    GOVERNMENT_OFFICIAL = "government_official"
    UNIDENTIFIED_ARMED = "unidentified_armed"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Role(Label):
    """Codebook 2.6."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    PARTICIPANT = "participant"
    VICTIM = "victim"
    GAINING_PARTY = "gaining_party"
    LOSING_PARTY = "losing_party"
    SUPPORTER = "supporter"
    MEDIATOR = "mediator"


class Side(Label):
    """Codebook 2.6: A acts, B is acted on, C a third."""

    A = "A"
    B = "B"
    C = "C"


class Certainty(Label):
    """Codebook 2.6, in the order of 2.11."""

    STATED = "stated"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    INFERRED = "inferred"
    DENIED = "denied"


class CasualtyKind(Label):
    """Codebook 2.5."""

    KILLED = "killed"
    INJURED = "injured"
    HARMED = "harmed"
    CASUALTIES = "casualties"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    RELEASED = "released"


class Qualifier(Label):
    """How a number is stated; codebook 2.5."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE = "vague"
    PLURAL = "plural"
    UNSPECIFIED = "unspecified"
    NONE = "none"
    NO_REPORT = "no_report"


class VictimGroup(Label):
    """Codebook 2.5."""

    CHILDREN = "children"
    WOMEN = "women"
    STUDENTS = "students"
    TEACHERS = "teachers"
    JOURNALISTS = "journalists"
    HEALTH_WORKERS = "health_workers"
    AID_WORKERS = "aid_workers"
    REFUGEES_IDPS = "refugees_idps"
    FARMERS_HERDERS = "farmers_herders"
    MIGRANTS = "migrants"
    OFFICIALS = "officials"


class TargetType(Label):
    """Codebook 2.3."""

    MILITARY_POSITION = "military_position"
    POLICE = "police"
    GOVERNMENT = "government"
    DIPLOMATIC = "diplomatic"
    CIVILIAN_RESIDENCE = "civilian_residence"
    PUBLIC_SPACE_MARKET = "public_space_market"
    RELIGIOUS_SITE = "religious_site"
    EDUCATION = "education"
    HEALTH = "health"
    MEDIA = "media"
    TRANSPORT_VEHICLE = "transport_vehicle"
    TRANSPORT_INFRASTRUCTURE = "transport_infrastructure"
    ENERGY = "energy"
    WATER = "water"
    TELECOM = "telecom"
    BUSINESS = "business"
    AGRICULTURE = "agriculture"
    CAMP_IDP = "camp_idp"
    AID = "aid"
    POLITICAL_PARTY = "political_party"
    PERSONS = "persons"
    OTHER = "other"


class DamageEffect(Label):
    """What happened to a physical target."""

    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    NONE = "none"


class WeaponType(Label):
    """Codebook 2.3."""

    FIREARMS = "firearms"
    EXPLOSIVE_DEVICE = "explosive_device"
    VEHICLE_BOMB = "vehicle_bomb"
    SUICIDE_VEST = "suicide_vest"
    LANDMINE = "landmine"
    GRENADE = "grenade"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    ROCKET = "rocket"
    MISSILE = "missile"
    AERIAL_BOMB = "aerial_bomb"
    DRONE = "drone"
    TANK = "tank"
    MELEE = "melee"
    INCENDIARY = "incendiary"
    VEHICLE = "vehicle"
    CHEMICAL = "chemical"
    CROWD_CONTROL = "crowd_control"
    OTHER = "other"


class Tactic(Label):
    """Codebook 2.3."""

    SUICIDE = "suicide"
    AMBUSH = "ambush"
    SIEGE = "siege"
    HUMAN_SHIELD = "human_shield"
    OTHER = "other"


class Outcome(Label):
    """Codebook 2.3."""

    SUCCEEDED = "succeeded"
    REPELLED = "repelled"
    INTERCEPTED = "intercepted"
    DEVICE_FAILED = "device_failed"
    INCONCLUSIVE = "inconclusive"


class SourceType(Label):
    """Codebook 2.7."""

    STATE_SECURITY = "state_security"
    STATE_OFFICIAL = "state_official"
    STATE_MEDIA = "state_media"
    NONSTATE_PARTY = "nonstate_party"
    MONITOR_NGO = "monitor_ngo"
    MEDICAL = "medical"
    WITNESS = "witness"
    LOCAL_OFFICIAL = "local_official"
    INTL_ORG = "intl_org"
    MEDIA = "media"
    SOCIAL_MEDIA = "social_media"
    UNNAMED = "unnamed"
    OTHER = "other"


class Stance(Label):
    """Codebook 2.7."""

    REPORT = "report"
    CLAIM = "claim"
    ACCUSE = "accuse"
    DENY = "deny"
    CONFIRM = "confirm"


class MentionKind(Label):
    """The kinds of typed spans that ``annotate`` publishes."""

    TIME = "time"
    PLACE = "place"
    QUANTITY = "quantity"
    ACTOR = "actor"
    WEAPON = "weapon"
    TARGET = "target"


class DocumentStatus(Label):
    """What became of an input document; codebook 2.9."""

    CODED = "coded"
    DUPLICATE = "duplicate"
    OTHER_LANGUAGE = "other_language"
    ERROR = "error"


class RelationKind(Label):
    """Codebook 2.8."""

    DUPLICATE_OF = "duplicate_of"
    UPDATE_OF = "update_of"
    PART_OF_SAME_EPISODE = "part_of_same_episode"
    CONSEQUENCE_OF = "consequence_of"
    RETALIATION_FOR = "retaliation_for"
    SAME_OPERATION = "same_operation"
    MERGED_INTO = "merged_into"
    SPLIT_FROM = "split_from"
