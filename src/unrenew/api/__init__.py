"""One function for each thing a person can do: read this first."""
