"""Numbers of people in the words of one sentence (codebook 2.5)."""
