"""Records in and out: loading, grounding, checks, the store and the bundled data sets."""
