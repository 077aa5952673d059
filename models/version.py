"""The one place that names the version: reading package metadata would slow every start."""

__version__ = "0.1.0"
