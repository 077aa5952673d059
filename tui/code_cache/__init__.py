"""The code of all modules that a start loads, in one file beside Python's own cache of bytecode."""
