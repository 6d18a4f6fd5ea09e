"""Reading and writing files: YAML with the location of every value, loading, finding data, and the only writer."""
