"""One plain sentence for the mistakes that beginners make most. The table is data.

Each row: the kind of error, a pattern of its message, and the sentence, in which {0} is
the pattern's first group. The first row that fits is taken; the order matters.
"""

import re

ROWS = [
    # names
    ("NameError", r"name '(np|numpy)'", "NumPy is not imported yet. Begin the program with: import numpy as np"),
    ("NameError", r"name '(torch|math|plainnet|random)'", "Import it first. Begin the program with: import {0}"),
    ("NameError", r"name 'nn'", "Import it first. Begin the program with: from torch import nn"),
    ("UnboundLocalError", r"variable '(\w+)'", "The function sets {0} somewhere, so {0} is its own, and it is read here before it has a value. Hand it in as an argument."),
    ("NameError", r"name '(\w+)'", "Python knows no {0} here. Is it spelled as where it got its value, and does that line come earlier?"),
    ("ModuleNotFoundError", r"named '([\w.]+)'", "{0} is not in this page. It has Python’s own library, NumPy, and plainnet, also under the name torch."),
    ("ImportError", r"cannot import name '(\w+)'", "There is no {0} to import. Is it spelled right, and does it live in this module?"),
    # how Python is written
    ("IndentationError", r"expected an indented block", "The line above ends in a colon, so this one must be indented: four spaces."),
    ("IndentationError", r"", "This line begins further in, or less far in, than its neighbours. Lines that belong together begin in the same column."),
    ("SyntaxError", r"'([(\[{])' was never closed", "A {0} is opened and never closed. Count the brackets of this line."),
    ("SyntaxError", r"unmatched|does not match", "There is a closing bracket too many, or one of the wrong kind."),
    ("SyntaxError", r"expected ':'", "Lines that begin with if, else, for, while, def or class end in a colon."),
    ("SyntaxError", r"[Mm]aybe you meant '=='|cannot assign to", "One = gives a name a value, and the name stands left of it. To ask whether two things are equal, write =="),
    ("SyntaxError", r"unterminated", "A text begins with a quotation mark and must end with the same one, on the same line."),
    ("SyntaxError", r"Missing parentheses", "print is a function: write print(...) with brackets."),
    ("SyntaxError", r"forgot a comma", "Between two things in brackets there must be a comma, or an operator such as *."),
    ("SyntaxError", r"", "Python can’t read this line. Look for a missing bracket, comma, colon or operator here or in the line above."),
    # None, and functions that are not called
    ("TypeError", r"NoneType", "Something is None here. A function without return gives back None; so does a method that changes its object, such as list.sort()."),
    ("TypeError", r"'(?:builtin_function_or_method|function|method|type)'.*(?:not subscriptable|not iterable)|'(?:builtin_function_or_method|function|method)'", "This is a function itself, not its result. Call it: put () after its name."),
    ("TypeError", r"'(\w+)' object is not callable", "Brackets after a name call it, and this is no function but a {0}. Is a * missing, or does a variable have a function’s name?"),
    ("TypeError", r"missing \d+ required", "The function wants more arguments than it got. Look at its def line, and hand over one value for each name."),
    ("TypeError", r"takes .* positional arguments? but|unexpected keyword", "The function got an argument that it does not take. Look at the names in its def line."),
    # types
    ("TypeError", r"can only concatenate|must be str, not|and 'str'|'str' and", "A text and a number don’t add up. Turn the text into a number with float(...), or put both into print(a, b)."),
    ("TypeError", r"and 'list'|'list' and", "Lists don’t calculate. Turn the list into an array first: np.array(...)."),
    ("TypeError", r"list indices must be|indices must be integers", "Places in a list are whole numbers, counted from 0. A result of / is never whole: use //."),
    ("TypeError", r"'(\w+)' object is not (?:iterable|subscriptable)", "A single {0} has no entries to go through. Did you mean range(...), or a list of it?"),
    ("TypeError", r"(?:only|length-1|0-dimensional).*arrays? can be converted", "One number was expected, and this is an array of several. Take one entry, or use NumPy’s version of the function, such as np.exp."),
    ("TypeError", r"'float' object cannot be interpreted as an integer", "A whole number is needed here. Use // instead of /, or int(...)."),
    ("UFuncTypeError", r"[Cc]annot cast", "The array holds whole numbers, and this would put a fraction into it. Make it of floats: np.array(..., dtype=float)."),
    ("ValueError", r"could not convert string to float|invalid literal for int", "This text is no number. Python writes numbers with a point and without blanks: 0.5"),
    # shapes
    ("ValueError", r"matmul|shapes .* not aligned|mismatch in its core dimension", "For A @ B, A must have as many columns as B has rows. Print both shapes; often one needs .T"),
    ("ValueError", r"could not be broadcast", "The shapes don’t fit entry by entry. Compare them from the right: each pair must be equal, or one of the two must be 1."),
    ("ValueError", r"inhomogeneous", "The rows have different lengths. An array needs rows of one length."),
    ("ValueError", r"truth value of an array", "An array has many truths. Say which you mean with .any() or .all(), or compare single entries."),
    ("ValueError", r"cannot reshape", "Reshaping keeps every number, so the new shape must multiply out to as many as there are."),
    ("ValueError", r"unpack", "Left of the = stand more names, or fewer, than there are values on the right."),
    # places
    ("IndexError", r"", "There is no such place. Counting begins at 0, so the last of n entries has the index n − 1, or −1."),
    ("KeyError", r"(.+)", "The dictionary has no key {0}. Print its keys with print(list(d)) and compare the spelling."),
    ("AttributeError", r"'(list|tuple|float|int)' object has no attribute '(shape|T|mean|sum|dtype|reshape|item|max|min)'", "A plain {0} has none of this; an array has. Turn it into one with np.array(...)."),
    ("AttributeError", r"has no attribute '(\w+)'", "It has no {0}. Is that spelled right, and is the thing before the point what you think it is? print(type(...)) tells."),
    # the rest
    ("ZeroDivisionError", r"", "The number below the line is 0. Can a list be empty, or a sum be 0?"),
    ("RecursionError", r"", "The function calls itself and never stops. It needs a case in which it returns at once."),
    ("MemoryError", r"", "This asks for more memory than the page has. Make the arrays smaller."),
    ("FileNotFoundError", r"", "The program’s folder is empty in this page. Files that it should read must be written by it first."),
    ("OSError", r"", "Programs in this page can’t reach the network, or files outside of their own folder."),
]


def help_for(error):
    """The sentence for an error, or nothing."""
    kinds = [kind.__name__ for kind in type(error).__mro__]
    for kind, pattern, sentence in ROWS:
        found = re.search(pattern, str(error)) if kind in kinds else None
        if found:
            return sentence.format(*(found.groups() or ("",)))
    return ""
