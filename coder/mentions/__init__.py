"""Sentences -> typed mentions: times, places, quantities, actors, weapons, targets."""
