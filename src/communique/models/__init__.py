"""Loaders of the models, each behind a small protocol; nothing is loaded before its first use."""
