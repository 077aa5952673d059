"""Whether the words are in the source: folding, matching, and what goes into the lock."""
