"""Traces and records -> terminal and HTML. Reads what was decided, decides nothing."""
