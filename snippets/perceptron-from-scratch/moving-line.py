"""The boundary after each mistake on OR, and the last one tinted."""

from plainnet import draw

rows = [(0, 0), (0, 1), (1, 0), (1, 1)]
targets = [0, 1, 1, 1]
w, b = [0, 0], 0
lines = []

for _epoch in range(4):
    for x, target in zip(rows, targets):
        error = target - (1 if w[0] * x[0] + w[1] * x[1] + b >= 0 else 0)
        w = [weight + error * value for weight, value in zip(w, x)]
        b += error
        if error:
            lines.append((w, b))

print("after each mistake (w1, w2, b):")
print(*((*w, b) for w, b in lines))

plane = draw.Plane(x=(-1, 2), y=(-1, 2), title="A boundary learns OR")
plane.half_plane(*lines[-1])
for number, (w, b) in enumerate(lines, start=1):
    if any(w):
        plane.line(w, b, label=str(number), dashed=number < len(lines))
plane.points(rows, targets)
plane.save("moving-line.svg")
