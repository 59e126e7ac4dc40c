"""Which of the places and days of a sentence belong to an act."""
