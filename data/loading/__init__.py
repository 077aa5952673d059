"""Data sets from files: safe reading, TOML to records and findings, texts and the lock."""
