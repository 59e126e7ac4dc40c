"""What is made up: acts that a film, a book, a game or a picture tells of, not the news."""

from coder.discourse.news.plots import OPENING_VERBS
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.governors import governor_of
from coder.events.status.recency import is_dated, is_prose
from coder.lexicon.closed import FULL_STOPS, TIME_CLAUSES
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes

_OPENING = 5  # chunks
_ORDER = frozenset({"first", "opening", "last", "final", "closing"})
_PARTS = frozenset({"season", "act", "scene", "reel", "verse", "stanza"})
_OF_STORIES, _OF_SCENES = sign("story", _PARTS), sign(OPENING_VERBS)
_TOLD, _NARRATING, _MADE_UP = sign("told"), sign("narrating"), sign("made_up")
_GAMERS = frozenset({"players", "player", "gamers", "gamer"})
_HAS_PLAY = frozenset({"lets", "letting", "allows", "invites", "asks", "has", "sees"})
_AT_PADS = sign(_GAMERS)
_VERBAL = "VXKIG"
_LONGEST_TITLE = 10  # tokens
_ABOUT = frozenset({"about", "on", "of", "to"})
_BY = frozenset({"by", "of", "with"})
_IT = frozenset({"it", "this", "here"})
_IS = frozenset({"is", "'s", "tells", "follows"})
_TALES = frozenset({"story", "stories", "tale", "tales", "saga"})
_FAR = 8  # tokens: "it is a slow, sad tale"
_IN_QUOTES = ("in", '"')
_WHOSE = ("'s", '"')
_QUOTED_IN = ('"', ",", "in", "which")  # 'a trailer for "The Siege", in which'
_BESIDE_TITLE = frozenset({"in", "'s", '"'})
_LIKE_IN = frozenset({("as", "in"), ("like", "in")})


def is_made_up(draft: Draft) -> bool:
    """Whether a story tells the act: "the novel opens with a bombing", "plays a man who kills"."""
    reading = draft.reading
    signs = reading.signs
    if (
        signs & _OF_STORIES
        and not _befell_maker(draft)
        and (
            _opens_with_story(reading, draft.chunk)
            or _is_told_by_story(draft)
            or _is_in_part(reading, draft.chunk)
        )
    ):
        return True
    if (
        (signs & (_OF_STORIES | _TOLD) and _unfolds(draft))
        or _is_of_title(draft)
        or _is_in_titled(draft)
        or _is_topic(draft)
        or _is_in_scene(draft)
        or _is_of_tale(draft)
    ):
        return True
    if signs & _TOLD and _is_in_clause_of_tale(draft):
        return True
    if signs & _NARRATING and _is_played(draft):
        return True
    if (signs & _MADE_UP and _is_by_figure(draft)) or (signs & _AT_PADS and _is_by_gamers(draft)):
        return True
    is_of_hero = not noun_classes()["protagonist"].isdisjoint(reading.vocabulary)
    return is_of_hero and is_in_present(draft)  # "her life changes when gunmen kill two"


def _befell_maker(draft: Draft) -> bool:
    """As in "the author of a novel was shot on Monday": those in a novel have no day."""
    reading = draft.reading
    return (
        reading.clauses.kinds.startswith("NPN")
        and reading.clauses.first_words[1] == "of"
        and "person" in reading.nominal(0).fillers
        and is_dated(draft)
    )


def is_in_present(draft: Draft) -> bool:
    """Whether a sentence (no headline) tells the act in the present, as one tells a plot."""
    reading = draft.reading
    return is_prose(reading.sentence) and _has_present_verb(draft)


def _has_present_verb(draft: Draft) -> bool:
    reading = draft.reading
    sentence = reading.sentence
    verb = draft.chunk if draft.support == "verb" else draft.governor
    if verb is not None and reading.clauses.kinds[verb] in "IG":
        verb = governor_of(reading, verb)  # "he tries to disarm the bomb"
    if verb is None or reading.clauses.kinds[verb] not in "VX":
        return False
    group = reading.clauses.chunks[verb]
    if group.passive or group.aux:
        return sentence.norms[group.first] in {"is", "are"}
    return reading.tags[group.head] in "VZ"


def _is_of_title(draft: Draft) -> bool:
    """As in '"Black Rain" follows a detective whose wife was murdered': a work opens the sentence.

    No name of a group: its verb is one that tells, in the present.
    """
    norms = draft.reading.sentence.norms
    words = draft.reading.sentence.words
    if norms[0] != '"' or '"' not in norms[1:_LONGEST_TITLE]:
        return False
    end = norms.index('"', 1)
    verb = end + 1
    return (
        draft.first > verb
        and words[1][:1].isupper()
        and draft.reading.tags[verb : verb + 1] in "VZ"
        and not words[verb][:1].isupper()
        and norms[verb] in noun_classes()["shown"]
    )


