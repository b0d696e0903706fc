"""Scorecard and budget to a verdict."""
