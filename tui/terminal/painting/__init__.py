"""What the terminal shows, cell by cell, so that only what changed is sent."""
