"""What was done, by whom, when and why: one chained log per installation."""
