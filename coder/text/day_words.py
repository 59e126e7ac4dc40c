"""How English writes months and weekdays, as parts of patterns: no month is "Mariners 5"."""

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)
WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")  # and "day" behind
MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-zA-Z])\.?"
)
WEEKDAY = rf"(?i:(?:{'|'.join(WEEKDAYS)})day)\b"
