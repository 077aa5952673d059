"""Data sets from files: safe reading, TOML to records and findings, the compiled cache."""
