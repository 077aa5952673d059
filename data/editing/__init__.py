"""Changing a data set's files in place: only what is meant, every other byte as it was."""
