"""What both wings know of language: sentences, words, names, letter case, weights. Pure functions on text."""
