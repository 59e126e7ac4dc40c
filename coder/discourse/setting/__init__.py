"""Where and when an act was: its own words, what stands around it, headings and lines of days."""
