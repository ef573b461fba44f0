"""Background work: one process beside the pages that follows the journal and sends what waits."""
