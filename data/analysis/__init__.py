"""Pure functions over records: how each reads from each side, and what follows from what."""
