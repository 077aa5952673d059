"""What an author can do to a data set, one kind of change a file."""
