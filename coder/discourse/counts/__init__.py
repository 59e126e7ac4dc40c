"""How many people came to harm: claims, parts, totals and rivals (codebook 2.5)."""
