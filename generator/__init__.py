"""Broadsheet turns a folder of news documents into a digest that people read in a browser."""

__version__ = "0.1.0"
