"""What the command line takes, in tables: parsers, completions and the manual are made of them.

Nothing here loads a data set, Textual or the app, so that --help and completions answer at once.
"""
