"""What cannot both be true: figures, statuses, statements, and words for and against one claim."""
