"""What an act was done with, what it hit, and what became of it (codebook 2.3)."""
