"""The authoring kit of the book: programs, questions and cards in Markdown pages."""
