"""The values in a message: tables of expressions, and what holds for any text."""
