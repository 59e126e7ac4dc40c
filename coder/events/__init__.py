"""Clauses and frames -> event mentions with roles, casualties, status and attribution."""
