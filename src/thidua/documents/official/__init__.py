"""Official papers as PDF and Word: our layout, our Word template, and the office's own one where it has adopted one."""
