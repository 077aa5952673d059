"""The parts of `benchmarks/make_set.py`: what is invented, what is fetched, and how it is written."""
