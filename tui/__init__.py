"""The terminal: the command line, its headless verbs and the app."""
