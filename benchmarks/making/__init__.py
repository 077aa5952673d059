"""The parts of `benchmarks/make_set.py`: what is invented or fetched, and how it is written."""
