"""Whether the words are in the source: folding, matching, and the lock that proves it."""
