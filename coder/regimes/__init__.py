"""Other data sets' ways of coding, as filters and mappings over records; changes no extraction."""
