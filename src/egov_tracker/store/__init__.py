"""Files in and out: YAML with the place of every value, loading, locating data, and the only writer."""
