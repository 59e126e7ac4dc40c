"""Turn news text into structured incident records."""

__version__ = "0.1.0"