def _is_in_titled(draft: Draft) -> bool:
    """As in 'a duchess is poisoned in "The Long Summer"': in the present, on no day.

    Likewise in 'Verdi's "Aida" hides, and a guard is stabbed'.
    """
    sentence = draft.reading.sentence
    norms, words = sentence.norms, sentence.words
    if '"' not in norms or draft.times or words[-1] not in FULL_STOPS:
        return False
    is_titled = any(
        (norms[at : at + 2] == _IN_QUOTES and words[at + 2][:1].isupper())
        or (norms[at : at + 4] == _QUOTED_IN and at < draft.first)
        or (norms[at : at + 2] == _WHOSE and _closes_before_verb(draft, at + 2))
        for at in [at for at, norm in enumerate(norms[:-2]) if norm in _BESIDE_TITLE]
    )
    return is_titled and _has_present_verb(draft)


def _closes_before_verb(draft: Draft, at: int) -> bool:
    """Whether the title that begins at a token ends before a verb in the present."""
    norms = draft.reading.sentence.norms
    if '"' not in norms[at : at + _LONGEST_TITLE] or at > draft.first:
        return False
    end = norms.index('"', at)
    return draft.reading.tags[end + 1 : end + 2] in "VZs" and end < draft.first


def _is_topic(draft: Draft) -> bool:
    """As in "a documentary about the bombing", "a podcast about a girl, Ana Ruiz, who was shot"."""
    reading = draft.reading
    kinds = reading.clauses.kinds
    at = draft.chunk
    if kinds[at - 1 : at] == "W":
        at = _described(reading, at - 1)
    return (
        kinds.endswith("NPN", 0, at + 1)
        and reading.clauses.first_words[at - 1] in _ABOUT
        and reading.clauses.head_words[at - 2]
        in noun_classes()["story"] | noun_classes()["retelling"] | noun_classes()["studying"]
    )


def _described(reading: Reading, relative: int) -> int:
    """The first of the groups that a relative clause says more of: "a girl, Ana Ruiz, who"."""
    kinds = reading.clauses.kinds
    at = relative - 1
    while at > 1 and kinds[at - 1] in "N,":
        at -= 1
    return at


def _is_of_tale(draft: Draft) -> bool:
    """As in "it's the story of a patrol whose sergeant was shot": what sums up a tale, no day."""
    norms = draft.reading.sentence.norms
    return (
        norms[0] in _IT
        and norms[1] in _IS
        and not _TALES.isdisjoint(norms[2:_FAR])
        and not is_dated(draft)
    )


def _is_told_by_story(draft: Draft) -> bool:
    """As in "the film kills its hero": the story is the subject of a verb that is no passive."""
    reading = draft.reading
    if _is_in_picture(draft):
        return True
    verb = draft.chunk if draft.support == "verb" else draft.governor
    if verb is None or reading.clauses.kinds[verb] not in _VERBAL:
        return False
    if reading.clauses.chunks[verb].passive:
        return False
    heads = (reading.clauses.chunks[number].head for number in reading.clauses.subject(verb))
    return any(reading.sentence.norms[head] in noun_classes()["story"] for head in heads)


def _is_in_picture(draft: Draft) -> bool:
    """As in "the painting shows rebels being shot": the verb may be read as part of a group."""
    norms, pictures = draft.reading.sentence.norms, noun_classes()["pictured"]
    shows = noun_classes()["shown"] | noun_classes()["narrating"]
    return any(
        norms[at] in pictures and norms[at + 1] in shows for at in range(max(draft.first - 1, 0))
    )


def _unfolds(draft: Draft) -> bool:
    """As in "the play ends when they shoot him", "tells the story of a man after they shot him"."""
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    works, telling = classes["story"] | classes["told"], classes["shown"] | OPENING_VERBS
    for verb in range(draft.chunk):
        if clauses.kinds[verb] not in "VX" or clauses.head_words[verb] not in telling:
            continue
        if clauses.has_head(clauses.subject(verb), works):
            between = reading.sentence.norms[clauses.chunks[verb].last : draft.first]
            opens = clauses.head_words[verb] in OPENING_VERBS and not is_dated(draft)
            return opens or is_in_present(draft) or not _TALES.isdisjoint(between)
    return False


def _is_in_scene(draft: Draft) -> bool:
    """As in "the new Hamlet opens with a brawl in which a servant is stabbed": told as a scene."""
    reading = draft.reading
    if not reading.signs & _OF_SCENES:
        return False
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    before = norms[: chunks[draft.chunk].first]
    return any(
        norm in OPENING_VERBS and before[at + 1 : at + 2] == ("with",) and "which" in before[at:]
        for at, norm in enumerate(before)
    )


def _opens_with_story(reading: Reading, number: int) -> bool:
    """As in "in the last episode the detective is kidnapped", but no clause of time behind it."""
    stories = noun_classes()["story"]
    shown = noun_classes()["shown"]  # "the opera ends": the verb can be read as a noun
    norms = reading.sentence.norms
    clauses = reading.clauses
    chunks = clauses.chunks[: min(number, _OPENING)]
    at = next(
        (
            at
            for at, chunk in enumerate(chunks)
            if chunk.kind == "N"
            and (
                (norms[chunk.head] in stories and clauses.kinds[at + 1 : at + 2] != "I")
                or norms[chunk.first] == "chapter"
                or (norms[chunk.first] == "season" and reading.tags[chunk.last - 1] == "#")
                or _is_part(reading, at)
                or (norms[chunk.head] in shown and norms[chunk.head - 1] in stories)
            )
        ),
        None,
    )
    if at is None or _is_likeness(reading, at):
        return False
    if _behind_time_word(reading, at, number):
        return False
    return not any(
        clauses.kinds[between] == "U" and clauses.first_words[between] in TIME_CLAUSES
        for between in range(at + 1, number)
    )


