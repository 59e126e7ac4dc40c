"""Several acts of one sentence: which are one, and what they share."""
