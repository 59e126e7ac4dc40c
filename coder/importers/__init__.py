"""Dictionaries of other coders -> lists and rules of ours."""
