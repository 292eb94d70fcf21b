"""What a page says, in the vocabulary of schema.org (JSON-LD): the same facts, through the same gate."""
