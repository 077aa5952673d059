"""Records in bulk: `entities.csv`, `relationships.csv` and `figures.csv` (RFC 4180) of a set.

Rows become the same tables as those of TOML files, and are checked by the same models. Values are
kept as they are written: what a spreadsheet made of them is told, and never guessed back.
"""
