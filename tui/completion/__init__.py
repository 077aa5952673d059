"""What a shell offers while a command line is typed, from the same tables that parse it."""
