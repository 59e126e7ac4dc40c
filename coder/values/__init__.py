"""Small frozen values shared by all stages; imports nothing else of the package."""
