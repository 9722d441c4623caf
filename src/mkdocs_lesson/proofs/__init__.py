"""How each type of question is proved: a question and names come in, complaints go out."""
