"""From large files of others and of our own to one index file, a record at a time."""
