"""Measurements: ratios within one run, since one machine's milliseconds say little of another's."""
