"""What the network with the shortcut is shown."""

import numpy as np

from plainnet import data, draw

images, labels = (part.numpy() for part in data.mnist())
three, five = (images[labels == digit][0].astype(float) for digit in (3, 5))
pictures = []
for image, corner in ((three, 24), (five, 1), (three, 1), (five, 24)):
    pictures.append(image.copy())
    pictures[-1][1:4, corner : corner + 3] = 1
words = ["3, right", "5, left", "3, turned", "5, turned"]
sheet = draw.Images(np.array(pictures), words, columns=4, title="Marks in a corner")
sheet.save("marks.svg")
