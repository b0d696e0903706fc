"""Run folders: what is written while it happens, and reading it back."""
