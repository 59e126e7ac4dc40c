"""The walks to the left of a verb, to the edge of its clause: its subject, however hidden."""

from coder.grammar.chunks import Chunk
from coder.grammar.joined import SUSPECTED
from coder.grammar.only_subject import OnlySubjectWalks
from coder.lexicon.closed import BEING_HAVING
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.values.text import Sentence

_FINITE = "VX"
_VERBAL = "VXKIG"
_JOINED = ("CX", "CK")
_HELD_SO = ("NKJP", "NXJP")  # "the sailors held captive by the rebels were"
_MAX_WALK = 40
_DYING = frozenset({"died", "succumbed"})  # "was hit as the patrol passed and died"
ONE_OF_ROW = frozenset({"first", "second", "third", "fourth", "other", "last"})
"""Heads of groups that name one of several: "two bombs exploded, the first killing ten"."""
_OWNING = frozenset({"had", "has", "have"})  # "had his camera smashed"


class SubjectWalks(OnlySubjectWalks):
    """The chunks of one sentence and who does what their verbs say; numbers are chunk positions."""

    __slots__ = ("_subjects",)

    def __init__(self, sentence: Sentence, tags: str, chunks: list[Chunk]) -> None:
        super().__init__(sentence, tags, chunks)
        self._subjects: dict[int, list[int]] = {}

    def subject(self, number: int) -> list[int]:
        """Noun groups that are the subject of the verb group; empty where none can be told.

        Coordinated verbs share their subject, participles take that of the main verb, relative
        clauses their antecedent, infinitives the object or subject of the verb before them.
        """
        known = self._subjects.get(number)
        if known is not None:
            return known
        # A verb that is asked for itself on the way has no subject: no walk goes in circles.
        self._subjects[number] = []
        kind = self.kinds[number]
        if thought_of := self._thought_of(number):
            found = thought_of
        elif self._is_attribute(number):
            found = []
        elif (behind := self.subject_behind(number)) is not None:
            found = [behind]
            while self.kinds[(at := found[-1]) + 1 : at + 3] == "CN" and not self._starts_clause(
                at + 2
            ):
                found.append(at + 2)
        elif (parties := self.parties_behind(number)) is not None and parties[1] is not None:
            found = [parties[0]]
        elif kind == "I":
            found = self._controller(number)
        elif kind == "G" or self.first_words[number] in BEING_HAVING:
            found = self._gerund_subject(number)
        else:
            row = self.of_passive_row(number) or self.remains_of(number)
            found = row or self.only_subject(number) or self._finite_subject(number)
        self._subjects[number] = found = self._with_their_head(found)
        return found

    def of_passive_row(self, number: int) -> list[int]:
        """As in "were taken off a bus near Gao, lined up and shot": the subject of the row.

        And of a headline's verb: "Man suspected of stabbing two people arrested".
        """
        kinds = self.kinds
        start = number - len("NXPGN")
        if start >= 0 and kinds[start + 1 : number - 1] in SUSPECTED and kinds[number - 1] == "N":
            return [] if {*"VXWU"} & {*kinds[:start]} else self._finite_subject(number)
        behind = number + 1 + (kinds[number + 1 : number + 2] == "A")
        behind = self.behind_phrases(behind)
        if kinds[number - 1 : number + 1] != ",X" or kinds[behind : behind + 2] not in _JOINED:
            return []
        for at in range(number - 2, max(-1, number - _MAX_WALK), -1):
            if kinds[at] in "VXUW:":
                is_passive = kinds[at] == "V" and self.chunks[at].passive
                return self.subject(at) if is_passive else []
        return []

    def _finite_subject(self, number: int) -> list[int]:  # noqa: C901, PLR0911, PLR0912 - one walk, read in one place
        kinds = self.kinds
        at = number - 1
        commas = 0
        for _ in range(_MAX_WALK):
            if at < 0:
                return self._people_of_phrase(number)
            kind = kinds[at]
            if kind == "N":
                onward = self._before_group(at, number, commas)
                if not isinstance(onward, int):
                    return onward
                at = onward
                continue
            if kind == ",":
                commas += 1
            elif kind in "tAJ\"T!'" or (kind == "P" and self._hangs(at)) or self._is_attribute(at):
                pass
            elif kind == "W":
                return self.antecedent(at)
            elif kind == "C" or (kind == ":" and self._goes_on(at, number)):
                return self._coordinated_subject(at)
            elif kind == ":" and (opening := self._opening_dash(at)) is not None:
                at = opening
            elif kind == ")":
                at = self.opening(at)
            elif commas and self._is_told_between(at):
                at -= 2  # "the rebels, the army said, attacked"
            elif self._is_being(at):
                at -= 1  # "men suspected of being members of a gang were killed"
            elif kind in _VERBAL:
                start = (
                    self._row_of_participles(at)
                    or self._clause_start(at)
                    or self._aside_of_some(at)
                    or self._contact_start(at)
                )
                if start is None:
                    # "dragged them off a bus, lined them up and shot them": verbs in a row
                    is_row = commas == 1 and kinds[number - 1] == "," and kind in _FINITE
                    return self.subject(at) if is_row else []
                at = start
            else:
                return []
            at -= 1
        return []

    def _is_told_between(self, verb: int) -> bool:
        """As in ", the army said,", and no "In another raid, rebels blew up a bridge,"."""
        return (
            self.kinds[max(verb - 2, 0) : verb] == ",N"
            and self.kinds[verb] in _FINITE
            and (self.kinds[verb + 1] == "," or self.head_words[verb] in noun_classes()["clausal"])
        )

    def _contact_start(self, verb: int) -> int | None:
        """Where "they found" begins in "a grenade they found exploded"; null for other clauses."""
        is_contact = self.kinds[verb - 2 : verb] == "NN"
        return verb - 1 if is_contact and self.tags[self.chunks[verb - 1].head] == "R" else None

    def _before_group(self, at: int, number: int, commas: int) -> list[int] | int:  # noqa: C901, PLR0911 - one answer a construction
        """What a noun group left of a verb says: its subject, or from where to look on.

        ``commas`` were passed between the two.
        """
        kinds = self.kinds
        if (
            not commas
            and kinds[at - 1] == "G"
            and self.head_words[at - 1] in noun_classes()["alleging"]
        ):
            return self.conjoined_left(at)  # "quoted a doctor as saying two men were killed"
        is_near = not commas
        opened = at if self._lasted(at) else self.behind_subordinator(at, number, is_near=is_near)
        row = self.row_behind_subordinator(at, number) if opened is None else [opened]
        if row:
            return row
        if (named := self._named_and(at)) is not None:
            return [named, at]
        head = (
            (at - 3 if kinds[:at].endswith(_HELD_SO) and self.chunks[number].passive else None)
            or self._behind_those_named(at)
            or self._list_beside_start(at)
            or self.phrase_start(at)
            or self._counted_start(at)
            or self._aside_start(at)
            or self._wider_start(at)
        )
        if head is not None:
            return self._of_first_phrase(head) - 1
        first = self.conjoined_left(at)[0] if commas == 1 and kinds[at - 1] == "C" else at
        if commas == 1 and self._is_series(first, number):
            return self.subject(first - 1)
        before = kinds[max(at - 3, 0) : at]
        if at and self._is_being(at - 1):
            return at - 1
        if before == "NKA" or before in SUSPECTED:
            return at - 2  # "the travellers taken off a bus were", what one is suspected of
        if at and before != "tPG" and self._is_object(at, commas):
            return at - 1
        if before in {"NPG", "tPG"}:
            return at - 3  # "those responsible for killing the clerk are", "last week for selling"
        presumed = self._presumed(at)
        if presumed is not None:
            return presumed
        return self._behind_commas(at, number) if commas else self.conjoined_left(at)

    def _behind_commas(self, at: int, number: int) -> list[int] | int:
        """As :meth:`_before_group`, for a noun group that commas part from its verb."""
        if self._ends_list_of_names(at) or self.is_added(at):
            return self.conjoined_left(at)
        before = self._before_apposition(at)
        if (
            self.kinds[at - 1 : at] == "C"
            and len(self.conjoined_left(at)) == 1
            and (before is None or not self._describes(before, at, number))
        ):
            return self.conjoined_left(at)
        if before is None:
            hanging = self._participle_before_apposition(at)
            return self.conjoined_left(at) if hanging is None else hanging
        if self._is_series(before, number):
            return self.subject(before - 1)
        if self.kinds.endswith("NG", 0, before):
            return before - 1  # "a bomb targeting a patrol in Gao, a town, killed"
        return self.conjoined_left(before)

    def _coordinated_subject(self, conjunction: int) -> list[int]:
        """The subject of the verb that this one is coordinated with."""
        at = conjunction - 1
        while at >= 0:
            kind = self.kinds[at]
            if kind == "G" and self._is_done(conjunction + 1):
                at -= 1  # "accused of spying and took nine": no past form joins it
                continue
            if kind == "X" and self._describes_object(at, conjunction + 1):
                at -= 2
                continue
            if kind in "VX":
                at = self._causing(at) or at
                return self.subject(self._matrix_of_earlier(at, conjunction + 1) or at)
            if kind in "GKI" and not (kind == "I" and self._is_done(conjunction + 1)):
                return self.subject(at)
            if kind in "UW:":
                return []
            at -= 1
        return []

    def _describes_object(self, verb: int, joined: int) -> bool:
        """As in "killed five men | accused of spying | and took nine": a verb with an object acts.

        Who acts is told before the verb whose object the participle describes.
        """
        if self.kinds[verb - 1] != "N" or not (self._is_done(joined) and self._is_reduced(verb)):
            return False
        before = self.conjoined_left(verb - 1)[0] - 1
        while before > 0 and self.kinds[before] in ",NPC":
            before -= 1
        return (
            before >= 0
            and self.kinds[before] in _FINITE
            and not self.chunks[before].passive
            and self.head_words[before] not in noun_classes()["clausal"]
        )

    def _causing(self, verb: int) -> int | None:
        """As in "had his camera smashed and | was beaten": the verb of who owned the camera."""
        before = verb - 2
        is_caused = before > 0 and self.kinds[before] in "VX" and self.kinds[verb - 1] == "N"
        return before if is_caused and self.head_words[before] in _OWNING else None

    def _matrix_of_earlier(self, verb: int, joined: int) -> int | None:
        """As in "denied the army had fired and said": tenses tell which verb the last one joins.

        "Said the army had shelled and burnt it" shares its "had", as most past forms may.
        """
        if (bidding := self._matrix_of_bare(verb, joined)) is not None:
            return bidding
        if self._is_scene(verb, joined):
            return next((at for at in range(verb - 2, -1, -1) if self.kinds[at] in _FINITE), None)
        if self.kinds[joined - 2 : joined] == ",C" or self.head_words[joined] in _DYING:
            at = self._matrix_of_scene(verb)
            if at is not None:
                return at
        if "H" not in self.chunks[verb].aux or "H" in self.chunks[joined].aux:
            return None
        head = self.chunks[joined].head
        if self.tags[head] != "L" and self.norms[head] not in noun_classes()["clausal"]:
            return None
        matrix = self.claiming_verb(verb)
        return matrix if matrix is not None and "H" not in self.chunks[matrix].aux else None

    def claiming_verb(self, verb: int) -> int | None:
        """As "denied" for "denied the army had fired": the verb whose bare clause a verb heads."""
        subject = self.subject(verb)
        above = subject[0] - 1 if subject else -1
        while above > 0 and self.kinds[above] in "tA":
            above -= 1
        if above < 0 or self.kinds[above] not in _FINITE:
            return None
        is_clausal = self.head_words[above] in noun_classes()["clausal"]
        return above if is_clausal else None

    def _controller(self, infinitive: int) -> list[int]:
        """Who does what an infinitive says: the object of the verb before, else its subject."""
        at = infinitive - 1
        if self.kinds[max(at - 2, 0) : infinitive] == "NPN" and self.first_words[at - 1] == "by":
            return [at]  # "an attempt by gunmen to kidnap the mayor"
        while at >= 0:
            kind = self.kinds[at]
            if kind == "N" and self.phrase_start(at) is None:
                left = at - 1
                while left >= 0 and self.kinds[left] in "tA":
                    left -= 1
                if left >= 0 and self.kinds[left] in _VERBAL and not self.chunks[left].passive:
                    return self.subject(left) if self.fulfils(left, at) else [at]
                if self.kinds.endswith("IC", 0, left + 1):  # "to die and thirty to be"
                    return [at]
            elif kind in _VERBAL:
                return self.subject(at)
            elif kind in "UW:":
                return []
            at -= 1
        return []

    def _gerund_subject(self, gerund: int) -> list[int]:
        at = gerund - 1
        kinds_before = self.kinds[max(at, 0) : gerund]
        if kinds_before == "N" and self.phrase_start(at) is None:
            left = at - 1
            is_own = left < 0 or self.kinds[left] not in _VERBAL or self._perceives(left)
            if is_own and self.head_words[at] not in ONE_OF_ROW:
                return self.conjoined_left(at)
        # "were killed in a bombing targeting a base"
        is_of_deed = kinds_before == "N" and self.head_words[at] in noun_classes()["deed"]
        given = (
            ([at] if is_of_deed else [])
            or self._depicted(at)
            or self.behind_with(at)
            or self.object_accused(gerund)
            or self._held_for(gerund)
            or self._of_parallel(gerund)
        )
        if given:
            return given
        above = self.gerund_above(gerund)
        while at >= 0:
            kind = self.kinds[at]
            is_scene = kind == "V" and kinds_before == "," and self._is_setting(at)
            if (kind in "VX" or at == above) and not (is_scene or self._is_by_the_way(at)):
                return self.subject(at)
            if kind == ":" or (kind == "U" and not self._is_while(at, gerund)):
                return []
            if told := self._told_of(at, gerund):
                return told
            at -= 1
        # "Storming the village, gunmen killed ...": the subject follows.
        following = self._next_verb(gerund + 1)
        return self._finite_subject(following) if following is not None else []

    def _told_of(self, at: int, gerund: int) -> list[int]:
        """Who is meant in "Man dead after being shot", "accused them of firing, killing two"."""
        if self.kinds[at] == "J" and self._is_fate(at):
            return self.conjoined_left(at - 1)
        is_of_speaker = self.head_words[gerund] in load_lexicon().speech_words
        if self.kinds[at] != "G" or is_of_speaker:
            return []
        # "arrested a man suspected of killing two and wounding six"
        held = self._held_for(at) if self.kinds[gerund - 1] == "C" else []
        return held or self.object_accused(at)

    def _of_parallel(self, gerund: int) -> list[int]:
        """As in "killing two men who were waiting and wounding nine": who acts in both."""
        before = self.kinds.rfind(",GNW", 0, gerund) + 1
        between = self.kinds[before:gerund]
        is_joined = between.endswith("C") and not {*between} & {*"U:"}
        is_alike = self._counts(before + 1) and self._counts(gerund + 1)
        return self.subject(before) if before and is_joined and is_alike else []
