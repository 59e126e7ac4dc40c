"""Who did an act, whom it befell, and who is meant by short names."""
