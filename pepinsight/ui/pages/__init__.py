"""The three pages: the list of PEPs, adding PEPs, and the review of one."""
