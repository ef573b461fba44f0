"""Facts for tests, built by the ordinary acts."""
