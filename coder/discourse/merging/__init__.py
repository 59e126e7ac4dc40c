"""Which tellings are of one act: signs, evidence and the joins, each with its reason."""
