"""What differs between two versions of a data set, told in words; nothing is read or written."""
