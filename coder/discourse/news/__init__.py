"""What of a text is news, and what is past, a story, a game or a figure of speech."""
