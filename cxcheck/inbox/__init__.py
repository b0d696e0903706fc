"""Where the customers' mail arrives."""
