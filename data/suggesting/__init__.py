"""What can be read in words of a source: proposals for a form, made by rules and never saved."""
