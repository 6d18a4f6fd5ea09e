"""The kinds of output by subject: what writes each of them in each of its formats."""
