"""Sentences -> place mentions with coordinates, levels and containing areas, resolved jointly."""
