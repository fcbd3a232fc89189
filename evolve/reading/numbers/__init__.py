"""The numbers that documents print, and what they stand for."""
