"""What the user set in `config.toml`: theme, borders, mouse, preset and keys of one's own."""
