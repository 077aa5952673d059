"""`pick`: choose among records or lines on the terminal; what was chosen is printed."""
