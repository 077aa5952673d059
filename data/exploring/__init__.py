"""What a set tells beyond single claims, computed from the rows of a store: pure and on demand."""
