"""Time expressions of a sentence: where they stand and which days they mean (codebook 2.4)."""
