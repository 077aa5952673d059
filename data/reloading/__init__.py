"""Following the files of open data sets: what changed is seen and compiled aside."""
