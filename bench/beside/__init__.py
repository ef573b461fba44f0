"""Programs that are measured beside ours: each runs in an environment of its own and knows nothing of ours."""
