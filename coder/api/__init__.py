"""What users import: :class:`Coder`, its results, and the functions on a coder with default options."""
