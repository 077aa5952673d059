"""What programs send to a terminal: they run in a pseudo-terminal and are watched."""
