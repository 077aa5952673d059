"""Amounts as ranges: reading them from words, calculating with them, showing them honestly."""
