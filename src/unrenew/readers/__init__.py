"""Asks each reader whether it knows the file, then lets it read."""
