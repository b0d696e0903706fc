"""What people read: the scorecard atop the pytest-html page, its table rows, the terminal's summary."""
