"""Each listens to one kind of thing in a browser context and writes what it hears into the journal."""
