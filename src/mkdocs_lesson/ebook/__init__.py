"""The built site comes in; the same book as one EPUB and one PDF goes out."""
