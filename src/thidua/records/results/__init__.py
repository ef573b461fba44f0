"""What units reached: reports of a period, their figures and evidence, visible corrections."""
