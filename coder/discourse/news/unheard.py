"""Whether nobody knows where somebody is: "not heard of since", "their whereabouts are unknown"."""

import re

_POSSESSIVE = r"(?:his|her|their|whose|the|its)"
_UNHEARD = re.compile(
    r" (?:"
    r"(?:has|have|had|was|were) (?:not|never|n't) (?:yet )?(?:been )?"
    r"(?:seen|heard(?: of| from)|located|traced)\b"
    r"|not (?:been )?(?:seen|heard(?: of| from)) since"
    r"|(?:nothing|no word|no news|no trace|no sign) (?:more |further )?"
    r"(?:has been|have been|had been|was|is) (?:heard|known|received|seen|found) "
    r"|(?:had|have|has|received) no (?:news|word|contact|information) "
    rf"|(?:and|but|,|;|with) {_POSSESSIVE} whereabouts|whose whereabouts"
    r"|whereabouts (?:of (?:[^ .;]+ ){1,6})?(?:is|are|was|were|remains?|remained) (?:still )?"
    r"(?:un|not )"
    rf"|{_POSSESSIVE} (?:fate|whereabouts) (?:is|are|was|were|remains?|remained) (?:still )?"
    r"(?:un|not |a mystery)"
    r"|(?:and|but) (?:is|are|remains?) (?:still )?missing"
    r"|(?:has|have) been missing since|without (?:a )?trace"
    r"|(?:nobody|no one) (?:knows|has seen|has heard)"
    r"|(?:deny|denies|denied) (?:holding|having|detaining|arresting|any knowledge)"
    r")"
)


def is_unheard_of(text: str) -> bool:
    """Whether a line of norms, with a space at both ends, says that somebody is gone."""
    return _UNHEARD.search(text) is not None
