"""Whether an act is told as done, when, as one or as many, and by whom (codebook 2.2, 2.7)."""
