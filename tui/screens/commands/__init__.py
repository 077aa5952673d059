"""What the keys do that hold in every pane, a family of commands a file."""
