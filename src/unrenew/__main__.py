"""Lets `python -m unrenew` work."""

from unrenew.cli import main

if __name__ == "__main__":
    main()
