"""The content of pages, ordered, totalled and worded; how it looks is up to the renderers."""
