"""What one fills in to write a record: forms as values, without a terminal."""
