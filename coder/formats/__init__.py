"""Files -> documents, and results -> files: the only package that opens users' files."""
