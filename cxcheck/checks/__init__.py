"""Artifacts to findings: one check per file, the file's name is the check's id."""
