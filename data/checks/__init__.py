"""What can be wrong with a data set: one function a check, one family of checks a file."""
