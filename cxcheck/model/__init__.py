"""The shapes everything else speaks in: frozen pydantic models, no input or output."""
