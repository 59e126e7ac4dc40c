"""Words of closed classes that several modules ask for: articles, pronouns, forms of "be".

What a group asks of them differs: "a" and "an" open a group of somebody new, "another" one
beside others, "one" may also count.
"""

A_AN = frozenset({"a", "an"})
ARTICLES = A_AN | {"the"}
A_OR_ANOTHER = A_AN | {"another"}
A_OR_ONE = A_AN | {"one"}
ANY_ONE = A_AN | {"another", "one"}

HE_SHE = frozenset({"he", "she"})
HE_SHE_THEY = HE_SHE | {"they"}
HIM_HER_THEM = frozenset({"him", "her", "them"})
ME_US = frozenset({"me", "us"})
HIS_HER_THEIR = frozenset({"his", "her", "their"})
POSSESSIVES = HIS_HER_THEIR | {"its"}
THIS_THOSE = frozenset({"this", "that", "these", "those"})
THEM_WHOM = frozenset({"them", "whom"})
ALL_OF_THEM = THEM_WHOM | {"these", "those", "which"}

IS_ARE = frozenset({"is", "are"})
WAS_WERE = frozenset({"was", "were"})
BE = IS_ARE | WAS_WERE
IS_ARE_SHORT = IS_ARE | {"'s", "'re"}
ALL_OF_BE = BE | {"be", "been", "being"}
BEING_HAVING = frozenset({"being", "having"})
MAKING = frozenset({"make", "makes", "made", "making"})

UNTIL = frozenset({"until", "till"})
AFTER_BEFORE = UNTIL | {"after", "before", "since", "as"}
AFTER_SINCE = frozenset({"after", "following", "since"})
IF = frozenset({"if", "unless", "whether"})
WHILE = frozenset({"as", "when", "while"})
TIME_CLAUSES = WHILE | {"after", "before", "until", "since", "because"}
OF_FROM = frozenset({"of", "from"})
WITHIN = frozenset({"in", "on", "at", "during", "through", "via"})
IN_DURING = frozenset({"in", "during"})
AT_PLACE = frozenset({"in", "at", "near", "inside", "outside", "around"})
AMONG_INCLUDING = frozenset({"among", "including"})

FULL_STOPS = frozenset({".", '"', "!", "?"})
HE_OR_SHE = frozenset({"he", "she", "him", "her"})
SINGULAR_VERBS = frozenset({"is", "was", "has"})
PLURAL_VERBS = frozenset({"are", "were", "have"})

NOBODY = frozenset({"nobody", "nothing", "none"})
NEGATIVE = NOBODY | {"no", "not", "n't", "never", "neither", "hardly", "little", "scarcely"}

THIS_THAT = frozenset({"this", "that"})
THE_THIS_THAT = THIS_THAT | {"the"}
IT_THIS_THAT = THIS_THAT | {"it"}
KNOWN = THIS_THOSE | POSSESSIVES | {"the", "such", "both"}
"""Words that open a group which the text has told of."""

WHO_WHICH_THAT = frozenset({"who", "which", "that"})
NOT_IN_VERB = frozenset(
    {
        "cannot",
        "can't",
        "couldn't",
        "won't",
        "wouldn't",
        "shan't",
        "shouldn't",
        "mustn't",
        "mightn't",
        "needn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "doesn't",
        "don't",
        "didn't",
        "ain't",
    }
)
"""Auxiliaries that hold a negation."""
HAD_WAS_WERE = WAS_WERE | {"had"}
ALL_BOTH = frozenset({"all", "both"})
ONE_MORE = frozenset({"second", "third", "fourth", "fifth", "sixth"})
ONWARD = frozenset({"later", "meanwhile", "elsewhere", "separately"})
HERE = "here"
LATELY = frozenset({"recently", "newly", "lately", "freshly"})
TOLD = frozenset({"told", "tells", "informed", "informs"})
GOING_ON = ONWARD | {"also", "again", "earlier", "then"}
CROWDS = frozenset({"dozens", "scores", "hundreds", "thousands"})
OTHERS = frozenset({"other", "others", "another"})
MORE_OTHERS = frozenset({"more", "other", "others"})
MORE_OR_ANOTHER = OTHERS | MORE_OTHERS
LIST_MARKS = frozenset({"and", "or", ","})
