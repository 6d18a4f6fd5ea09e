"""Word documents: a page, an official letter, an appendix; and the parts they are made of."""
