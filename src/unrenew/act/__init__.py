"""A subscription to a case, a case to proof."""
