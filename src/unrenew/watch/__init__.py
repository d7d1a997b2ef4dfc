"""After the end: what should not be there any more."""
