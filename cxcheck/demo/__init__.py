"""A small, good-looking web shop whose planted frictions can be switched on and off."""
