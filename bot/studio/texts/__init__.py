"""The words of the studio, one table a page."""
