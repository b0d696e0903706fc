"""Findings and measures to numbers. Every constant stands in ``weights.toml`` with its reason."""
