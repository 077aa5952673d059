"""How fast programs are there, and what they take at rest: what `benchmarks/start.py` measures."""
