"""One standard for any number of rows: what it asks as two questions, carried out by numpy, SQL or Spark."""
