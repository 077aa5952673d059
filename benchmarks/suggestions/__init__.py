"""What a person reads in invented sentences and in the bundled sources, as ground truth."""
