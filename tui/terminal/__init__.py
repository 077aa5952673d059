"""The terminal itself: what it can do, and how to reach the clipboard of the person before it."""
