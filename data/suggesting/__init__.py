"""What can be read in a stretch of a source: proposals for a form, made by rules and never saved."""
