"""Nothing: the plugin that comes with cxcheck does the wiring."""
