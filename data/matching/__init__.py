"""Several sets as one: ids kept apart, and which entities of different sets are the same."""
