"""Official papers of any record: number, date, signer, signed file."""
