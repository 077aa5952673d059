"""What the program remembers between starts: where one was in each data set, and preferences.

Plain JSON in the state folder, without Textual and without Pydantic, so that a warm start stays
light. A file that cannot be read is set aside; a part of one that makes no sense is left out.
"""
