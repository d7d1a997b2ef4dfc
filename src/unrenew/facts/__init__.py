"""Loads the facts and lists their problems."""
