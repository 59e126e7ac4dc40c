"""The closed vocabularies of what is told and is no event: statements and states of control."""

from coder.values.value import Label


class StatementKind(Label):
    """What a speaker does with words; codebook, Statements."""

    ACCUSATION = "accusation"
    ANNOUNCEMENT = "announcement"
    APPEAL = "appeal"
    CLAIM = "claim"
    CONDEMNATION = "condemnation"
    DEMAND = "demand"
    DENIAL = "denial"
    OFFER = "offer"
    PROMISE = "promise"
    REJECTION = "rejection"
    SUPPORT = "support"
    THREAT = "threat"
    WARNING = "warning"


class EventLink(Label):
    """Why a statement is taken to be about an event."""

    STATED = "stated"
    ANAPHORIC = "anaphoric"


class ControlKind(Label):
    """How things stand at a place; codebook, States of control."""

    HELD = "held"
    NOT_HELD = "not_held"
    BESIEGED = "besieged"
    CONTESTED = "contested"
    FRONT_LINE = "front_line"


class ControlExtent(Label):
    """How much of the place the words mean."""

    ALL = "all"
    MOST = "most"
    PART = "part"


class ControlRelation(Label):
    """What an event did to a state of control."""

    BEGAN = "began"
    ENDED = "ended"
