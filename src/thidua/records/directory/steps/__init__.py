"""Changes to the directory that acts of this record and of higher ones share; they ask no rights and write no line."""
