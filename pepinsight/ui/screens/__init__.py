"""The three screens: the list of PEPs, adding PEPs, and the review of one.

The folder is not called ``pages``: Streamlit would take its files for pages of its own.
"""
