"""The year of a series: what its sessions came to, to reflect on together or to show a funder."""
