"""People with their titles and offices, and every later place that means them."""
