"""What leaves the program as a file, one format each; made from a dossier's document."""
