"""Events, held and planned, with their agenda."""
