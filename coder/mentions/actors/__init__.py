"""Typed actors: named groups, bodies of states, groups by head noun, named persons."""
