"""A guide to its steps, without planted contacts."""

from unrenew.shield.contacts import find_contacts
from unrenew.shield.verdicts import judge, screen

__all__ = ["find_contacts", "judge", "screen"]
