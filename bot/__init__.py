"""Goeiedag: a self-hosted check-in companion on Telegram for people who live isolated."""
