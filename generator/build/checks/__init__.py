"""What is read out of the files of a built site, one module for each kind of file; `links.py` judges it."""
