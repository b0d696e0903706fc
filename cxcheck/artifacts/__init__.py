"""Events to typed tables, one builder per file. Pure."""
