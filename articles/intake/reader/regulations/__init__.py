"""Laws and regulations in all their spellings; every mention of one is one finding."""