def _is_likeness(reading: Reading, number: int) -> bool:
    """As in "as in a film, gunmen stormed the bank": only the way of it."""
    before = reading.sentence.norms[: reading.clauses.chunks[number].first][-2:]
    return before in _LIKE_IN


def _behind_time_word(reading: Reading, story: int, number: int) -> bool:
    """As in "cancelled its play after | gunmen shot two": a clause of time, of the act itself.

    Not in "the podcast follows a girl after gunmen shot her".
    """
    subject = next(iter(reading.clauses.subject(number)), None)
    return (
        subject is not None
        and reading.clauses.head_words[story + 1] not in noun_classes()["shown"]
        and reading.clauses.kinds[subject - 1 : subject] == "P"
        and reading.clauses.first_words[subject - 1] in TIME_CLAUSES
    )


def _is_in_part(reading: Reading, number: int) -> bool:
    """As in "strangled in the second act": the part stands right behind."""
    kinds = reading.clauses.kinds
    at = number + 1
    while kinds[at : at + 1] in {"A", "N"}:
        at += 1
    return (
        kinds[at : at + 2] == "PN"
        and reading.clauses.first_words[at] == "in"
        and _is_part(reading, at + 1)
    )


def _is_part(reading: Reading, number: int) -> bool:
    """As in "in the second act", "the opening scene", but not "the second act of violence"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    return (
        norms[group.head] in _PARTS
        and not (_ORDER | noun_classes()["ordinal"]).isdisjoint(norms[group.first : group.head])
        and norms[group.last : group.last + 1] != ("of",)
    )


def _is_in_clause_of_tale(draft: Draft) -> bool:
    """As in "the scene in which the bridge is blown up", "a game where soldiers fight"."""
    reading = draft.reading
    clauses = reading.clauses
    told = noun_classes()["told"]
    for number in range(max(draft.chunk - 1, 0)):
        if clauses.kinds[number] == "N" and clauses.head_words[number] in told:
            at = number + 1
            while clauses.kinds[at] in ",P" and at < draft.chunk:
                at += 1
            if clauses.kinds[at] == "W" and at < draft.chunk:
                return "U" not in clauses.kinds[at : draft.chunk]
    return False


def _is_played(draft: Draft) -> bool:
    """As in "plays a soldier who kills his sergeant": all that is told stands behind the verb."""
    reading = draft.reading
    chunks = reading.clauses.chunks
    narrating = noun_classes()["narrating"]
    norms = reading.sentence.norms
    played = next((at for at in range(draft.first) if norms[at] in narrating), None)
    if played is None:
        return False
    at = reading.clauses.at_token[played]
    group = chunks[at]
    if group.kind not in _VERBAL and played in {0, group.head}:
        return False  # "stars" is a noun here
    behind = at + 1
    if (
        reading.clauses.kinds[behind : behind + 1] == "P"
        and reading.clauses.first_words[behind] == "as"
    ):
        behind += 1
    if reading.clauses.kinds[behind : behind + 1] != "N":
        return False  # "children playing in the street"
    parties = [filler.nominal.first for filler in draft.fillers]
    parties += [chunks[number].first for number in draft.subjects]
    if group.kind == "G" and at and "person" in reading.nominal(behind).fillers:
        parties = [first for first in parties if first != chunks[at - 1].first]  # "actors playing"
    return all(first >= played for first in parties)


def _is_by_gamers(draft: Draft) -> bool:
    """As in "lets players bomb a city and storm a palace": who plays does so, on no day."""
    norms = draft.reading.sentence.norms
    if draft.times or draft.claims:
        return False
    return any(
        norms[at] in _GAMERS and norms[at - 1] in _HAS_PLAY for at in range(1, draft.first + 1)
    )


def _is_by_figure(draft: Draft) -> bool:
    """Whether a figure of stories acts or suffers: a zombie, a superhero, a protagonist."""
    reading = draft.reading
    norms = reading.sentence.norms
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    figures = noun_classes()["made_up"]
    numbers = {filler.nominal.chunk for filler in draft.fillers} | set(draft.subjects)
    _, right = reading.clauses.clause(draft.chunk)
    numbers |= {  # "by waves of zombies"
        number
        for number in range(draft.chunk, right)
        if kinds[number - 1 : number + 1] == "PN" and reading.clauses.first_words[number - 1] in _BY
    }
    return any(
        reading.clauses.head_words[number] in figures
        or any(  # "the aliens' guns"
            norm in figures and reading.sentence.words[at + 1][:1] == "'"
            for at, norm in enumerate(
                norms[chunks[number].first : chunks[number].head], chunks[number].first
            )
        )
        for number in numbers
    )
