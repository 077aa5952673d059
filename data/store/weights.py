"""How much a match counts in a search, of 100, by where it is."""

from __future__ import annotations

NAME, ALIAS, TITLE, ID, SUMMARY, QUOTE = 100, 90, 60, 50, 40, 30
