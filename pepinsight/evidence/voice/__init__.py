"""Whose words they are: who speaks in each stretch of the text, and what is the child's voice or a carer's."""
