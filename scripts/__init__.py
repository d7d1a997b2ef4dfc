"""What the developers run: samples, generated pages."""
