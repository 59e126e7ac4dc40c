"""What users import: :class:`Coder`, its results, and functions on a coder with default options."""
