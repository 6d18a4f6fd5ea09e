"""What an observation implies for each body: done, outstanding, exempt or unknown, and why."""
