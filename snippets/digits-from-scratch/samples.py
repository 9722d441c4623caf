"""A digit of each class, as the network gets them."""

from plainnet import data, draw

images, labels = (part.numpy() for part in data.mnist())
chosen = [(labels == k).nonzero()[0][1] for k in range(10)]
sheet = draw.Images(images[chosen], [str(k) for k in range(10)], columns=5, title="Ten digits of MNIST")
sheet.save("samples.svg")
