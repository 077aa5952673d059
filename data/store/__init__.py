"""What panes and verbs ask: a protocol, its frozen rows, and the embedded SQLite store."""
