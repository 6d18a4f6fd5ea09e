"""How a page looks: one module a format; a renderer adds up nothing and sorts nothing."""
