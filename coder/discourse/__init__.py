"""Event mentions of a document -> events: coreference, merging, inherited date and place."""
