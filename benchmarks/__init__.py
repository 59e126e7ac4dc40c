"""Measures the coder against data that is not part of the package. Not in the wheel."""
