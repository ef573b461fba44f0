"""The record of honours: ratings, titles, forms, initiatives and research recognised, discipline, leave."""
