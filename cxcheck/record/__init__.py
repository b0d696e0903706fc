"""The only stage with a browser, a clock and a network: Playwright's events and the probes' become a journal."""
