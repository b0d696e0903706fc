"""Faker's people made coherent and safe."""
